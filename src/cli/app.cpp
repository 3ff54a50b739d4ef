// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/app.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/cmd_backup.h"
#include "cli/cmd_batch.h"
#include "cli/cmd_browse.h"
#include "cli/cmd_collection.h"
#include "cli/cmd_compact.h"
#include "cli/cmd_complete.h"
#include "cli/cmd_config.h"
#include "cli/cmd_count.h"
#include "cli/cmd_coverage.h"
#include "cli/cmd_diff.h"
#include "cli/cmd_export.h"
#include "cli/cmd_extract.h"
#include "cli/cmd_facets.h"
#include "cli/cmd_help.h"
#include "cli/cmd_ingest.h"
#include "cli/cmd_kwic.h"
#include "cli/cmd_note.h"
#include "cli/cmd_receipt.h"
#include "cli/cmd_reindex.h"
#include "cli/cmd_rejects.h"
#include "cli/cmd_saved.h"
#include "cli/cmd_schedule.h"
#include "cli/cmd_search.h"
#include "cli/cmd_show.h"
#include "cli/cmd_similar.h"
#include "cli/cmd_status.h"
#include "cli/cmd_tag.h"
#include "cli/cmd_takedown.h"
#include "cli/cmd_takedowns.h"
#include "cli/cmd_timeline.h"
#include "cli/cmd_verify.h"
#include "cli/cmd_watch.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/exit_meaning.h"
#include "cli/first_steps.h"
#include "cli/settings.h"
#include "cli/version.h"
#include "core/error.h"
#include "render/sanitise.h"
#include "text/suggest.h"
#include "text/time_zone.h"

namespace morgue::cli {
namespace {

/// Messages quote names and queries from outside: nothing in them may steer the terminal, or begin a line of its own.
/// Only of a query there are several lines, one of them with a caret.
std::string printable(std::string text, ErrorCode code) {
  for (char& c : text) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) c = '?';
  }
  return code == ErrorCode::Query ? render::sanitise(text) : render::sanitise_line(text);
}

/// There may be no memory for a message either.
int report_out_of_memory() {
  constexpr std::string_view kMessage =
      "morgue: out of memory\nhint: what was committed is kept; run the same command again\n";
  if (write(STDERR_FILENO, kMessage.data(), kMessage.size()) < 0) return kIo;
  return kIo;
}

int report(const Error& error) {
  try {
    const std::string hint = error.hint().empty() ? usual_hint(error.code()) : error.hint();
    std::fprintf(stderr, "morgue: %s\n", printable(error.message(), error.code()).c_str());
    std::fprintf(stderr, "hint: %s\n", printable(hint, error.code()).c_str());
  } catch (const std::bad_alloc&) {
    return report_out_of_memory();
  }
  return exit_code_of(error.code());
}

void declare_globals(CLI::App& app, Context& context) {
  GlobalOptions& options = context.options;
  app.add_option("--archive", options.archive,
                 "Folder of the archive (else $MORGUE_ARCHIVE, else ~/.local/share/morgue)")
      ->type_name("DIR");
  app.add_flag("-q,--quiet", options.quiet, "Say nothing but errors");
  app.add_flag("-v,--verbose", options.verbose, "Say more");
  app.add_option("--color", options.colour, "Colours")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_option("--progress", options.progress, "Progress on standard error")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_option("--timezone", context.timezone, "Time zone that relative dates of queries count in")
      ->check(CLI::Validator(
          [](const std::string& zone) {
            return text::zone_offset(zone, 0) ? ""
                                              : "there is no time zone " + zone + " (write Europe/Berlin, GMT+05:30)";
          },
          ""))
      ->type_name("ZONE")
      ->capture_default_str();
  app.add_flag("--no-pager", options.no_pager, "Do not page long results");
  app.set_config("--config", "", "Read options from a TOML file")->type_name("FILE");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.set_version_flag("--version", std::string("morgue ") + kVersion);
}

/// `morgue search '-oil opec'`, `-has:author`: an argument that starts with a minus and holds a sign that no option has
/// is a query.
std::vector<std::string> protect_queries(int argc, char** argv) {
  std::vector<std::string> options;
  std::vector<std::string> queries;
  bool after_separator = false;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    if (!after_separator && argument == "--") {
      after_separator = true;
    } else if (after_separator || (argument.size() > 1 && argument[0] == '-' && argument[1] != '-' &&
                                   argument.find_first_of(" :(\"*") != std::string::npos)) {
      queries.push_back(std::move(argument));
    } else {
      options.push_back(std::move(argument));
    }
  }
  if (!queries.empty()) options.emplace_back("--");
  options.insert(options.end(), queries.begin(), queries.end());
  std::reverse(options.begin(), options.end());  // the order CLI11 takes a vector in
  return options;
}

using Declared = std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>>;

