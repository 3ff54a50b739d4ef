// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_topic.h"

#include <algorithm>

#include "cli/exit_meaning.h"
#include "cli/roff.h"
#include "core/width.h"
#include "render/wrap.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kWidestTerm = 26;

std::string row_text(const TopicRow& row, std::size_t terms) {
  const std::string indent(kIndent + terms + 2, ' ');
  std::string out = std::string(kIndent, ' ') + row.term;
  const std::size_t used = column_width(row.term);
  bool first = used <= terms;
  out += first ? std::string(terms - used + 2, ' ') : "\n";
  for (const std::string& line : render::wrap(row.meaning, kColumns - indent.size())) {
    out += (first ? "" : indent) + line + "\n";
    first = false;
  }
  return out;
}

}  // namespace

Topic exit_code_topic() {
  Topic topic{"exit-codes", "What the program returns to the shell", 0, {}};
  TopicSection section{"Exit codes", {}, {}, {}};
  for (const ExitMeaning& meaning : exit_meanings())
    section.rows.push_back({std::to_string(meaning.code), meaning.text});
  section.paragraphs = {
      "The exit code is 1 also where a question has no answer: a search without matches, a list without entries that "
      "were asked for. Scripts can rely on these numbers."};
  topic.sections.push_back(std::move(section));
  return topic;
}

Topic environment_topic() {
  return {"environment",
          "Variables that the program looks at",
          0,
          {{"Environment",
            {"An option outranks a variable, and a variable outranks the configuration files (morgue help config)."},
            {},
            {{"MORGUE_ARCHIVE", "folder of the archive, for --archive"},
             {"MORGUE_TIMEZONE", "time zone of relative dates, for --timezone"},
             {"XDG_DATA_HOME",
              "the archive is in its folder morgue where nothing else names one; else "
              "~/.local/share/morgue"},
             {"XDG_CONFIG_HOME", "the configuration is its file morgue/config.toml; else ~/.config/morgue/config.toml"},
             {"NO_COLOR", "set to anything: no colours, unless --color asks for them"},
             {"PAGER", "shows results that are longer than the terminal; less by default"},
             {"COLUMNS", "width of results, instead of the terminal's"},
             {"TERM", "dumb: no colours, nothing drawn over"},
             {"TMPDIR", "where --as-of and copies for a moment are built; /tmp by default"}}}}};
}

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all = {archive_topic(), map_topic(),      config_topic(),      receipts_topic(),
                                         batch_topic(),   coverage_topic(), environment_topic(), exit_code_topic()};
  return all;
}

std::string topic_page(const Topic& topic) {
  std::string page = topic.summary + ".\n";
  for (const TopicSection& section : topic.sections) {
    page += "\n" + upper(section.title) + "\n";
    for (const std::string& paragraph : section.paragraphs) {
      for (const std::string& line : render::wrap(paragraph, kColumns - kIndent)) page += "  " + line + "\n";
      if (&paragraph != &section.paragraphs.back()) page += "\n";
    }
    if (!section.paragraphs.empty() && (!section.example.empty() || !section.rows.empty())) page += "\n";
    for (const std::string& line : section.example) page += "    " + line + "\n";
    if (!section.example.empty() && !section.rows.empty()) page += "\n";
    std::size_t terms = 0;
    for (const TopicRow& row : section.rows) terms = std::max(terms, column_width(row.term));
    for (const TopicRow& row : section.rows) page += row_text(row, std::min(terms, kWidestTerm));
  }
  return page;
}

}  // namespace morgue::cli
