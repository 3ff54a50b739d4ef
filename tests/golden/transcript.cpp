// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/transcript.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace morgue::golden {
namespace {

constexpr std::string_view kCommand = "$ ";
constexpr std::string_view kOut = "1> ";
constexpr std::string_view kErr = "2> ";
constexpr std::string_view kNoEol = " (no-eol)";

/// `[3]`
std::optional<int> exit_code_in(std::string_view line) {
  if (line.size() < 3 || line.size() > 5 || line.front() != '[' || line.back() != ']') return std::nullopt;
  const std::string_view digits = line.substr(1, line.size() - 2);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return std::stoi(std::string(digits));
}

/// The text behind a `1> ` or `2> `; an empty line may have lost the blank to an editor.
std::optional<std::string> behind(std::string_view line, std::string_view prefix) {
  if (line.starts_with(prefix)) return std::string(line.substr(prefix.size()));
  if (line == prefix.substr(0, prefix.size() - 1)) return "";
  return std::nullopt;
}

bool needs_prefix(std::string_view line, bool last) {
  return (line.empty() && last) || line.starts_with('#') || line.starts_with(kCommand) || behind(line, kOut) ||
         behind(line, kErr) || exit_code_in(line);
}

std::string prefixed(std::string_view prefix, const std::string& line) {
  if (line.empty()) return std::string(prefix.substr(0, prefix.size() - 1)) + "\n";
  return std::string(prefix) + line + "\n";
}

/// Reads lines in order; blank lines wait until it is clear what they belong to.
class Parser {
 public:
  void read(std::size_t number, const std::string& line) {
    if (line.empty()) {
      ++blanks_;
    } else if (line.starts_with(kCommand)) {
      finish_command();
      Step step;
      step.layout = std::move(layout_);
      layout_.clear();
      step.command = line.substr(kCommand.size());
      step.line = number;
      transcript_.steps.push_back(std::move(step));
      in_command_ = true;
    } else if (line.starts_with('#')) {
      finish_command();
      layout_.push_back(line);
    } else if (!in_command_) {
      throw std::runtime_error("line " + std::to_string(number) + ": output without a command");
    } else {
      read_output(line);
    }
  }

  Transcript finish() {
    finish_command();
    transcript_.tail = std::move(layout_);
    return std::move(transcript_);
  }

 private:
  void read_output(const std::string& line) {
    Outcome& expected = transcript_.steps.back().expected;
    expected.out.insert(expected.out.end(), blanks_, "");
    blanks_ = 0;
    if (const auto code = exit_code_in(line)) {
      expected.exit_code = *code;
      in_command_ = false;
    } else if (const auto error = behind(line, kErr)) {
      expected.err.push_back(*error);
    } else if (const auto output = behind(line, kOut)) {
      expected.out.push_back(*output);
    } else {
      expected.out.push_back(line);
    }
  }

  void finish_command() {
    layout_.insert(layout_.end(), blanks_, "");
    blanks_ = 0;
    in_command_ = false;
  }

  Transcript transcript_;
  std::vector<std::string> layout_;
  std::size_t blanks_ = 0;
  bool in_command_ = false;
};

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

Transcript parse(std::string_view text) {
  Parser parser;
  std::size_t number = 0;
  for (const std::string& line : lines_of(text)) parser.read(++number, line);
  return parser.finish();
}

std::string print(const Transcript& transcript) {
  std::string text;
  for (const Step& step : transcript.steps) {
    for (const std::string& line : step.layout) text += line + "\n";
    text += std::string(kCommand) + step.command + "\n";
    const Outcome& expected = step.expected;
    for (const std::string& line : expected.out) {
      const bool last = &line == &expected.out.back();
      text += needs_prefix(line, last) ? prefixed(kOut, line) : line + "\n";
    }
    for (const std::string& line : expected.err) text += prefixed(kErr, line);
    if (expected.exit_code != 0) text += "[" + std::to_string(expected.exit_code) + "]\n";
  }
  for (const std::string& line : transcript.tail) text += line + "\n";
  return text;
}

std::vector<std::string> split_output(std::string_view text) {
  std::vector<std::string> lines = lines_of(text);
  if (!text.empty() && text.back() != '\n') lines.back() += kNoEol;
  return lines;
}

}  // namespace morgue::golden
