// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace morgue::cli {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

OptionOutline option(std::vector<std::string> names, std::string value, std::vector<std::string> choices = {}) {
  OptionOutline out;
  out.positional = names.front().front() != '-';
  out.names = std::move(names);
  out.value = std::move(value);
  out.choices = std::move(choices);
  out.repeats = out.positional;
  return out;
}

CommandOutline program() {
  CommandOutline search{{"search"},
                        "Find",
                        {option({"QUERY"}, "TEXT"), option({"--author"}, "TEXT"),
                         option({"-o", "--output"}, "OUTPUT", {"text", "json", "jsonl"})},
                        {},
                        false};
  CommandOutline add{{"saved", "add"}, "Save", {option({"--note"}, "TEXT")}, {}, false};
  CommandOutline remove{{"saved", "remove"}, "Forget", {option({"NAME"}, "TEXT")}, {}, false};
  CommandOutline saved{{"saved"}, "Keep", {}, {add, remove}, true};
  CommandOutline ingest{{"ingest"}, "Store", {option({"PATH"}, "TEXT")}, {}, false};
  return {{}, "morgue", {option({"--archive"}, "DIR"), option({"-q", "--quiet"}, "")}, {search, saved, ingest}, false};
}

struct Asked {
  std::vector<std::string> words;
  NamesWanted wanted;
  Completion::Kind kind = Completion::Kind::Words;
};

Asked ask(const std::vector<std::string>& words) {
  Asked out;
  const NameSource names = [&out](const NamesWanted& wanted) {
    out.wanted = wanted;
    return std::vector<std::string>{"Jane Doe", "jones"};
  };
  const Completion completion = complete(program(), words, names);
  out.kind = completion.kind;
  for (const Candidate& word : completion.words) out.words.push_back(word.text);
  return out;
}

TEST(Completion, OffersCommandsFirst) {
  EXPECT_THAT(ask({""}).words, ElementsAre("search", "saved", "ingest"));
  EXPECT_THAT(ask({"s"}).words, ElementsAre("search", "saved"));
  EXPECT_THAT(ask({"-q", "saved", ""}).words, ElementsAre("add", "remove"));
}

TEST(Completion, OffersOptionsOfTheCommandAndOfAll) {
  EXPECT_THAT(ask({"search", "--"}).words, ElementsAre("--author", "--output", "--archive", "--quiet"));
  EXPECT_THAT(ask({"search", "dock", "--o"}).words, ElementsAre("--output"));
  EXPECT_THAT(ask({"saved", "add", "--n"}).words, ElementsAre("--note"));
}

TEST(Completion, OffersValuesOfOptions) {
  EXPECT_THAT(ask({"search", "-o", "js"}).words, ElementsAre("json", "jsonl"));
  EXPECT_THAT(ask({"search", "--output=t"}).words, ElementsAre("--output=text"));
  EXPECT_THAT(ask({"search", "--author", "ja"}).words, ElementsAre("Jane Doe", "jones"));
}

TEST(Completion, OffersNothingBehindAFlag) {
  EXPECT_THAT(ask({"-q", "search", "-q", "-o"}).words, ElementsAre("-o"));
}

TEST(Completion, AsksTheArchiveThatIsNamed) {
  const Asked asked = ask({"--archive", "/srv/news", "search", "author:ja"});
  EXPECT_EQ(asked.wanted.archive, "/srv/news");
  EXPECT_EQ(asked.wanted.kind, "author");
  EXPECT_EQ(asked.wanted.prefix, "ja");
  EXPECT_THAT(asked.words, ElementsAre("author:\"Jane Doe\"", "author:jones"));
  EXPECT_EQ(ask({"--archive=/srv/other", "search", "author:ja"}).wanted.archive, "/srv/other");
}

TEST(Completion, CompletesTheLastTermOfAQuery) {
  EXPECT_THAT(ask({"search", "dock -(auth"}).words, ElementsAre("dock -(author:"));
  EXPECT_THAT(ask({"search", "dock author:\"Jane D"}).words,
              ElementsAre("dock author:\"Jane Doe\"", "dock author:jones"));
  EXPECT_EQ(ask({"search", "dock author:\"Jane D"}).wanted.prefix, "Jane D");
  EXPECT_THAT(ask({"search", "author:=ja"}).words, Contains("author:=\"Jane Doe\""));
  EXPECT_THAT(ask({"search", "date:last-"}).words, ElementsAre("date:last-week", "date:last-month", "date:last-year"));
  EXPECT_THAT(ask({"search", "before:y"}).words, ElementsAre("before:yesterday"));
  EXPECT_THAT(ask({"search", "is:d"}).words, ElementsAre("is:duplicate"));
  EXPECT_THAT(ask({"search", "has:auth"}).words, ElementsAre("has:author"));
  EXPECT_THAT(ask({"search", "nosuchfield:x"}).words, IsEmpty());
}

TEST(Completion, KnowsSavedSearches) {
  EXPECT_EQ(ask({"saved", "remove", "str"}).wanted.kind, "saved");
  EXPECT_EQ(ask({"search", "saved:str"}).wanted.kind, "saved");
}

TEST(Completion, LeavesFilesToTheShell) {
  EXPECT_EQ(ask({"ingest", "du"}).kind, Completion::Kind::Files);
  EXPECT_EQ(ask({"--archive", ""}).kind, Completion::Kind::Folders);
}

TEST(Completion, TakesEverythingBehindTwoHyphensAsArguments) {
  EXPECT_THAT(ask({"search", "--", "--"}).words, Not(Contains("--author")));
}

TEST(Completion, OffersNothingForNothing) {
  EXPECT_THAT(ask({}).words, IsEmpty());
  EXPECT_THAT(ask({"nonsense", "--nonsense=", "-"}).words, Contains("--archive"));
}

}  // namespace
}  // namespace morgue::cli
