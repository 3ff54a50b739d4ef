// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/manual.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/query_help.h"
#include "cli/roff.h"
#include "query/cheat_sheet.h"

namespace morgue::cli {
namespace {

std::string dashed(const CommandOutline& command) {
  std::string name = "morgue";
  for (const std::string& part : command.path) name += "-" + part;
  return name;
}

std::string heading(const std::string& name, int section, const std::string& made_by, const std::string& summary) {
  std::string what = summary;
  if (what.size() > 1 && what[0] >= 'A' && what[0] <= 'Z' && what[1] >= 'a') what[0] = static_cast<char>(what[0] + 32);
  return fmt::format(".\\\" Made by `{}`; do not edit.\n.Dd {}\n.Dt {} {}\n.Os\n.Sh NAME\n.Nm {}\n.Nd {}\n", made_by,
                     kManualDate, upper(name), section, name, roff(what));
}

std::string argument(const std::string& value) {
  return "\"" + roff(value) + "\"";
}

/// `.It Fl o , -output Ar FORMAT`
std::string item(const OptionOutline& option) {
  std::string out = ".It";
  bool first = true;
  for (const std::string& name : option.names) {
    if (!first) out += " ,";
    first = false;
    // .Fl prints one hyphen itself.
    out += option.positional ? " Ar " + argument(name) : " Fl " + roff(name.substr(1));
    if (option.positional) continue;
    if (!option.value.empty()) out += " Ar " + argument(option.value);
  }
  return out + "\n";
}

std::string option_text(const OptionOutline& option) {
  std::string text = sentence(option.help);
  if (!option.choices.empty()) {
    text += " One of ";
    for (std::size_t i = 0; i < option.choices.size(); ++i) text += (i == 0 ? "" : ", ") + option.choices[i];
    text += ".";
  }
  if (!option.preset.empty()) text += " The default is " + option.preset + ".";
  if (option.repeats && !option.positional) text += " Can be given more than once.";
  return roff_paragraph(text);
}

std::string option_list(const CommandOutline& command) {
  if (command.options.empty()) return {};
  std::string out = ".Bl -tag -width Ds\n";
  // Arguments first, as in the synopsis.
  for (const bool positional : {true, false}) {
    for (const OptionOutline& option : command.options) {
      if (option.positional == positional) out += item(option) + option_text(option);
    }
  }
  return out + ".El\n";
}

std::string synopsis_line(const CommandOutline& command) {
  std::string out = ".Nm morgue\n";
  if (!command.path.empty()) out += ".Cm " + command.full_name() + "\n";
  const auto is_option = [](const OptionOutline& option) { return !option.positional; };
  if (std::ranges::any_of(command.options, is_option)) out += ".Op Ar OPTIONS\n";
  for (const OptionOutline& option : command.options) {
    if (!option.positional) continue;
    const std::string name = argument(option.names.front()) + (option.repeats ? " ..." : "");
    out += (option.required ? ".Ar " : ".Op Ar ") + name + "\n";
  }
  return out;
}

std::string synopsis(const CommandOutline& command) {
  std::string out = ".Sh SYNOPSIS\n";
  if (!command.needs_command) out += synopsis_line(command);
  for (const CommandOutline& below : command.commands) {
    if (!command.path.empty()) out += synopsis_line(below);
  }
  if (command.path.empty()) out += ".Nm morgue\n.Op Ar OPTIONS\n.Ar COMMAND\n.Op Ar ARGUMENTS\n";
  return out;
}

std::string exit_status() {
  std::string out = ".Sh EXIT STATUS\n.Bl -tag -width Ds\n";
  const Topic topic = exit_code_topic();
  for (const TopicRow& row : topic.sections.front().rows) {
    out += ".It " + row.term + "\n" + roff_paragraph(sentence(row.meaning));
  }
  return out + ".El\n";
}

std::string rows(const TopicSection& section) {
  if (section.rows.empty()) return {};
  std::string out = ".Bl -tag -width Ds\n";
  for (const TopicRow& row : section.rows) {
    out += ".It Sy " + argument(row.term) + "\n" + roff_paragraph(sentence(row.meaning));
  }
  return out + ".El\n";
}

std::string topic_body(const TopicSection& section) {
  std::string out;
  for (const std::string& paragraph : section.paragraphs)
    out += (out.empty() ? "" : ".Pp\n") + roff_paragraph(paragraph);
  if (!section.example.empty()) {
    out += ".Bd -literal -offset indent\n";
    for (const std::string& line : section.example) out += roff(line) + "\n";
    out += ".Ed\n";
  }
  return out + rows(section);
}

/// `.Xr morgue 1 ,` and so on, in order of section and name.
std::string see_also(const CommandOutline& command, const CommandOutline& program) {
  std::vector<std::pair<std::string, std::string>> pages;  // section, name
  if (!command.path.empty()) pages.emplace_back("1", "morgue");
  if (command.path.empty()) {
    for (const CommandOutline& below : program.commands) pages.emplace_back("1", dashed(below));
  }
  for (const Topic& topic : topics()) {
    if (topic.manual > 0) pages.emplace_back(std::to_string(topic.manual), "morgue-" + topic.name);
  }
  pages.emplace_back("7", "morgue-query");
  std::ranges::sort(pages);
  std::string out = ".Sh SEE ALSO\n";
  for (const auto& page : pages) {
    out += ".Xr " + page.second + " " + page.first + (page == pages.back() ? "\n" : " ,\n");
  }
  return out;
}

std::string program_description(const CommandOutline& program) {
  std::string out = roff_paragraph(
      program.help +
      " An archive is made by the first ingest. The commands below have a page each. Options that stand with every "
      "command are described here.");
  out += ".Pp\nThe commands are:\n.Bl -tag -width Ds\n";
  for (const CommandOutline& command : program.commands) {
    out += ".It Cm " + command.path.back() + "\n" + roff_paragraph(sentence(command.help));
  }
  return out + ".El\n";
}

}  // namespace

ManualPage command_manual(const CommandOutline& command, const CommandOutline& program) {
  const bool whole = command.path.empty();
  const std::string name = dashed(command);
  const std::string made_by = "morgue help --man" + (whole ? "" : " " + command.full_name());
  std::string help = command.help;
  while (help.ends_with('.') || help.ends_with(' ')) help.pop_back();
  std::string page = heading(name, 1, made_by, help) + synopsis(command) + ".Sh DESCRIPTION\n";
  page += whole ? program_description(program) : roff_paragraph(sentence(command.help));
  if (!command.options.empty()) {
    page += (whole ? std::string("The options of all commands are:\n") : ".Pp\nThe options are as follows:\n") +
            option_list(command);
  }
  for (const CommandOutline& below : command.commands) {
    if (whole) break;
    page += ".Ss " + upper(below.path.back()) + "\n" + roff_paragraph(sentence(below.help)) + option_list(below);
  }
  if (!whole) page += ".Pp\nOptions of all commands are in\n.Xr morgue 1 .\n";
  if (whole) page += ".Sh ENVIRONMENT\n" + topic_body(environment_topic().sections.front());
  page += exit_status() + see_also(command, program);
  return {name + ".1", page};
}

ManualPage topic_manual(const Topic& topic) {
  const std::string name = "morgue-" + topic.name;
  std::string page = heading(name, topic.manual, "morgue help --man " + topic.name, topic.summary);
  page += ".Sh DESCRIPTION\n";
  for (const TopicSection& section : topic.sections) {
    page += ".Ss " + roff(section.title) + "\n" + topic_body(section);
  }
  return {fmt::format("{}.{}", name, topic.manual), page + ".Sh SEE ALSO\n.Xr morgue 1\n"};
}

std::vector<ManualPage> all_manuals(const CommandOutline& program) {
  std::vector<ManualPage> pages = {command_manual(program, program)};
  for (const CommandOutline& command : program.commands) pages.push_back(command_manual(command, program));
  for (const Topic& topic : topics()) {
    if (topic.manual > 0) pages.push_back(topic_manual(topic));
  }
  pages.push_back({"morgue-query.7", manual_page(query::cheat_sheet())});
  return pages;
}

}  // namespace morgue::cli
