// SPDX-License-Identifier: GPL-2.0-or-later
// Answers in a file: a killed run goes on where it ended, wherever that was.
#include "cli/batch_output.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::cli {
namespace {

using ::testing::HasSubstr;

BatchQuery query(const std::string& name, const std::string& text) {
  BatchQuery query;
  query.name = name;
  query.arguments.words = {text};
  return query;
}

const std::vector<BatchQuery>& queries() {
  static const std::vector<BatchQuery> all = [] {
    std::vector<BatchQuery> out = {query("plain", "ferry"), query("=1+1", "\"dock, strike\""), query("", "two\nlines"),
                                   query("bell\a", "ferry")};
    out[0].arguments.authors = {"Jane \"J\" Doe", "x"};
    out[0].arguments.from = "2020";
    return out;
  }();
  return all;
}

class BatchOutputTest : public ::testing::Test {
 protected:
  /// Goes on with what is in the file, and answers the rest. Returns how many were answered before.
  std::size_t run(std::size_t most = 100) const {
    BatchOutput output(file_, true);
    std::size_t before = 0;
    for (const auto& query : queries()) {
      if (output.known(query)) {
        ++before;
      } else if (most-- > 0) {
        output.add(query, {1234, "2020", "2021-01-02", {}, 1.5});
      }
    }
    if (most > 0) output.finish();
    return before;
  }
  [[nodiscard]] std::string contents() const {
    std::ifstream in(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& text) const { std::ofstream(file_, std::ios::binary) << text; }
  [[nodiscard]] std::string refusal() const {
    try {
      run();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage);
      return error.message();
    }
    return {};
  }

  test::TempDir dir_;
  std::string file_ = (dir_.path() / "answers.csv").string();
};

TEST_F(BatchOutputTest, GoesOnWhereverItWasCutOff) {
  EXPECT_EQ(run(), 0U);
  const std::string whole = contents();
  EXPECT_THAT(whole,
              HasSubstr("\nplain,ferry,\"author=Jane \"\"J\"\" Doe; author=x; from=2020\",1234,2020,2021-01-02,,1.5\n"
                        "'=1+1,\"\"\"dock, strike\"\"\",,1234"));
  std::size_t before = 0;
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    write(whole.substr(0, size));
    const std::size_t kept = run();
    EXPECT_EQ(contents(), whole) << "cut at " << size;
    EXPECT_GE(kept, before);
    before = kept;
  }
  EXPECT_EQ(before, queries().size());
}

TEST_F(BatchOutputTest, ATailOfNothingIsCutOff) {
  run();
  const std::string whole = contents();
  write(whole.substr(0, whole.size() - 5) + std::string(100, '\0'));
  EXPECT_EQ(run(), queries().size() - 1);
  EXPECT_EQ(contents(), whole);
}

TEST_F(BatchOutputTest, EachAnswerIsThereAtOnce) {
  BatchOutput output(file_, false);
  output.add(queries()[0], {1, {}, {}, {}, 0});
  EXPECT_THAT(contents(), HasSubstr("plain,ferry"));
}

TEST_F(BatchOutputTest, KeepsItsHandsOffOtherFiles) {
  write("a,b\n1,2\n");
  EXPECT_THAT(refusal(), HasSubstr("is not what morgue batch writes"));
  EXPECT_EQ(contents(), "a,b\n1,2\n");
  EXPECT_THROW(BatchOutput(file_, false), Error);
  EXPECT_EQ(contents(), "a,b\n1,2\n");
}

TEST_F(BatchOutputTest, AnswersToOtherQueriesAreNoAnswers) {
  run();
  std::string changed = contents();
  changed.replace(changed.find("plain"), 5, "other");
  write(changed);
  EXPECT_THAT(refusal(), HasSubstr("answer 1 is to another query"));
  EXPECT_EQ(contents(), changed);
}

TEST_F(BatchOutputTest, OneAtATime) {
  const BatchOutput output(file_, false);
  try {
    const BatchOutput other(file_, true);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Locked);
  }
}

}  // namespace
}  // namespace morgue::cli