Declared declare_commands(CLI::App& app) {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<IngestCommand>());
  commands.push_back(std::make_unique<SearchCommand>());
  commands.push_back(std::make_unique<BrowseCommand>());
  commands.push_back(std::make_unique<CountCommand>());
  commands.push_back(std::make_unique<ShowCommand>());
  commands.push_back(std::make_unique<DiffCommand>());
  commands.push_back(std::make_unique<SimilarCommand>());
  commands.push_back(std::make_unique<ExportCommand>());
  commands.push_back(std::make_unique<BatchCommand>());
  commands.push_back(std::make_unique<KwicCommand>());
  commands.push_back(std::make_unique<FacetsCommand>());
  commands.push_back(std::make_unique<TimelineCommand>());
  commands.push_back(std::make_unique<CoverageCommand>());
  commands.push_back(std::make_unique<TagCommand>());
  commands.push_back(std::make_unique<NoteCommand>());
  commands.push_back(std::make_unique<SavedCommand>());
  commands.push_back(std::make_unique<WatchCommand>());
  commands.push_back(std::make_unique<ReceiptCommand>());
  commands.push_back(std::make_unique<ExtractCommand>());
  commands.push_back(std::make_unique<RejectsCommand>());
  commands.push_back(std::make_unique<ScheduleCommand>());
  commands.push_back(std::make_unique<CollectionCommand>());
  commands.push_back(std::make_unique<ReindexCommand>());
  commands.push_back(std::make_unique<StatusCommand>());
  commands.push_back(std::make_unique<TakedownCommand>());
  commands.push_back(std::make_unique<TakedownsCommand>());
  commands.push_back(std::make_unique<VerifyCommand>());
  commands.push_back(std::make_unique<CompactCommand>());
  commands.push_back(std::make_unique<BackupCommand>());
  commands.push_back(std::make_unique<RestoreCommand>());
  commands.push_back(std::make_unique<ConfigCommand>());
  commands.push_back(std::make_unique<HelpCommand>());
  commands.push_back(std::make_unique<CompleteCommand>());
  Declared declared;
  for (auto& command : commands) {
    CLI::App* subcommand = command->declare(app);
    subcommand->fallthrough();
    declared.emplace_back(subcommand, std::move(command));
  }
  return declared;
}

/// The first word of the command line that is no option: what should have been a command.
std::string first_word(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.empty() || argument[0] != '-') return argument;
    if (argument == "--archive" || argument == "--config" || argument == "--color" || argument == "--progress" ||
        argument == "--timezone") {
      ++i;
    }
  }
  return {};
}

Error unknown_command(const CLI::App& app, const std::string& word) {
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  std::vector<std::string> names;
  for (const CLI::App* command : commands) names.push_back(command->get_name());
  const std::string meant = text::nearest(word, std::vector<std::string_view>(names.begin(), names.end()));
  return {ErrorCode::Usage, "there is no command \"" + word + "\"",
          meant.empty() ? "see morgue --help" : "did you mean morgue " + meant + "?"};
}

int parse_failed(const CLI::App& app, const CLI::ParseError& error, const std::string& word) {
  if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
  if (app.get_subcommands().empty() && !word.empty()) return report(unknown_command(app, word));
  if (error.get_name() == "ConfigError") {
    const std::string what = error.what();
    const std::string key = what.substr(what.rfind(' ') + 1);
    return report(Error(ErrorCode::Usage, "--config: there is no setting \"" + key + "\"",
                        "morgue config list --all shows what there is"));
  }
  std::string command = "morgue";
  for (const CLI::App* used : app.get_subcommands()) command += " " + used->get_name();
  return report(Error(ErrorCode::Usage, error.what(), "see " + command + " --help"));
}

/// Configuration files hold for all commands but those that must work whatever is in them.
void configure(CLI::App& app, Context& context) {
  const auto used = app.get_subcommands();
  const std::string command = used.empty() ? "" : used.front()->get_name();
  if (command == "config") return;  // reads them itself: it is what mends them
  try {
    apply_settings(app, context);
  } catch (const Error&) {
    if (command != "help" && command != "complete") throw;
  }
}

int dispatch(int argc, char** argv, Output& out) {
  CLI::App app("Indexes dumps of news articles and searches them from the terminal.", "morgue");
  app.require_subcommand(0, 1);
  app.get_formatter()->column_width(34);
  app.footer(
      "An archive is made by the first ingest. Queries: morgue search 'author:smith \"dock strike\" date:1926'\n"
      "What else a query can say: morgue help query");
  Context context{GlobalOptions(), out, std::string(), "UTC"};
  declare_globals(app, context);
  const Declared commands = declare_commands(app);
  try {
    app.parse(protect_queries(argc, argv));
  } catch (const CLI::ParseError& error) {
    return parse_failed(app, error, first_word(argc, argv));
  }
  for (int i = 0; i < argc; ++i) context.command_line += (i == 0 ? "" : " ") + std::string(i == 0 ? "morgue" : argv[i]);
  const std::string archive = context.options.archive;
  configure(app, context);
  for (const auto& [subcommand, command] : commands) {
    if (subcommand->parsed()) return command->run(context);
  }
  out.write(first_steps(context, archive));
  return kSuccess;
}

}  // namespace

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // Output reports a closed pipe instead
  Output out;
  try {
    const int code = dispatch(argc, argv, out);
    out.flush();
    return code;
  } catch (const Error& error) {
    try {
      out.flush();
    } catch (const Error&) {
      // standard output is what failed; the first error says so
    }
    return report(error);
  } catch (const std::bad_alloc&) {
    return report_out_of_memory();
  } catch (const std::system_error& error) {  // no thread can be started, a folder cannot be read
    return report(Error(ErrorCode::Io, error.what(), "what was committed is kept; run the same command again"));
  } catch (const std::exception& error) {
    return report(Error(ErrorCode::Internal, std::string("internal error: ") + error.what(), {}));
  }
}

}  // namespace morgue::cli
