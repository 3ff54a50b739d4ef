// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/cmd_schedule.h"

#include <CLI/App.hpp>
#include <cstdlib>
#include <filesystem>

#include "cli/exit_code.h"
#include "cli/status_output.h"
#include "core/error.h"
#include "jobs/schedule.h"
#include "render/json_writer.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

/// As it was started: a timer needs the path, not what PATH holds today.
std::filesystem::path own_program() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) throw Error(ErrorCode::Io, "the path of this program cannot be found out: " + error.message());
  return path;
}

}  // namespace

CLI::App* ScheduleCommand::declare(CLI::App& app) {
  CLI::App* command = app.add_subcommand("schedule", "Run the reindex job by the clock, with systemd or cron");
  command->add_option("ACTION", action_, "install, show or remove")
      ->required()
      ->check(CLI::IsMember({"install", "show", "remove"}));
  auto* systemd = command->add_flag("--systemd", systemd_, "A systemd timer: of the system for root, else of the user");
  command->add_flag("--cron", cron_, "A line of the user's crontab")->excludes(systemd);
  command->add_option("--at", at_, "When: hourly, daily 03:30, \"Mon..Fri 06:00\", any OnCalendar")->type_name("SPEC");
  command->add_option("--wait", wait_, "Seconds the job waits for another writer")
      ->check(CLI::NonNegativeNumber)
      ->type_name("SECONDS")
      ->capture_default_str();
  command->add_option("--on-failure", on_failure_, "Shell command that gets a failed run's summary")->type_name("CMD");
  command->add_option("--on-success", on_success_, "Shell command that gets a good run's summary")->type_name("CMD");
  command->add_option("-o,--output", output_, "Format of show")->check(CLI::IsMember({"text", "json"}));
  return command;
}

int ScheduleCommand::install(Context& context, const jobs::JobCommand& job) const {
  if (systemd_ == cron_) {
    throw Error(ErrorCode::Usage, "schedule install: say --systemd or --cron",
                "for example: morgue schedule install --systemd --at \"daily 03:30\"");
  }
  if (at_.empty()) {
    throw Error(ErrorCode::Usage, "schedule install: --at SPEC is missing",
                "for example: --at hourly, --at \"daily 03:30\", --at \"Mon..Fri 06:00\"");
  }
  const auto say = [&](const std::string& line) { context.note(render::sanitise_line(line)); };
  if (systemd_) {
    jobs::install_systemd(job, at_, jobs::this_machine(), say);
  } else {
    jobs::install_cron(job, at_, say);
  }
  return kSuccess;
}

int ScheduleCommand::show(Context& context, const jobs::JobCommand& job) const {
  const auto found = jobs::installed_schedules(job, jobs::this_machine());
  if (output_ == "json") {
    render::JsonWriter json;
    json.begin_array();
    for (const auto& schedule : found) write_schedule(json, schedule);
    context.out.write(json.end_array().take() + "\n");
  } else {
    for (const auto& schedule : found) {
      context.out.write(render::sanitise_line(schedule.kind + "  " + schedule.at + "  (" + schedule.place + ")") +
                        "\n");
      if (!schedule.next.empty()) context.out.write("next     " + render::sanitise_line(schedule.next) + "\n");
    }
  }
  if (found.empty()) context.note("no schedule is installed for " + render::sanitise_line(job.archive.string()));
  return found.empty() ? kNoMatches : kSuccess;
}

int ScheduleCommand::run(Context& context) {
  const auto layout = context.layout();
  if (action_ == "install") layout.require();
  jobs::JobCommand job;
  job.program = own_program();
  job.archive = std::filesystem::weakly_canonical(layout.root());
  job.wait = wait_;
  job.on_failure = on_failure_;
  job.on_success = on_success_;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody changes the environment
  if (const char* path = std::getenv("PATH")) job.path = path;
  if (action_ == "install") return install(context, job);
  if (action_ == "show") return show(context, job);
  const auto say = [&](const std::string& line) { context.note(render::sanitise_line(line)); };
  if (jobs::remove_schedules(job, jobs::this_machine(), say) > 0) return kSuccess;
  context.note("no schedule is installed for " + render::sanitise_line(job.archive.string()));
  return kNoMatches;
}

}  // namespace morgue::cli
