// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/table.h"

#include <gtest/gtest.h>

#include "core/width.h"
#include "render/rejects.h"

namespace morgue::render {
namespace {

const Counts& sample() {
  static const Counts counts = {{"2025-05", 8}, {"新聞", 0}, {"a,\"b\"", 100}, {"=x", -1}};
  return counts;
}

TEST(CountsText, AlignsColumnsAndDrawsBars) {
  EXPECT_EQ(counts_text(sample(), 200, {false, false, 36}, BarStyle::Blocks),
            "2025-05    8  4.0%  █▎\n"
            "新聞       0    0%\n"
            "a,\"b\"    100   50%  ████████████████\n"
            "=x        -1    0%\n");
  EXPECT_EQ(counts_text({{"en", 3}, {"de", 1}}, 4, {true, false, 20}, BarStyle::Hashes),
            "en  3  \x1b[2m75%\x1b[0m  ########\n"
            "de  1  \x1b[2m25%\x1b[0m  ###\n");
}

TEST(CountsText, CutsWideValuesAndFitsTheTerminal) {
  const Counts counts = {
      {std::string(200, 'x'), 1}, {"新聞新聞新聞新聞新聞新聞新聞新聞新聞", 123456}, {"e\n\x1b[m", 2}};
  for (const std::size_t width : {1U, 40U, 80U, 500U}) {
    const std::string text = counts_text(counts, 7, {false, false, width}, BarStyle::Blocks);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin);
      EXPECT_LE(column_width(std::string_view(text).substr(begin, end - begin)), std::max<std::size_t>(width, 40));
      begin = end + 1;
    }
  }
}

TEST(CountsText, NothingIsNothing) {
  EXPECT_EQ(counts_text({}, 0, {}, BarStyle::Blocks), "");
}

TEST(CountsData, IsExact) {
  EXPECT_EQ(counts_json({}), "[]\n");
  EXPECT_EQ(counts_json(sample()),
            R"([{"value":"2025-05","count":8},{"value":"新聞","count":0},{"value":"a,\"b\"","count":100},)"
            R"({"value":"=x","count":-1}])"
            "\n");
  EXPECT_EQ(counts_jsonl({{"a", 1}, {"b", 2}}), "{\"value\":\"a\",\"count\":1}\n{\"value\":\"b\",\"count\":2}\n");
  EXPECT_EQ(counts_csv({{"a b", 1}}, '\t'), "value\tcount\na b\t1\n");
  EXPECT_EQ(counts_csv(sample(), ','), "value,count\n2025-05,8\n新聞,0\n\"a,\"\"b\"\"\",100\n'=x,-1\n");
}

TEST(RejectJson, NamesThePlace) {
  Reject reject{{"a.jsonl", 3, 1024}, "no \"headline\"", "{"};
  EXPECT_EQ(reject_json(7, reject),
            R"({"run":7,"dump":"a.jsonl","record":3,"offset":1024,"reason":"no \"headline\"","excerpt":"{"})");
  reject.where.record = 0;
  EXPECT_EQ(reject_json(7, reject),
            R"({"run":7,"dump":"a.jsonl","record":null,"offset":1024,"reason":"no \"headline\"","excerpt":"{"})");
}

}  // namespace
}  // namespace morgue::render
