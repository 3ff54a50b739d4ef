// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/markdown_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "formats/front_matter.h"
#include "formats/toml_fields.h"
#include "formats/yaml_fields.h"
#include "tests/support/string_source.h"

namespace morgue::formats {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

using Lines = std::vector<std::string>;

Lines read(const std::string& dump, const std::string& inner = "fog.md") {
  test::StringSource source(dump, 7);
  io::BufferedInput bytes(source);
  const auto reader = open_reader(Format::Markdown, {bytes, "dump", inner, {}});
  const auto next = reader->next();
  if (!next) return {};
  if (const auto* reject = std::get_if<Reject>(&*next)) return {"! " + reject->reason};
  if (const auto* other = std::get_if<PassedOver>(&*next)) return {"~ " + other->kind};
  Lines fields;
  for (const Field& field : std::get<Record>(*next).fields) fields.push_back(field.path + "=" + field.value);
  EXPECT_FALSE(reader->next());
  return fields;
}

/// Values as `path=value`, the problem as `! problem`.
template <typename Reader>
Lines values(Reader reader, const std::string& text, ReaderLimits limits = {}) {
  std::vector<Field> fields;
  const auto problem = reader(text, limits, fields);
  if (problem) return {"! " + *problem};
  Lines out;
  for (const Field& field : fields) {
    out.push_back(field.path + (field.kind == Field::Kind::Boolean ? "?" : "=") + field.value);
  }
  return out;
}

TEST(Markdown, FrontMatterBecomesFieldsAndTheRestTheBody) {
  EXPECT_THAT(read("---\ntitle: \"Fog: a story\"\ndate: 2017-03-14 09:00:00 +0100\nlastmod: 2017-03-15\ntags: [sea, "
                   "'r, s']\nauthor:\n  name: Ann Oak\nsummary: >\n  Two lines\n  in one.\n---\n\nThe *ferry* "
                   "stopped.\n<!--more-->\n{% include x.html %}\nAll day.\n"),
              ElementsAre("headline=Fog: a story", "published=2017-03-14 09:00:00 +0100", "updated=2017-03-15",
                          "author.name=Ann Oak", "summary=Two lines in one.\n", "topics=sea", "topics=r, s",
                          "body.markdown=The *ferry* stopped.\n\n\nAll day."));
  EXPECT_THAT(read("+++\ntitle = \"Fog\"\ndate = 2017-03-14T09:00:00Z\n+++\nText"),
              ElementsAre("headline=Fog", "published=2017-03-14T09:00:00Z", "body.markdown=Text"));
  EXPECT_THAT(read("{\n\"title\": \"Fog\"\n}\n\nText"), ElementsAre("headline=Fog", "body.markdown=Text"));
}

TEST(Markdown, TextWithoutFrontMatterHasItsHeading) {
  EXPECT_THAT(read("# Fog\n\nText"), ElementsAre("headline=Fog", "body.markdown=# Fog\n\nText"));
  EXPECT_THAT(read("Text\n\n---\n\nMore"), ElementsAre("body.markdown=Text\n\n---\n\nMore"));
  EXPECT_THAT(read("---\ntitle: never closed\n\nText"), ElementsAre(HasSubstr("body.markdown=---\ntitle: never")));
  EXPECT_THAT(read(" \n"), ElementsAre("! there is no text in the file"));
}

TEST(Markdown, FileNameMayHoldTheDate) {
  EXPECT_THAT(read("Text", "a/_posts/2017-03-14-fog.md"), Contains("filename.date=2017-03-14"));
  EXPECT_THAT(read("Text", "a/2017-03-145.md"), Not(Contains(StartsWith("filename"))));
  EXPECT_THAT(read("Text", "2017-03-14/fog.md"), Not(Contains(StartsWith("filename"))));
}

TEST(Markdown, CategoriesAndTagsAreTopics) {
  EXPECT_THAT(
      read("---\ncategories: [News, Sea]\ntags: fog, ferry\n---\nText"),
      ElementsAre("topics=News", "topics=Sea", "topics=fog", "topics=ferry", "section=News", "body.markdown=Text"));
  EXPECT_THAT(read("---\ncategory: News\nsection: Front\n---\nText"),
              ElementsAre("section=Front", "topics=News", "body.markdown=Text"));
}

TEST(Markdown, DraftsArePassedOver) {
  EXPECT_THAT(read("---\ntitle: x\ndraft: true\n---\nText"), ElementsAre("~ draft"));
  EXPECT_THAT(read("---\ntitle: x\npublished: false\n---\nText"), ElementsAre("~ draft"));
  EXPECT_THAT(read("---\ntitle: x\ndraft: false\n---\nText"), Contains("headline=x"));
}

TEST(Markdown, BrokenFrontMatterIsReadLineByLine) {
  EXPECT_THAT(
      read("---\ntitle: Fog: \"a\" story\ndate: 2017-03-14\ntags: [sea, \"salt\"]\nauthors:\n  - Ann Oak\n- Per "
           "Elm\n\tx\n---\nText"),
      ElementsAre("headline=Fog: \"a\" story", "published=2017-03-14", "authors=Ann Oak", "authors=Per Elm",
                  "topics=sea", "topics=salt", "body.markdown=Text"));
}

TEST(Markdown, IsKnownByItsFrontMatterOrItsName) {
  EXPECT_EQ(detect("---\ntitle: x\n---\ntext", "post"), Format::Markdown);
  EXPECT_EQ(detect("+++\ntitle = 'x'\n+++\ntext", "post.html"), Format::Markdown);
  EXPECT_EQ(detect("Just text of a post.", "post.md"), Format::Markdown);
  EXPECT_EQ(detect("{\n\"title\": \"Fog\"\n}\n\nText", "post.md"), Format::Markdown);
  EXPECT_EQ(detect("<p>A post</p>", "post.md"), Format::Markdown);
  EXPECT_NE(detect("# Read me", "README.md"), Format::Markdown);
  EXPECT_NE(detect("---\na: b\n---\nc: d\n", "list.yaml"), Format::Markdown);
  EXPECT_NE(detect("---\nA text between rules\n---\nMore.", "post"), Format::Markdown);
}

TEST(Yaml, ValuesHavePaths) {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"a: b\nc:\n  d: [1, 'two', {e: f}]\n  g: ~\nh: \"\"\ni: 'null'",
       {"a=b", "c.d=1", "c.d=two", "c.d.e=f", "i=null"}},
      {"a:\n- b\n- - c\n- d: e\n  f: true\ng: |\n  one\n  two\n", {"a=b", "a=c", "a.d=e", "a.f?true", "g=one\ntwo\n"}},
      {"a: &x word\nb: *x\nc: &y [1]\nd: *y\ne: f", {"a=word", "b=word", "c=1", "e=f"}},
      {"? [k, l]\n: v\nm: n", {"=k"}},
      {"- a\n- b", {}},
      {"", {}},
  };
  for (const auto& [yaml, expected] : cases) {
    if (yaml.starts_with("?")) {
      EXPECT_THAT(values(yaml_fields, yaml), Contains("m=n"));
    } else {
      EXPECT_EQ(values(yaml_fields, yaml), expected) << yaml;
    }
  }
}

