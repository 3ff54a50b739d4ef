// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_note.h"

#include <CLI/App.hpp>
#include <iostream>
#include <iterator>

#include "archive/annotations.h"
#include "archive/reader.h"
#include "cli/cmd_show.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

std::string typed(const std::vector<std::string>& words) {
  if (words.size() == 1 && words.front() == "-") {
    return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  }
  return render::join(words, " ");
}

}  // namespace

CLI::App* NoteCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("note", "Write a note of your own on an article, for note:WORDS; or print it");
  command->add_option("ID", id_, "Id as search prints it")->required();
  command->add_option("TEXT", words_, "Added to the note as a new line; - reads it from standard input");
  auto* replace = command->add_flag("--replace", replace_, "In the place of the note that is there");
  command->add_flag("--remove", remove_, "Take the note away")->excludes(replace);
  command->add_option("--wait", wait_, "Wait so many seconds for another command that is writing")
      ->check(CLI::NonNegativeNumber)
      ->type_name("SECONDS");
  command->footer(
      "Without TEXT: prints the note. Notes stay whatever dumps bring, travel in export --to jsonl (user_note), and "
      "go\n"
      "with the article when it is purged.");
  return command;
}

int NoteCommand::run(Context& context) {
  if (remove_ && !words_.empty()) {
    throw Error(ErrorCode::Usage, "note: --remove takes no text", "see morgue note --help");
  }
  if (replace_ && words_.empty()) {
    throw Error(ErrorCode::Usage, "note: --replace needs a text", "morgue note --remove ID takes a note away");
  }
  return words_.empty() && !remove_ ? show(context) : change(context);
}

int NoteCommand::show(const Context& context) const {
  archive::Reader reader(context.layout());
  const auto article = reader.find(id_);
  if (!article) {
    warn_missing(reader, id_);
    return kNoMatches;
  }
  if (article->user_note.empty()) {
    context.note("article " + std::to_string(id_) + " has no note");
    return kNoMatches;
  }
  context.out.write(render::sanitise(article->user_note) + "\n");
  return kSuccess;
}

int NoteCommand::change(const Context& context) const {
  archive::AnnotationOptions options;
  options.command = "morgue note";
  options.wait_seconds = wait_;
  options.indexing.jobs = jobs_or_cores(0);
  options.indexing.warn = [&context](const std::string& text) { context.note(render::sanitise_line(text)); };
  const auto edit = remove_    ? archive::NoteEdit::Remove
                    : replace_ ? archive::NoteEdit::Replace
                               : archive::NoteEdit::Append;
  const bool changed = archive::change_note(context.layout(), id_, edit, typed(words_), options);
  const std::string article = "article " + std::to_string(id_);
  if (remove_) {
    context.note(changed ? "note removed from " + article : article + " had no note");
  } else {
    context.note(changed ? "note on " + article + " written" : "note on " + article + " was the same already");
  }
  return kSuccess;
}

}  // namespace morgue::cli
