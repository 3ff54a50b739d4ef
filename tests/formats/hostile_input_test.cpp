// SPDX-License-Identifier: GPL-2.0-or-later
// Every reader on random bytes and on damaged dumps: it ends, in order, whatever comes in.
#include <gtest/gtest.h>

#include <random>

#include "formats/reader.h"
#include "tests/support/string_source.h"
#include "text/utf8.h"

namespace morgue::formats {
namespace {

const std::string kSound[] = {
    "{\"a\":\"x\\u00e9\",\"b\":[1,{\"c\":null}]}\n{\"a\":\"y\"}\n",
    "[\n  {\"a\": \"x\"},\n  {\"a\": [1, 2, \"]\"]}\n]\n",
    "{\"articles\":[{\"a\":1},{\"a\":2}]}",
    "a,b,c\n1,\"2\n\"\"x\",3\n4,5,6\r\n7,8,9\n",
    "<!DOCTYPE lewis>\n<REUTERS NEWID=\"1\"><TEXT><TITLE>A &lt;B></TITLE><BODY>x&#3;</BODY></TEXT></REUTERS>\n"
    "<REUTERS NEWID=\"2\"><TEXT>y</TEXT></REUTERS>\n",
    "Headline here\n\nBody with \xC3\xA9 and more.\n",
};

std::size_t text_bytes(const Record& record) {
  std::size_t sum = record.content.size();
  for (const Field& field : record.fields) {
    EXPECT_TRUE(text::is_valid_utf8(field.value));
    EXPECT_TRUE(text::is_valid_utf8(field.path));
    EXPECT_FALSE(field.value.empty());
    sum += field.value.size();
  }
  return sum;
}

void read_with_all(const std::string& dump, std::size_t chunk) {
  ReaderLimits limits;
  limits.record_bytes = 200;
  limits.nesting = 5;
  for (const std::string_view name : format_names()) {
    test::StringSource source(dump, chunk);
    io::BufferedInput bytes(source);
    const auto reader = open_reader(*format_from_name(name), {bytes, "dump", "a/b", limits});
    std::int64_t offset = 0;
    std::int64_t number = 0;
    while (auto next = reader->next()) {
      const auto* reject = std::get_if<Reject>(&*next);
      const Location& where = reject != nullptr ? reject->where : std::get<Record>(*next).where;
      ASSERT_EQ(where.record, ++number) << name;
      ASSERT_GE(where.offset, offset) << name;
      ASSERT_LE(where.offset, static_cast<std::int64_t>(dump.size())) << name;
      ASSERT_LE(static_cast<std::size_t>(number), dump.size() + 2) << name;
      offset = where.offset;
      if (reject != nullptr) {
        ASSERT_FALSE(reject->reason.empty());
        ASSERT_LE(reject->excerpt.size(), 200U);
        ASSERT_TRUE(text::is_valid_utf8(reject->excerpt));
      } else {
        ASSERT_LE(text_bytes(std::get<Record>(*next)), dump.size() * 4 + 100);
      }
    }
    ASSERT_FALSE(reader->next()) << name << " goes on behind its end";
  }
  detect(dump, "x");
  detect(dump, "x.csv");
}

class HostileInput : public ::testing::TestWithParam<unsigned> {};

TEST_P(HostileInput, RandomBytes) {
  std::mt19937 random(GetParam());
  const std::string alphabet = std::string("{}[]\",:\\\n\r\t;|<>/&#REUTS!a1\xC3\xFF") + '\0';
  for (int round = 0; round < 150; ++round) {
    std::string dump(random() % 600, '\0');
    const bool any_byte = random() % 3 == 0;
    for (char& c : dump) c = any_byte ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
    read_with_all(dump, 1 + random() % 300);
  }
}

TEST_P(HostileInput, DamagedDumps) {
  std::mt19937 random(GetParam());
  for (int round = 0; round < 150; ++round) {
    std::string dump = kSound[random() % std::size(kSound)] + kSound[random() % std::size(kSound)];
    for (std::size_t changes = random() % 6; changes > 0 && !dump.empty(); --changes) {
      const std::size_t at = random() % dump.size();
      switch (random() % 4) {
        case 0:
          dump[at] = static_cast<char>(random());
          break;
        case 1:
          dump.erase(at, 1 + random() % 5);
          break;
        case 2:
          dump.insert(at, dump.substr(random() % dump.size(), 40));
          break;
        default:
          dump.resize(at);
      }
    }
    read_with_all(dump, 1 + random() % 100);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, HostileInput, ::testing::Range(1U, 9U));

}  // namespace
}  // namespace morgue::formats