TEST(Yaml, ProblemsAndLimitsAreNamed) {
  EXPECT_THAT(values(yaml_fields, "a: b: c"), ElementsAre(StartsWith("! mapping values are not allowed")));
  EXPECT_THAT(values(yaml_fields, "just words"), ElementsAre(HasSubstr("names no values")));
  EXPECT_THAT(values(yaml_fields, std::string(100000, '[')), ElementsAre(HasSubstr("nested deeper")));
  ReaderLimits limits;
  limits.fields = 2;
  EXPECT_THAT(values(yaml_fields, "a: [1, 2, 3]", limits), ElementsAre(HasSubstr("more than 2 values")));
  // References upon references would be a million values.
  EXPECT_THAT(values(yaml_fields, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"), ElementsAre("a=x", "a=x"));
}

TEST(Toml, ValuesHavePaths) {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"a = 'b'\nc.d = 1 # note\n\"e f\" = true\n", {"a=b", "c.d=1", "e f?true"}},
      {"[t.u]\na = 1979-05-27 07:32:00Z\n[[v]]\nb = 2\n", {"t.u.a=1979-05-27 07:32:00Z", "v.b=2"}},
      {"a = [\n  'x', # one\n  [ 'y' ],\n]\nb = { c = 1, d.e = \"f\" }", {"a=x", "a=y", "b.c=1", "b.d.e=f"}},
      {"a = \"\"\"\nq \"\"w\\\n   e\"\"\"\nb = '''\n'x\\'''\nc = \"\\u00e9\\t\"",
       {"a=q \"\"we", "b='x\\", "c=\u00e9\t"}},
  };
  for (const auto& [toml, expected] : cases) EXPECT_EQ(values(toml_fields, toml), expected) << toml;
}

TEST(Toml, ProblemsAreNamedWithTheirLine) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a = 1\nb", "! there is no = behind a name (line 2)"},
      {"a = \"x", "! a string is not closed (line 1)"},
      {"a = \"x\\", "! a string has an unknown escape (line 1)"},
      {"a = \"\\u12\"", "! a string has an unknown escape (line 1)"},
      {"a = [1", "! a list is not closed (line 1)"},
      {"a = [1 2", "! a list is not closed (line 1)"},
      {"a = {b", "! there is no = behind a name (line 1)"},
      {"a = ['x' 'y'", "! a list has no comma between its values (line 1)"},
      {"[a\n", "! the name of a table is not closed (line 1)"},
      {"a = 'x' y", "! there is more on the line than a value (line 1)"},
      {"= 1", "! a name is missing (line 1)"},
      {"a =", "! a value is missing (line 1)"},
  };
  for (const auto& [toml, expected] : cases) EXPECT_THAT(values(toml_fields, toml), ElementsAre(expected)) << toml;
  EXPECT_THAT(values(toml_fields, "a = " + std::string(100000, '[')), ElementsAre(HasSubstr("nested deeper")));
  EXPECT_THAT(values(toml_fields, ""), IsEmpty());
}

}  // namespace
}  // namespace morgue::formats
