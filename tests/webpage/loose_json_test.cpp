// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/loose_json.h"

#include <gtest/gtest.h>

#include <string>

namespace morgue::webpage {
namespace {

/// A value in one line, so that a table can say what is expected: objects `{name=value ...}`, lists `[a b]`.
std::string shown(const JsonValue& value) {
  std::string out;
  switch (value.kind) {
    case JsonValue::Kind::Null:
      return "~";
    case JsonValue::Kind::Scalar:
      return value.text;
    case JsonValue::Kind::List:
      for (const JsonValue& item : value.items) out += (out.empty() ? "" : " ") + shown(item);
      return '[' + out + ']';
    case JsonValue::Kind::Object:
      for (const auto& [name, member] : value.members) out += (out.empty() ? "" : " ") + name + '=' + shown(member);
      return '{' + out + '}';
  }
  return out;
}

struct Case {
  const char* what;
  const char* json;
  const char* expected;
};

class LooseJson : public testing::TestWithParam<Case> {};

TEST_P(LooseJson, ReadsWhatIsMeant) {
  EXPECT_EQ(shown(read_loose_json(GetParam().json)), GetParam().expected) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Json, LooseJson,
    testing::Values(
        Case{"sound", R"({"a": "x", "b": [1, -2.5e3, true, null], "c": {}})", "{a=x b=[1 -2.5e3 true ~] c={}}"},
        Case{"escapes", R"({"a": "q\"b\\s\/n\u00e9\ud83d\ude00"})", "{a=q\"b\\s/n\xC3\xA9\xF0\x9F\x98\x80}"},
        Case{"half a surrogate pair", R"({"a": "x\ud83dy"})", "{a=x\xEF\xBF\xBDy}"},
        Case{"trailing commas", R"({"a": [1, 2, ], "b": 3, })", "{a=[1 2] b=3}"},
        Case{"doubled commas", R"({"a": 1,, "b": [,2]})", "{a=1 b=[2]}"},
        Case{"missing commas", "{\"a\": \"1\"\n\"b\": [\"x\" \"y\"]}", "{a=1 b=[x y]}"},
        Case{"comments", "{ // one\n \"a\": 1, /* two */ \"b\": \"http://x.test/\" }", "{a=1 b=http://x.test/}"},
        Case{"CDATA", "\n//<![CDATA[\n{\"a\": 1}\n//]]>\n", "{a=1}"},
        Case{"HTML comment", "<!-- {\"a\": 1} -->", "{a=1}"},
        Case{"raw line break", "{\"a\": \"one\ntwo\"}", "{a=one\ntwo}"},
        Case{"stray quotation marks", R"({"a": "He said "no" twice", "b": 1})", "{a=He said \"no\" twice b=1}"},
        Case{"quotation mark before a comma of the text", R"({"a": "a "b", c", "d": 1})", "{a=a \"b\", c d=1}"},
        Case{"single quotes and bare names", "{a: 'x', b: 'y'}", "{a=x b=y}"},
        Case{"cut off", R"({"a": "x", "b": {"c": [1, 2)", "{a=x b={c=[1 2]}}"},
        Case{"cut off in a string", R"({"a": "x", "b": "unfini)", "{a=x b=unfini}"},
        Case{"missing bracket", R"({"a": [1, 2}, "b": 3)", "{a=[1 2]}"},
        Case{"several values", R"({"a": 1} {"b": 2})", "[{a=1} {b=2}]"},
        Case{"semicolon behind", R"({"a": 1};)", "{a=1}"}, Case{"nothing", "", "~"},
        Case{"no JSON", "window.x = 5", "~"}));

TEST(LooseJson, StopsAtItsDepth) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "{\"a\":[";
  const JsonValue value = read_loose_json(deep);
  int depth = 0;
  for (const JsonValue* at = &value; at != nullptr && depth < 1000; ++depth) {
    at = at->is_object() ? at->find("a") : at->items.empty() ? nullptr : &at->items.front();
  }
  EXPECT_LT(depth, 100);
}

TEST(LooseJson, FindsMembersByTheirName) {
  const JsonValue value = read_loose_json(R"({"a": "x"})");
  ASSERT_NE(value.find("a"), nullptr);
  EXPECT_EQ(value.find("a")->text, "x");
  EXPECT_EQ(value.find("b"), nullptr);
}

}  // namespace
}  // namespace morgue::webpage
