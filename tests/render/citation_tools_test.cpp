// SPDX-License-Identifier: GPL-2.0-or-later
// What other programs make of our references, where they are installed (Debian: bibutils, biber).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "render/citation.h"
#include "tests/render/sample.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::render {
namespace {

using testing::HasSubstr;

bool installed(const std::string& program) {
  const morgue::test::TempDir dir;
  return morgue::test::run({"sh", "-c", "command -v " + program}, dir.path()).exit_code == 0;
}

StoredArticle article() {
  StoredArticle a = test::full_article();
  a.authors = {"Ana Dvořák", "Rogier van der Weyden", "Martin Luther King, Jr.", "Agence France-Presse", "李安"};
  a.headline = "50% of AT&T_x {braces} & ~ #1";
  return a;
}

std::string translated(const std::string& program, const std::string& references) {
  const morgue::test::TempDir dir;
  dir.write("in", references);
  const auto done = morgue::test::run({program, (dir.path() / "in").string()}, dir.path());
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.err, HasSubstr("Processed 2 references"));
  return done.out;
}

void expect_mods(const std::string& mods) {
  EXPECT_THAT(mods, HasSubstr("<namePart type=\"given\">Ana</namePart>"));
  EXPECT_THAT(mods, HasSubstr("<namePart type=\"family\">Dvořák</namePart>"));
  EXPECT_THAT(mods, HasSubstr("<namePart type=\"family\">van der Weyden</namePart>"));
  EXPECT_THAT(mods, HasSubstr("<namePart type=\"family\">King</namePart>"));
  EXPECT_THAT(mods, HasSubstr(">李安</namePart>"));
  EXPECT_THAT(mods, HasSubstr("<title>The Harbour Gazette</title>"));
  EXPECT_THAT(mods, HasSubstr("1926-05-12"));
  EXPECT_THAT(mods, HasSubstr("<url>https://gazette.example/771</url>"));
}

TEST(CitationTools, BibutilsReadsRis) {
  if (!installed("ris2xml")) GTEST_SKIP() << "ris2xml is not installed";
  expect_mods(translated("ris2xml", ris_reference(article()) + ris_reference(test::full_article())));
}

TEST(CitationTools, BibutilsReadsBibTex) {
  if (!installed("bib2xml")) GTEST_SKIP() << "bib2xml is not installed";
  const std::string mods = translated("bib2xml", bibtex_reference(article()) + bibtex_reference(test::full_article()));
  expect_mods(mods);
  EXPECT_THAT(mods, HasSubstr("<namePart>Agence France-Presse</namePart>"));
  EXPECT_THAT(mods, HasSubstr("<title>50% of AT&amp;T_x {braces} &amp; ~ #1</title>"));
}

TEST(CitationTools, BiberFindsNothingWrong) {
  if (!installed("biber")) GTEST_SKIP() << "biber is not installed";
  const morgue::test::TempDir dir;
  dir.write("in.bib", bibtex_reference(article()) + bibtex_reference(test::full_article()));
  const auto done = morgue::test::run({"biber", "--tool", "--validate-datamodel", "--nolog", "--output-file",
                                       (dir.path() / "out.bib").string(), (dir.path() / "in.bib").string()},
                                      dir.path());
  EXPECT_EQ(done.exit_code, 0) << done.out;
  EXPECT_THAT(morgue::test::read_file(dir.path() / "out.bib"), HasSubstr("https://gazette.example/771"));
}

}  // namespace
}  // namespace morgue::render
