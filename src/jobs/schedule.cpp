// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/schedule.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

#include "core/error.h"
#include "io/durable.h"
#include "jobs/calendar.h"
#include "jobs/cron_next.h"
#include "jobs/crontab.h"
#include "jobs/run_program.h"
#include "jobs/systemd_units.h"

namespace morgue::jobs {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// Who owns the archive; empty for root.
std::string owner_of(const fs::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0 || status.st_uid == 0) return {};
  const passwd* entry = ::getpwuid(status.st_uid);
  return entry == nullptr ? std::to_string(status.st_uid) : entry->pw_name;
}

std::vector<std::string> systemctl(const Machine& machine, std::vector<std::string> words) {
  words.insert(words.begin(), "systemctl");
  if (!machine.root) words.insert(words.begin() + 1, "--user");
  return words;
}

std::string spoken(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

void write_unit(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) throw Error(ErrorCode::Io, file.parent_path().string() + ": cannot be made: " + error.message());
  io::write_file_atomically(file, text);
}

/// systemd's own opinion on an expression; without systemd, that of on_calendar is all there is.
void check_calendar(const std::string& spec, const std::string& calendar) {
  const ProgramResult opinion = run_program({"systemd-analyze", "calendar", calendar});
  if (opinion.exit_code == 0 || opinion.exit_code == 127) return;
  throw Error(ErrorCode::Usage, "--at \"" + spec + "\": " + first_line(opinion.err),
              "for example: hourly, daily 03:30, \"Mon..Fri 06:00\"; all forms: man systemd.time");
}

std::string next_time(const std::string& calendar) {
  const ProgramResult opinion = run_program({"systemd-analyze", "calendar", calendar});
  std::istringstream lines(opinion.out);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find("Next elapse: ");
    if (at != std::string::npos) return line.substr(at + 13);
  }
  return {};
}

/// Empty also when there is none yet.
std::string crontab_text() {
  const ProgramResult listed = run_program({"crontab", "-l"});
  return listed.exit_code == 0 ? listed.out : std::string();
}

void write_crontab(const std::string& text) {
  const ProgramResult written = run_program({"crontab", "-"}, text);
  if (written.exit_code == 127) {
    throw Error(ErrorCode::Io, "there is no program crontab", "install cron, or use --systemd");
  }
  if (written.exit_code != 0) throw Error(ErrorCode::Io, "crontab refuses the line: " + first_line(written.err));
}

std::string value_of(const fs::path& unit, const std::string& name) {
  std::ifstream in(unit);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(name + "=")) return line.substr(name.size() + 1);
  }
  return {};
}

}  // namespace

Machine this_machine() {
  Machine machine;
  machine.root = ::geteuid() == 0;
  const std::string config = variable("XDG_CONFIG_HOME");
  machine.home_config = config.empty() ? fs::path(variable("HOME")) / ".config" : fs::path(config);
  std::error_code ignored;
  // sd_booted(3); a user's manager has its bus below the run-time folder.
  machine.systemd_runs = fs::is_directory("/run/systemd/system", ignored) &&
                         (machine.root || fs::exists(fs::path(variable("XDG_RUNTIME_DIR")) / "systemd", ignored));
  return machine;
}

void install_systemd(const JobCommand& job, const std::string& spec, const Machine& machine, const Say& say) {
  require_one_line(job);
  UnitOptions options;
  options.system = machine.root;
  options.user = machine.root ? owner_of(job.archive) : std::string();
  options.calendar = on_calendar(spec);
  check_calendar(spec, options.calendar);
  const fs::path timer = machine.units() / (job.name() + ".timer");
  write_unit(machine.units() / (job.name() + ".service"), service_unit(job, options));
  write_unit(timer, timer_unit(job, options));
  say("wrote " + timer.string());
  if (!job.on_failure.empty() || !job.on_success.empty()) {
    say("the commands run in the sandbox of the service, without set-user-ID programs (as a local sendmail is)" +
        std::string(machine.root ? " and able to write to the archive, /tmp and /var/tmp only" : "") +
        "; to allow more: " + spoken(systemctl(machine, {"edit", job.name() + ".service"})));
  }
  const auto reload = systemctl(machine, {"daemon-reload"});
  const auto enable = systemctl(machine, {"enable", "--now", job.name() + ".timer"});
  if (!machine.systemd_runs) {
    say("systemd does not run here; where it does, start the timer with: " + spoken(reload) + " && " + spoken(enable));
    return;
  }
  for (const auto& command : {reload, enable}) {
    const ProgramResult done = run_program(command);
    if (done.exit_code != 0) {
      throw Error(ErrorCode::Io, spoken(command) + ": " + first_line(done.err),
                  "the units are written; try that command by hand");
    }
  }
  if (!machine.root) say("to run without being logged in: loginctl enable-linger");
}

void install_cron(const JobCommand& job, const std::string& spec, const Say& say) {
  require_one_line(job);
  const std::string line = cron_line(job, cron_fields(spec, job.number()));
  write_crontab(with_job(crontab_text(), job, line));
  say("added to the crontab: " + line);
}

int remove_schedules(const JobCommand& job, const Machine& machine, const Say& say) {
  int removed = 0;
  const fs::path timer = machine.units() / (job.name() + ".timer");
  const fs::path service = machine.units() / (job.name() + ".service");
  std::error_code ignored;
  if (fs::exists(timer, ignored) || fs::exists(service, ignored)) {
    if (machine.systemd_runs) run_program(systemctl(machine, {"disable", "--now", job.name() + ".timer"}));
    for (const fs::path& file : {timer, service}) {
      std::error_code error;
      if (!fs::remove(file, error) && error)
        throw Error(ErrorCode::Io, file.string() + ": cannot be removed: " + error.message());
    }
    if (machine.systemd_runs) run_program(systemctl(machine, {"daemon-reload"}));
    say("removed " + timer.string());
    ++removed;
  }
  const std::string crontab = crontab_text();
  if (job_line(crontab, job)) {
    write_crontab(without_job(crontab, job));
    say("removed from the crontab");
    ++removed;
  }
  return removed;
}

std::vector<Installed> installed_schedules(const JobCommand& job, const Machine& machine) {
  std::vector<Installed> out;
  const fs::path timer = machine.units() / (job.name() + ".timer");
  std::error_code ignored;
  if (fs::exists(timer, ignored)) {
    Installed found{"systemd", timer.string(), value_of(timer, "OnCalendar"), {}};
    found.next = next_time(found.at);
    out.push_back(std::move(found));
  }
  if (const auto line = job_line(crontab_text(), job)) {
    std::size_t end = 0;
    for (int field = 0; field < 5 && end != std::string::npos; ++field) end = line->find(' ', end + 1);
    const std::string fields = line->substr(0, end);
    out.push_back({"cron", "crontab", fields, next_cron_time(fields, std::time(nullptr))});
  }
  return out;
}

}  // namespace morgue::jobs
