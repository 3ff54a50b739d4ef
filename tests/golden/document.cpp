// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/document.h"

#include <vector>

namespace morgue::golden {
namespace {

constexpr std::string_view kCommand = "$ ";
constexpr std::string_view kBegin = "```console";
constexpr std::string_view kEnd = "```";

/// Lines of the document from `begin` to before `end`: a command and what it gives.
struct Place {
  std::size_t begin = 0;
  std::size_t output = 0;
  std::size_t end = 0;  ///< without blank lines before the next command
};

std::vector<Place> commands_in(const std::vector<std::string>& lines) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] != kBegin) continue;
    for (++i; i < lines.size() && lines[i] != kEnd;) {
      if (!lines[i].starts_with(kCommand)) {
        ++i;
        continue;
      }
      Place place{i, i + 1, 0};
      while (place.output < lines.size() && lines[place.output - 1].ends_with('\\')) ++place.output;
      i = place.output;
      while (i < lines.size() && lines[i] != kEnd && !lines[i].starts_with(kCommand)) ++i;
      place.end = i;
      const bool more = i < lines.size() && lines[i] != kEnd;
      while (more && place.end > place.output && lines[place.end - 1].empty()) --place.end;
      places.push_back(place);
    }
  }
  return places;
}

}  // namespace

Transcript read_document(std::string_view markdown) {
  const auto lines = lines_of(markdown);
  Transcript transcript;
  for (const Place& place : commands_in(lines)) {
    Step step;
    step.line = place.begin + 1;
    std::string typed = lines[place.begin].substr(kCommand.size());
    for (std::size_t i = place.begin + 1; i < place.output; ++i) typed += "\n" + lines[i];
    step.command = "{ " + typed + "\n} 2>&1; true";
    step.expected.out.assign(lines.begin() + static_cast<std::ptrdiff_t>(place.output),
                             lines.begin() + static_cast<std::ptrdiff_t>(place.end));
    transcript.steps.push_back(std::move(step));
  }
  return transcript;
}

std::string rewrite_document(std::string_view markdown, const Transcript& transcript) {
  const auto lines = lines_of(markdown);
  const auto places = commands_in(lines);
  std::string text;
  std::size_t next = 0;
  const auto copy_until = [&](std::size_t end) {
    for (; next < end; ++next) text += lines[next] + "\n";
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    copy_until(places[i].output);
    for (const std::string& line : transcript.steps.at(i).expected.out) text += line + "\n";
    next = places[i].end;
  }
  copy_until(lines.size());
  return text;
}

}  // namespace morgue::golden
