// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_backup.h"

#include <CLI/App.hpp>
#include <chrono>

#include "archive/backup.h"
#include "cli/ages.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "render/json_writer.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

class Watch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::string counted(std::int64_t count, const std::string& noun) {
  return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string amounts(const archive::Copied& copied, double seconds) {
  std::string out = size_text(copied.bytes_copied) + " copied";
  if (copied.bytes_reused > 0) out += ", " + size_text(copied.bytes_reused) + " there already";
  return out + ", verified, " + render::format_number(seconds, 1) + " s";
}

void write_amounts(render::JsonWriter& json, const archive::Copied& copied, double seconds) {
  json.key("articles").integer(copied.articles).key("segments").integer(copied.segments);
  json.key("bytes_copied").integer(copied.bytes_copied).key("bytes_reused").integer(copied.bytes_reused);
  json.key("seconds").number(seconds, 3);
}

/// Whatever -q says: something is not as it was.
void warn_of_settings(const archive::Copied& copied) {
  if (!copied.settings_left_out) return;
  Context::warn(
      "morgue: config.toml was not taken along: it is somebody else's, or everybody may write to it, and may "
      "name commands to run");
  Context::warn("hint: copy it yourself after a look, or take it over with chown and chmod o-w");
}

void add_output_option(CLI::App& command, std::string& output) {
  command.add_option("-o,--output", output, "Format of the summary")->check(CLI::IsMember({"text", "json"}));
}

/// The command that withdraws again what a restored backup has brought back.
std::string again(const catalog::Takedown& takedown) {
  const bool purged = takedown.state != catalog::TakedownState::Withheld;
  std::string out =
      "takedown " + std::to_string(takedown.number) + " is not in this backup; to repeat it: morgue takedown";
  for (const ArticleId id : takedown.articles) out += " " + std::to_string(id);
  if (purged) out += " --purge";
  if (takedown.until) out += " --until " + takedown.until->to_string();
  return out + " --reason ... (" + takedown.reason + ")";
}

}  // namespace

CLI::App* BackupCommand::declare(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("backup", "Copy the archive to a folder, only what is new there; searches and writers go on");
  command->add_option("dir", folder_, "Folder of the backup: an archive, too (morgue --archive DIR search ...)")
      ->required()
      ->type_name("DIR");
  command->add_flag("--quick", quick_, "Trust segments that are there already by their sizes, without reading them");
  command->add_flag("--force", force_, "Also over a backup that is newer than the archive, or of another one");
  add_output_option(*command, output_);
  return command;
}

int BackupCommand::run(Context& context) {
  const Watch watch;
  const StopOnSignal stop;
  archive::Copied copied;
  {
    Progress progress(progress_mode(context.options.progress, context.options.quiet));
    archive::BackupOptions options;
    options.quick = quick_;
    options.force = force_;
    options.progress = [&](std::int64_t done, std::int64_t total) {
      progress.copying(done, total);
      return !stop.wanted();
    };
    copied = archive::back_up(context.layout(), folder_, options, context.command_line);
  }
  warn_of_settings(copied);
  if (output_ == "json") {
    render::JsonWriter json;
    json.begin_object().key("backup").string(folder_);
    write_amounts(json, copied, watch.seconds());
    context.out.write(json.end_object().take() + "\n");
  } else {
    context.note("backup in " + render::sanitise_line(folder_) + ": " + counted(copied.articles, "article") + ", " +
                 amounts(copied, watch.seconds()));
  }
  return kSuccess;
}

CLI::App* RestoreCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("restore", "Make an archive again from a backup");
  command->add_option("dir", folder_, "Folder of the backup")->required()->type_name("DIR");
  command->add_flag("--force", force_, "Also in place of a newer archive; it is moved aside, never removed");
  add_output_option(*command, output_);
  return command;
}

int RestoreCommand::run(Context& context) {
  const Watch watch;
  const StopOnSignal stop;
  const auto layout = context.layout();
  archive::Restored restored;
  {
    Progress progress(progress_mode(context.options.progress, context.options.quiet));
    archive::RestoreOptions options;
    options.force = force_;
    options.progress = [&](std::int64_t done, std::int64_t total) {
      progress.copying(done, total);
      return !stop.wanted();
    };
    restored = archive::restore(folder_, layout, options, context.command_line);
  }
  warn_of_settings(restored.copied);
  if (output_ == "json") {
    render::JsonWriter json;
    json.begin_object().key("archive").string(layout.root().string()).key("as_of");
    write_moment(json, restored.mark ? std::optional(restored.mark->time) : std::nullopt);
    json.key("moved_aside").string(restored.aside.string());
    json.key("forgotten_takedowns").begin_array();
    for (const auto& takedown : restored.forgotten) json.integer(takedown.number);
    json.end_array();
    write_amounts(json, restored.copied, watch.seconds());
    context.out.write(json.end_object().take() + "\n");
    return kSuccess;
  }
  const std::string of = restored.mark ? " as of " + moment(restored.mark->time) : "";
  context.note(render::sanitise_line(layout.root().string()) + of + ": " +
               counted(restored.copied.articles, "article") + ", " + amounts(restored.copied, watch.seconds()));
  if (!restored.aside.empty()) {
    context.note("what was there is in " + render::sanitise_line(restored.aside.string()));
  }
  // Whatever -q says: what must not be seen is seen.
  for (const auto& takedown : restored.forgotten) Context::warn(render::sanitise_line(again(takedown)));
  return kSuccess;
}

}  // namespace morgue::cli
