// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation.h"

#include <gtest/gtest.h>

#include "tests/render/sample.h"

namespace morgue::render {
namespace {

StoredArticle bare_article() {
  StoredArticle article;
  article.id = 7;
  return article;
}

StoredArticle dated(std::string_view date) {
  StoredArticle article = bare_article();
  article.published = Timestamp::from_string(date);
  return article;
}

TEST(TextReference, IsOneLineOfWhatIsKnown) {
  StoredArticle article = test::full_article();
  article.headline = "Dockers\nvote \x1b[31mto end";
  EXPECT_EQ(text_reference(article),
            "Ana Dvořák, Harbour Press, \"Dockers vote [31mto end\", The Harbour Gazette, 1926-05-12, "
            "https://gazette.example/771");
  EXPECT_EQ(text_reference(bare_article()), "");
  EXPECT_EQ(text_reference(dated("2024-03")), "2024-03");
  EXPECT_EQ(text_reference(dated("2024-03-04T07:30:00+01:00")), "2024-03-04");
}

TEST(Ris, HasWhatIsKnownInItsTags) {
  EXPECT_EQ(ris_reference(test::full_article()),
            "TY  - NEWS\n"
            "ID  - morgue-12\n"
            "AU  - Dvořák, Ana\n"
            "AU  - Harbour Press,\n"
            "TI  - Dockers vote to end strike\n"
            "T2  - The Harbour Gazette\n"
            "JF  - The Harbour Gazette\n"
            "SE  - Labour\n"
            "PY  - 1926\n"
            "DA  - 1926/05/12/\n"
            "LA  - en\n"
            "AB  - The vote was close.\n"
            "KW  - strike\n"
            "KW  - unions\n"
            "UR  - https://gazette.example/771\n"
            "ER  - \n\n");
}

TEST(Ris, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(ris_reference(bare_article()), "TY  - NEWS\nID  - morgue-7\nER  - \n\n");
  EXPECT_NE(ris_reference(dated("1926")).find("PY  - 1926\nDA  - 1926///\n"), std::string::npos);
  EXPECT_NE(ris_reference(dated("1926-05")).find("PY  - 1926\nDA  - 1926/05//\n"), std::string::npos);
}

TEST(Ris, NothingInAnArticleCanBeginATag) {
  StoredArticle article = bare_article();
  article.headline = "Strike\nER  - \nTY  - BOOK";
  article.topics = {"a\r\nAU  - Doe, Jane"};
  const std::string reference = ris_reference(article);
  EXPECT_NE(reference.find("TI  - Strike ER  -  TY  - BOOK\n"), std::string::npos) << reference;
  EXPECT_EQ(reference.find("\nAU"), std::string::npos) << reference;
}

TEST(BibTex, HasWhatIsKnownInItsFields) {
  EXPECT_EQ(bibtex_reference(test::full_article()),
            "@article{morgue-12,\n"
            "  entrysubtype = {newspaper},\n"
            "  author       = {Dvořák, Ana and {Harbour Press}},\n"
            "  title        = {{Dockers vote to end strike}},\n"
            "  journal      = {The Harbour Gazette},\n"
            "  date         = {1926-05-12},\n"
            "  year         = {1926},\n"
            "  month        = may,\n"
            "  day          = {12},\n"
            "  url          = {https://gazette.example/771},\n"
            "  language     = {en},\n"
            "  abstract     = {The vote was close.},\n"
            "  keywords     = {strike, unions},\n"
            "}\n\n");
}

TEST(BibTex, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(bibtex_reference(bare_article()), "@article{morgue-7,\n  entrysubtype = {newspaper},\n}\n\n");
  EXPECT_EQ(bibtex_reference(dated("1926")).find("month"), std::string::npos);
  EXPECT_NE(bibtex_reference(dated("1926-05")).find("= {1926-05},"), std::string::npos);
  EXPECT_NE(bibtex_reference(dated("1926-05-12T14:05:00Z")).find("= {1926-05-12},"), std::string::npos);
}

TEST(BibTex, EscapesWhatLatexWouldRunAndKeepsBracesInPairs) {
  StoredArticle article = bare_article();
  article.headline = "50% of AT&T_x #1 {for $5 ~ ^ \\end";
  article.url = "https://gazette.example/a{b}\\c d%20é";
  const std::string reference = bibtex_reference(article);
  EXPECT_NE(reference.find("{{50\\% of AT\\&T\\_x \\#1 \\textbraceleft{}for \\$5 \\textasciitilde{} "
                           "\\textasciicircum{} \\textbackslash{}end}}"),
            std::string::npos)
      << reference;
  EXPECT_NE(reference.find("{https://gazette.example/a%7Bb%7D%5Cc%20d%20%C3%A9}"), std::string::npos) << reference;
  EXPECT_EQ(std::count(reference.begin(), reference.end(), '{'), std::count(reference.begin(), reference.end(), '}'));
}

TEST(BibTex, WritesNamesSoThatTheyAreReadInTheirParts) {
  StoredArticle article = bare_article();
  article.authors = {"Rogier van der Weyden", "Robert De Niro", "Martin Luther King, Jr.", "Jane Doe and Sons"};
  EXPECT_NE(
      bibtex_reference(article).find(
          "= {van der Weyden, Rogier and {De Niro}, Robert and King, Jr., Martin Luther and {Jane Doe and Sons}},"),
      std::string::npos)
      << bibtex_reference(article);
}

TEST(CslJson, HasWhatIsKnown) {
  EXPECT_EQ(csl_json_reference(test::full_article()),
            R"({"id":"morgue-12","type":"article-newspaper",)"
            R"("author":[{"family":"Dvořák","given":"Ana"},{"literal":"Harbour Press"}],)"
            R"("title":"Dockers vote to end strike","container-title":"The Harbour Gazette","section":"Labour",)"
            R"("issued":{"date-parts":[[1926,5,12]]},"URL":"https://gazette.example/771","language":"en",)"
            R"("abstract":"The vote was close.","keyword":"strike, unions"})");
}

TEST(CslJson, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(csl_json_reference(bare_article()), R"({"id":"morgue-7","type":"article-newspaper"})");
  EXPECT_NE(csl_json_reference(dated("1926")).find("[[1926]]"), std::string::npos);
  EXPECT_NE(csl_json_reference(dated("1926-05")).find("[[1926,5]]"), std::string::npos);
}

TEST(CslJson, KeepsThePartsOfANameApart) {
  StoredArticle article = bare_article();
  article.authors = {"Rogier van der Weyden", "", "Martin King Jr."};
  EXPECT_NE(
      csl_json_reference(article).find(R"([{"family":"Weyden","given":"Rogier","non-dropping-particle":"van der"},)"
                                       R"({"family":"King","given":"Martin","suffix":"Jr."}])"),
      std::string::npos)
      << csl_json_reference(article);
}

}  // namespace
}  // namespace morgue::render
