// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_complete.h"

#include <CLI/App.hpp>

#include "cli/archive_names.h"
#include "cli/completion.h"
#include "cli/exit_code.h"
#include "cli/shell_words.h"
#include "core/error.h"

namespace morgue::cli {
namespace {

const char* heading(const Completion& completion) {
  if (completion.kind == Completion::Kind::Files) return "files";
  if (completion.kind == Completion::Kind::Folders) return "folders";
  const bool goes_on = completion.words.size() == 1 && completion.words.front().text.ends_with(':');
  return goes_on ? "nospace" : "words";
}

}  // namespace

CLI::App* CompleteCommand::declare(CLI::App& app) {
  app_ = &app;
  CLI::App* command = app.add_subcommand("complete", "What could stand at the end of a command line, for shells");
  command->group(kHiddenGroup);
  command->add_option("--shell", shell_, "Which shell asks")->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->add_option("WORD", words_, "The words behind the program's name, as typed");
  return command;
}

int CompleteCommand::run(Context& context) {
  const bool bash = shell_ == "bash";
  std::vector<std::string> words = words_;
  TypedWord typed;
  if (shell_ != "zsh") {  // which takes the quotation marks off itself
    for (std::string& word : words) {
      typed = read_shell_word(word);
      word = typed.text;
    }
  }
  const NameSource names = [&context](const NamesWanted& wanted) -> std::vector<std::string> {
    Context asked = context;
    if (!wanted.archive.empty()) asked.options.archive = wanted.archive;
    try {
      return archive_names(asked.layout(), wanted.kind, wanted.prefix);
    } catch (const Error&) {
      return {};  // no archive to ask
    }
  };
  const Completion completion = complete(outline_of(*app_), words, names);
  std::string out = std::string(heading(completion)) + "\n";
  for (const Candidate& candidate : completion.words) {
    if (bash) {
      if (const auto word = bash_replacement(typed, candidate.text)) out += *word + "\n";
    } else {
      out += candidate.text + "\t" + candidate.help + "\n";
    }
  }
  context.out.write(out);
  return kSuccess;
}

}  // namespace morgue::cli
