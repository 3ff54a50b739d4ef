// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/batch_input.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class BatchInputTest : public ::testing::Test {
 protected:
  std::vector<BatchQuery> read(const std::string& text, const std::string& name = "list") {
    BatchInput input(dir_.write(name, text).string());
    std::vector<BatchQuery> all;
    while (auto query = input.next()) all.push_back(std::move(*query));
    return all;
  }
  std::vector<std::string> texts(const std::string& text) {
    std::vector<std::string> out;
    for (const auto& query : read(text)) out.push_back(query.arguments.text());
    return out;
  }
  std::string refusal(const std::string& text, const std::string& name = "list") {
    try {
      read(text, name);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage);
      return error.message() + "\n" + error.hint();
    }
    return {};
  }

  test::TempDir dir_;
};

TEST_F(BatchInputTest, ALineIsAQueryWhateverIsInIt) {
  EXPECT_THAT(texts("dock, strike\r\n\n# no query\n \"a b\", c\t\nlast"),
              ElementsAre("dock, strike", "\"a b\", c", "last"));
  EXPECT_THAT(texts(""), ElementsAre());
  EXPECT_THAT(texts("name"), ElementsAre("name"));
}

TEST_F(BatchInputTest, TheColumnQueryMakesATable) {
  EXPECT_THAT(texts("\xEF\xBB\xBFquery\n\"dock, strike\"\n\"two\nlines\"\n"),
              ElementsAre("dock, strike", "two\nlines"));
  const auto all = read("Name; Query ;AUTHOR;author;from;to;phrase\nn;q;a;b;2020;2021;two words\n;;;;;;x\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].name, "n");
  EXPECT_EQ(all[0].arguments.text(), "q");
  EXPECT_THAT(all[0].arguments.authors, ElementsAre("a", "b"));
  EXPECT_EQ(all[0].arguments.from, "2020");
  EXPECT_EQ(all[0].arguments.to, "2021");
  EXPECT_THAT(all[0].arguments.phrases, ElementsAre("two words"));
  EXPECT_TRUE(all[1].arguments.words.empty());
}

TEST_F(BatchInputTest, FiltersAloneMakeATable) {
  const auto all = read("author,topic\nSmith,port\n");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].arguments.authors, ElementsAre("Smith"));
}

TEST_F(BatchInputTest, ABadRowIsAProblemOfItsOwn) {
  const auto all = read("name,query\na\nb,q\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_THAT(all[0].problem, HasSubstr("line 2"));
  EXPECT_EQ(all[0].arguments.text(), "a");
  EXPECT_EQ(all[1].problem, "");
}

TEST_F(BatchInputTest, ALineWithoutEndIsAProblem) {
  const auto all = read(std::string(1 << 20, 'x') + "\nferry\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_THAT(all[0].problem, HasSubstr("longer"));
  EXPECT_LT(all[0].arguments.text().size(), 1000U);
  EXPECT_EQ(all[1].arguments.text(), "ferry");
}

TEST_F(BatchInputTest, AFilterThatIsNotKnownIsNotPassedOver) {
  EXPECT_THAT(refusal("query,autor\nq,a\n"), HasSubstr("did you mean author?"));
  EXPECT_THAT(refusal("query,\nq,a\n"), HasSubstr("column \"\""));
  EXPECT_THAT(refusal("id,text\n1,a\n", "list.csv"), HasSubstr("no column query"));
}

}  // namespace
}  // namespace morgue::cli
