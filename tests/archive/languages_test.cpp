// SPDX-License-Identifier: GPL-2.0-or-later
// Analyser, index, query and snippet held to each other, language by language.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "archive/ingest.h"
#include "archive/reader.h"
#include "query/parser.h"
#include "tests/support/temp_dir.h"
#include "text/analyser.h"
#include "text/normalise.h"

namespace morgue::archive {
namespace {

struct Sample {
  const char* language;
  std::string text;
  std::vector<std::string> finds;
  std::vector<std::string> misses;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> kSamples = {
      {"de",
       "Die Straßenbahnhaltestelle in Köln-Ehrenfeld bleibt wegen Bauarbeiten geschlossen, sagte der Bürgermeister. "
       "Häuser wurden geräumt; Fahrgäste müssen ausweichen.",
       {"strassenbahnhaltestelle", "Straßenbahn*", "*haltestelle", "koln", "Köln", "=köln", "Ko\u0308ln",
        "Haus OR häuser", "hauser", "bürgermeistern", "geraumt", "\"koln ehrenfeld\"", "köln-ehrenfeld",
        "kölnehrenfeld", "fahrgast w/2 ausweichen", "Burgermiester~1"},
       {"=koln", "=hauser", "bahn", "\"ehrenfeld koln\"", "lead:nichtda"}},
      {"fr",
       "L’état d’urgence a été levé hier, qu'on se le dise. Les élèves de l'école rentrent aujourd’hui à Besançon.",
       {"etat", "état", "l'état", "l’etat", "\"etat d'urgence\"", "\"l etat d urgence\"", "urgence", "élève", "eleve",
        "ecole", "l'ecole", "besancon", "=Besançon", "aujourd'hui", "été"},
       {"=etat", "=besancon", "\"urgence d'état\""}},
      {"it",
       "L'università dell’Aquila riapre: c'è più spazio per gli studenti. È un'ottima notizia per l'economia.",
       {"universita", "università", "aquila", "dell'aquila", "piu", "studente", "economia", "\"un ottima notizia\"",
        "l'economia"},
       {"=universita", "=piu"}},
      {"tr",
       "İstanbul'da ışıklar söndü; belediye başkanı Diyarbakır'ın yardımını istedi.",
       {"istanbul", "İstanbul", "isiklar", "ışıklar", "sondu", "baskani", "diyarbakir", "Diyarbakır"},
       {"=isiklar", "=sondu"}},
      {"ru",
       "Забастовка докеров закончилась, сообщил её лидер. Ёлки привезут позже, а Царьков уехал в Санкт-Петербург.",
       {"забастовка", "забастовки", "елки", "ёлки", "\"ее лидер\"", "санкт-петербург", "\"санкт петербург\"", "царьков",
        "докер*"},
       {"=елки", "\"лидер её\""}},
      {"ar",
       "أعلنت الحكومة إضراب عمّال الميناء في الإسكندرية.",
       {"الحكومة", "عمال", "عمّال", "الميناء", "اضراب", "إضراب"},
       {"=عمال"}},
      {"el",
       "Η απεργία των λιμενεργατών τελείωσε στην Αθήνα.",
       {"απεργια", "ΑΠΕΡΓΊΑ", "αθηνα", "Αθήνα", "λιμενεργατων"},
       {"=αθηνα"}},
      {"zh",
       "香港理工大學昨日宣布，校長陳曉明將於六月卸任。記者在現場採訪。",
       {"香港", "理工大學", "\"陳曉明\"", "陳曉明", "\"香港理工大學\"", "明", "校長 w/3 陳曉", "記者 w/5 採訪", "港理"},
       {"\"大學香港\"", "明曉", "日校長"}},
      {"ja",
       "東京都知事は水曜日、新しいコンピューターを導入すると発表した。",
       {"東京", "東京都知事", "\"コンピューター\"", "コンピューター", "水曜日", "発表"},
       {"京東", "\"発表東京\""}},
      {"ko", "서울시는 오늘 새로운 정책을 발표했다.", {"서울", "서울시", "정책", "\"새로운 정책\""}, {"울서"}},
      {"cs",
       "Antonín Dvořák se vrátil do Žďáru nad Sázavou.",
       {"dvorak", "Dvořák", "=Dvořák", "=dvořák", "zdaru", "\"zdaru nad sazavou\"", "Dvořak~1"},
       {"=dvorak", "=Dvorak"}},
      {"en",
       "The U.S. and AT&T agreed on covid-19 rules after 9/11; the president’s re\u00ADelected team didn't pay "
       "1,000.5 million. Re-elected members co-operate. She said \u201Cnaïve\u201D, not cafe\u0301.",
       {"us",
        "U.S.",
        "u.s",
        "AT&T",
        "at&t",
        "covid-19",
        "covid19",
        "covid",
        "\"covid 19\"",
        "9/11",
        "president",
        "\"president's reelected team\"",
        "reelected",
        "re-elected",
        "\"didn't pay\"",
        "didn’t",
        "1,000.5",
        "members co-operate",
        "cooperate",
        "naive",
        "café",
        "=café",
        "=naïve",
        "strikes OR agree",
        "\"the us and at&t\""},
       {"=cafe", "=naive", "1000", "\"team the president\"", "=presidents"}},
  };
  return kSamples;
}

std::string json_string(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "\"";
}

/// One archive of all samples; the number of a sample is its key.
class Languages : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    dir_ = std::make_unique<test::TempDir>();
    std::string dump;
    for (std::size_t i = 0; i < samples().size(); ++i) {
      const std::string number = std::to_string(i);
      dump += R"({"id":")" + number + R"(","title":"Sample )" + number + R"(","date":"2020-01-02","language":")" +
              samples()[i].language + R"(","text":)" + json_string(samples()[i].text) + "}\n";
    }
    IngestOptions options;
    options.intake.paths = {dir_->write("dump.jsonl", dump).string()};
    options.command = "morgue ingest";
    IngestObserver observer;
    observer.rejected = [](const Reject& reject) { ADD_FAILURE() << reject.reason; };
    observer.skipped = [](const Skipped&) {};
    observer.unreadable = [](const Unreadable&) {};
    observer.progress = [](const IngestProgress&) {};
    observer.stop_wanted = [] { return false; };
    const Layout layout(dir_->path() / "archive");
    ingest(layout, options, observer);
    reader_ = std::make_unique<Reader>(layout);
  }
  static void TearDownTestSuite() {
    reader_.reset();
    dir_.reset();
  }

  static SearchOptions whole() {
    SearchOptions options;
    options.limit = 100;
    options.snippet_width = 10'000;
    return options;
  }

  static const SearchHit* hit_of(const SearchResult& result, std::size_t sample) {
    for (const auto& hit : result.hits) {
      if (hit.article.key == std::to_string(sample)) return &hit;
    }
    return nullptr;
  }

  static inline std::unique_ptr<test::TempDir> dir_;
  static inline std::unique_ptr<Reader> reader_;
};

