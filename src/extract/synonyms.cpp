// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/synonyms.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace morgue::extract {
namespace {

using View = std::string_view;

struct Entry {
  View field;
  View paths;  ///< with blanks between, best first
};

// What programs call it comes first, then what people do, in the languages that dumps of news have turned up in.
// clang-format off
constexpr auto kTable = std::to_array<Entry>({
    {"key",
     "key guid guid.#text id @id uuid articleid storyid docid documentid docno newsid newid itemid identifier "
     "dc.identifier uri articlenumber postid recordid"},
    {"headline",
     "headline headline.main title title.rendered title.text header heading webtitle articletitle newstitle "
     "hed headlinetext headlines.basic fields.headline titel titulo titre titolo displaytitle og.title "
     "metadata.og.title storyheadline mainheadline headlines kop overskrift otsikko tytul baslik nadpis cim "
     "titlu заголовок название 标题 標題 新闻标题 題名 見出し タイトル 제목 العنوان tieude"},
    {"summary",
     "summary abstract standfirst description shortdescription subtitle subheadline subheading deck dek "
     "excerpt excerpt.rendered teaser lead trailtext fields.trailtext snippet blurb alternativeheadline "
     "vorspann untertitel chapo resumen og.description metadata.description metadata.og.description resumo "
     "resume riassunto sommario samenvatting ingress streszczenie ozet beschreibung zusammenfassung bajada "
     "copete аннотация анонс body.summary 摘要 概要 요약"},
    {"body",
     "body body.markdown articlebody text content maintext fulltext bodytext articletext article bodyhtml "
     "contenttext contenthtml content.encoded content.rendered content.text body.text story storytext "
     "fields.bodytext fields.body textcontent articlecontent newscontent cleantext plaintext paragraphs "
     "inhalt texto texte contenu contenido testo leadparagraph bodycontent articlebodytext storybody rawtext "
     "htmlcontent cuerpo corpo corps tekst inhoud innehall brodtext brodtekst tresc icerik metin szoveg "
     "volltext artikeltext body.processed body.value body.html content.value content.html html текст 正文 "
     "内容 內容 文章内容 本文 본문 내용"},
    {"authors",
     "authors authors.name author author.name byline byline.original bylines bylines.byline bylinetext "
     "creator creator.name dc.creator writer writers authorname authornames reporter reporters journalist "
     "journalists correspondent articleauthor fields.byline autor autores autoren auteur auteurs autore "
     "article.author auteurnaam forfatter forfattare skribent journaliste periodista yazar szerzo autorzy "
     "verfasser redakteur embedded.author.name автор авторы 作者 记者 記者 著者 執筆者 기자 글쓴이"},
    {"published",
     "published publishedat datepublished publisheddate publishdate publicationdate pubdate datepublish "
     "publishedtime publishtime publisheddatetime publishedon webpublicationdate firstpublished "
     "firstpublicationdate article.publishedtime date datetime articledate newsdate storydate issuedate "
     "issued dc.date firstcreated posted postdate dateposted created createdat datecreated creationdate "
     "versioncreated datum veroffentlicht fecha timestamp year time createdutc createdtime publishedutc "
     "publishedtimestamp publicationtime publicationdatetime pubtime pubdatetime datetimepublished "
     "publishingdate displaydate displaydatetime releasedate datepub firstpublishedat firstpublisheddate "
     "erschienen erscheinungsdatum veroffentlichungsdatum fechapublicacion fechadepublicacion data "
     "datapublicacao datadepublicacao datapubblicazione datepublication datedepublication dato "
     "publicatiedatum publiceringsdatum datapublikacji tarih дата датапубликации 发布时间 发布日期 日期 时间 "
     "發布時間 時間 日付 公開日 날짜 작성일 등록일"},
    {"updated",
     "updated updatedat lastupdated lastupdate updateddate dateupdated datemodified modified modifiedat "
     "lastmodified modifieddate datemodify moddate fields.lastmodified article.modifiedtime "
     "metadata.article.modifiedtime changed updatedtime updatetime modificationdate datemodification "
     "aktualisiert geandert fechaactualizacion atualizado"},
    {"source",
     "source source.name outlet outlet.name publication publicationname publisher publisher.name newspaper "
     "sourcename outletname publishername mediaoutlet newsoutlet medium media provider provider.name sitename "
     "sourcedomain domain website site hostname quelle fuente fonte og.sitename sourceurl medianame "
     "newspapername sourcetitle zrodlo kaynak bron kalla kilde zeitung medium.name periodico jornal journal "
     "источник издание 来源 來源 媒体 媒體 出典 언론사 출처"},
    {"section",
     "section section.name sectionname articlesection category category.name rubric department desk newsdesk "
     "channel sectiontitle vertical ressort rubrik rubrique seccion sezione article.section "
     "metadata.article.section seccao secao editoria sectie sektion seksjon dzial kategorie kategori "
     "categoria categorie рубрика раздел 栏目 欄目 分类 分類 频道 カテゴリ 섹션 카테고리"},
    {"topics",
     "topics topics.name topic topic.name tags tags.name tags.term tags.label tags.text tags.webtitle tag "
     "keywords keywords.value keywords.name keyword subjects subjects.name subject subject.name newskeywords "
     "dc.subject categories categories.name categories.term themes themen schlagworte schlagworter etiquetas "
     "motscles article.tag metadata.article.tag metadata.newskeywords metadata.keywords embedded.wp.term.name "
     "stichworte stichworter temas tema palabrasclave palavraschave argomenti parolechiave trefwoorden "
     "emneord nyckelord etiketler tagi теги ключевыеслова 标签 標籤 关键词 關鍵詞 キーワード タグ 키워드 태그"},
    {"places",
     "places places.name place place.name locations locations.name location location.name geofacet "
     "contentlocation.name orte lugares luoghi lieux"},
    {"people",
     "people people.name person person.name persons persons.name perfacet"},
    {"organizations",
     "organizations organizations.name organisations organisations.name organization organization.name "
     "organisation organisation.name orgs orgs.name companies companies.name exchanges orgfacet"},
    {"language",
     "language lang inlanguage languagecode locale dc.language sprache langue idioma metadata.language lingua "
     "taal sprak dil jezyk язык 语言 語言 言語 언어"},
    {"url",
     "canonicallink canonicalurl canonical url link weburl articleurl pageurl permalink storyurl newsurl href "
     "shareurl originalurl mainentityofpage.@id mainentityofpage @id uri guid sourceurl enlace lien adresse "
     "ссылка 链接 網址 网址 リンク 링크"},
    {"dateline",
     "dateline ortsmarke datelinelocation"},
    {"embargo",
     "embargo embargoed embargodate embargountil embargoeduntil"},
    {"pubstatus",
     "pubstatus publicationstatus"},
});
// clang-format on

constexpr auto kNames = [] {
  std::array<View, kTable.size()> names{};
  std::transform(kTable.begin(), kTable.end(), names.begin(), [](const Entry& entry) { return entry.field; });
  return names;
}();

using Paths = std::vector<View>;

std::array<Paths, kTable.size()> split_paths() {
  std::array<Paths, kTable.size()> split;
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    for (View rest = kTable[i].paths; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      split[i].push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return split;
}

std::unordered_map<View, std::vector<Meaning>> turn_around() {
  std::unordered_map<View, std::vector<Meaning>> meanings;
  for (const View field : kNames) {
    const auto paths = synonyms_of(field);
    for (std::size_t rank = 0; rank < paths.size(); ++rank) {
      meanings[paths[rank]].push_back({field, rank, paths[rank]});
    }
  }
  return meanings;
}

}  // namespace

std::span<const std::string_view> fillable_fields() {
  return kNames;
}

std::span<const std::string_view> synonyms_of(std::string_view article_field) {
  static const auto kPaths = split_paths();
  const auto found = std::find(kNames.begin(), kNames.end(), article_field);
  if (found == kNames.end()) return {};
  return kPaths[static_cast<std::size_t>(found - kNames.begin())];
}

std::span<const Meaning> meanings_of(std::string_view folded_path) {
  static const auto kMeanings = turn_around();
  const auto found = kMeanings.find(folded_path);
  if (found == kMeanings.end()) return {};
  return found->second;
}

}  // namespace morgue::extract
