// SPDX-License-Identifier: GPL-2.0-or-later
// Asks readelf and objdump whether the program has the guards that it is meant to be built with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

std::string output(const std::vector<std::string>& command) {
  const TempDir scratch;
  const Finished end = run(command, scratch.path());
  EXPECT_EQ(end.exit_code, 0) << end.err;
  return end.out;
}

std::string readelf(const std::string& what, const std::string& program) {
  return output({"readelf", "-W", what, program});
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The line of a segment, e.g. "  GNU_STACK  0x0 ... RW  0x10".
std::string segment(const std::string& segments, const std::string& name) {
  const std::size_t at = segments.find("  " + name + " ");
  return at == std::string::npos ? "" : segments.substr(at, segments.find('\n', at) - at);
}

/// Names of the guards that a program has not.
std::set<std::string> missing_guards(const std::string& program) {
  const std::string segments = readelf("--segments", program);
  const std::string dynamic = readelf("--dynamic", program);
  const std::string symbols = readelf("--dyn-syms", program);
  std::set<std::string> missing;
  if (!has(readelf("--file-header", program), "DYN") || !has(dynamic, "PIE")) missing.insert("pie");
  if (segment(segments, "GNU_RELRO").empty()) missing.insert("relro");
  if (!has(dynamic, "BIND_NOW") && !has(dynamic, "Flags: NOW")) missing.insert("bind now");
  const std::string stack = segment(segments, "GNU_STACK");
  if (stack.empty() || has(stack, "RWE")) missing.insert("stack without code");
  if (!has(symbols, "__stack_chk_fail")) missing.insert("stack protector");
  // What FORTIFY makes of calls whose buffer it knows.
  if (!has(symbols, "__memcpy_chk") && !has(symbols, "__snprintf_chk") && !has(symbols, "__fprintf_chk")) {
    missing.insert("fortify");
  }
#ifdef __x86_64__
  // Not by the note of the whole program, which is there only if the C library is built with it, too.
  if (!has(output({"objdump", "--disassemble=main", program}), "endbr64")) missing.insert("control flow");
#endif
  return missing;
}

TEST(Hardening, TheProgramHasAllGuards) {
  EXPECT_THAT(missing_guards(MORGUE_BINARY), testing::IsEmpty());
}

TEST(Hardening, AProgramWithoutGuardsIsFoundOut) {
  std::set<std::string> all = {"pie", "relro", "bind now", "stack without code", "stack protector", "fortify"};
#ifdef __x86_64__
  all.insert("control flow");
#endif
  EXPECT_EQ(missing_guards(MORGUE_UNGUARDED), all);
}

}  // namespace
}  // namespace morgue::test