TEST_F(Languages, WhatIsFoundIsMarked) {
  for (std::size_t i = 0; i < samples().size(); ++i) {
    for (const auto& query : samples()[i].finds) {
      SCOPED_TRACE(std::string(samples()[i].language) + ": " + query);
      const auto result = reader_->search(query::parse(query, {}), whole());
      const SearchHit* const hit = hit_of(result, i);
      if (hit == nullptr) {
        ADD_FAILURE() << "not found";
        continue;
      }
      EXPECT_FALSE(hit->snippet->marks.empty()) << "found, but not marked";
    }
    for (const auto& query : samples()[i].misses) {
      SCOPED_TRACE(std::string(samples()[i].language) + ": " + query);
      EXPECT_EQ(hit_of(reader_->search(query::parse(query, {}), whole()), i), nullptr) << "found";
    }
  }
}

/// Every word of a text finds it: as written, folded, decomposed, in capitals; and it is what is marked.
TEST_F(Languages, EveryWordFindsItsArticle) {
  text::Analyser analyser;
  for (std::size_t i = 0; i < samples().size(); ++i) {
    const std::string body = text::clean_body(samples()[i].text);
    struct Piece {
      std::size_t begin;
      std::size_t end;
      std::string term;
    };
    std::vector<Piece> pieces;
    for (const auto& token : analyser.analyse(body)) {
      if (token.kind == text::TokenKind::CjkTail) continue;
      pieces.push_back({token.begin, token.end, std::string(token.term)});
    }
    for (const auto& piece : pieces) {
      const std::string written = body.substr(piece.begin, piece.end - piece.begin);
      for (const query::Node& node : {query::Node{query::Word{query::FieldId::Text, written}, {}},
                                      query::Node{query::Phrase{query::FieldId::Text, written}, {}},
                                      query::Node{query::Exact{query::FieldId::Text, written}, {}},
                                      query::Node{query::Word{query::FieldId::Text, piece.term}, {}}}) {
        SCOPED_TRACE(std::string(samples()[i].language) + ": " + query::print(node));
        const auto result = reader_->search(node, whole());
        const SearchHit* const hit = hit_of(result, i);
        if (hit == nullptr) {
          ADD_FAILURE() << "not found";
          continue;
        }
        ASSERT_EQ(hit->article.body, body);
        const auto& marks = hit->snippet->marks;
        EXPECT_TRUE(hit->snippet->text == body &&
                    std::any_of(marks.begin(), marks.end(),
                                [&](const auto& mark) { return mark.begin <= piece.begin && mark.end >= piece.end; }))
            << "not marked";
      }
    }
  }
}

}  // namespace
}  // namespace morgue::archive
