// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/error.h"
#include "jobs/run_program.h"
#include "jobs/systemd_units.h"
#include "tests/support/temp_dir.h"

namespace morgue::jobs {
namespace {

namespace fs = std::filesystem;

class ScheduleTest : public testing::Test {
 protected:
  ScheduleTest() {
    fs::create_directory(job_.archive = folder_.path() / "it's 100% $news");
    job_.path = "/opt/my 50% \"bin\":/usr/bin";
    machine_.home_config = folder_.path() / "config";
    machine_.system_units = folder_.path() / "system";
  }
  static std::string read(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// systemd's own check of the units in a folder; true when there is no systemd here.
  static bool passes_verify(const fs::path& timer) {
    const auto result = run_program({"systemd-analyze", "verify", "--man=no", timer.string()});
    if (result.exit_code == 127) return true;
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.exit_code == 0;
  }

  test::TempDir folder_;
  JobCommand job_{"/bin/true", {}, 600, "mail -s \"50% $failed\" root", {}};
  Machine machine_;
  std::vector<std::string> said_;
  Say say_ = [this](const std::string& line) { said_.push_back(line); };
};

TEST_F(ScheduleTest, UserUnitsAreWrittenShownAndRemoved) {
  install_systemd(job_, "Mon..Fri 06:00", machine_, say_);
  const fs::path timer = machine_.units() / (job_.name() + ".timer");
  const fs::path service = machine_.units() / (job_.name() + ".service");
  EXPECT_NE(read(timer).find("OnCalendar=Mon..Fri 06:00\nPersistent=true\nRandomizedDelaySec="), std::string::npos);
  const std::string unit = read(service);
  EXPECT_NE(unit.find("\"" + (folder_.path() / "it's 100%% $$news").string() + "\""), std::string::npos) << unit;
  EXPECT_NE(unit.find("NoNewPrivileges=yes"), std::string::npos);
  EXPECT_NE(unit.find("\nEnvironment=\"MORGUE_ARCHIVE=" + (folder_.path() / "it's 100%% $news").string() +
                      "\" \"PATH=/opt/my 50%% \\\"bin\\\":/usr/bin\"\n"),
            std::string::npos)
      << unit;
  EXPECT_EQ(unit.find("ProtectSystem"), std::string::npos);
  EXPECT_TRUE(passes_verify(timer));

  fs::path other = timer.parent_path() / "other.timer";
  std::ofstream(other) << "[Timer]\n";
  const auto found = installed_schedules(job_, machine_);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].kind, "systemd");
  EXPECT_EQ(found[0].at, "Mon..Fri 06:00");
  EXPECT_GE(remove_schedules(job_, machine_, say_), 1);
  EXPECT_FALSE(fs::exists(timer));
  EXPECT_FALSE(fs::exists(service));
  EXPECT_TRUE(fs::exists(other));
  EXPECT_TRUE(installed_schedules(job_, machine_).empty());
  EXPECT_EQ(remove_schedules(job_, machine_, say_), 0);
}

TEST_F(ScheduleTest, SystemUnitsAreHardenedAndPassSystemdsOwnCheck) {
  machine_.root = true;
  install_systemd(job_, "daily 03:30", machine_, say_);
  const fs::path timer = machine_.system_units / (job_.name() + ".timer");
  const std::string unit = read(machine_.system_units / (job_.name() + ".service"));
  EXPECT_NE(unit.find("ProtectSystem=strict"), std::string::npos);
  EXPECT_NE(unit.find("ReadWritePaths=\"" + (folder_.path() / "it's 100%% $news").string() + "\" -/tmp -/var/tmp\n"),
            std::string::npos)
      << unit;
  EXPECT_TRUE(passes_verify(timer));
}

TEST_F(ScheduleTest, SystemdReadsEverySpecThatIsTaken) {
  if (run_program({"systemd-analyze", "--version"}).exit_code != 0) GTEST_SKIP() << "systemd is not installed";
  for (const char* spec : {"hourly", "daily", "weekly", "monthly", "daily 03:30", "Mon..Fri 06:00", "Sat,Sun 7:05",
                           "*-*-01 05:00", "*:0/15", "06:00", "Mon 06:00 Europe/Berlin"}) {
    install_systemd(job_, spec, machine_, say_);
    const std::string timer = read(machine_.units() / (job_.name() + ".timer"));
    const auto begin = timer.find("OnCalendar=") + 11;
    const std::string calendar = timer.substr(begin, timer.find('\n', begin) - begin);
    EXPECT_EQ(run_program({"systemd-analyze", "calendar", calendar}).exit_code, 0) << spec << ": " << calendar;
  }
  EXPECT_THROW(install_systemd(job_, "Mon..Fri 25:00", machine_, say_), Error);
}

TEST_F(ScheduleTest, HooksAreSaidToRunInTheSandbox) {
  install_systemd(job_, "hourly", machine_, say_);
  EXPECT_TRUE(std::ranges::any_of(said_, [](const std::string& line) { return line.find("sandbox") != line.npos; }));
  said_.clear();
  job_.on_failure.clear();
  install_systemd(job_, "hourly", machine_, say_);
  EXPECT_FALSE(std::ranges::any_of(said_, [](const std::string& line) { return line.find("sandbox") != line.npos; }));
}

TEST(RunProgram, HooksGetTheirInputAndTheArchive) {
  const test::TempDir folder;
  const std::string out = (folder.path() / "out").string();
  EXPECT_EQ(run_hook("cat > " + out + "; echo \" $MORGUE_ARCHIVE\" >> " + out + "; exit 4", "/srv/the news", "{}"), 4);
  std::ifstream in(out);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "{} /srv/the news\n");
}

TEST(RunProgram, GivesOutputErrorsAndExitCode) {
  const auto echo = run_program({"sh", "-c", "cat; echo oops >&2; exit 3"}, std::string(200000, 'x'));
  EXPECT_EQ(echo.exit_code, 3);
  EXPECT_EQ(echo.out.size(), 200000U);
  EXPECT_EQ(echo.err, "oops\n");
  EXPECT_EQ(run_program({"sh", "-c", "kill -9 $$"}).exit_code, 128 + 9);
  EXPECT_EQ(run_program({"/no/such/program"}).exit_code, 127);
  EXPECT_EQ(run_program({"sh", "-c", "exit 7"}, std::string(1 << 20, 'x'), Output::Inherited).exit_code, 7);
}

}  // namespace
}  // namespace morgue::jobs
