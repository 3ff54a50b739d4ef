// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <fstream>
#include <memory>

#include "tests/support/process.h"
#include "tests/terminal/tmux.h"

namespace morgue::terminal {
namespace {

using testing::HasSubstr;

class BrowseTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = std::make_unique<test::TempDir>();
    const auto done = test::run({MORGUE_BINARY, "--archive", archive(), "ingest", MORGUE_FIXTURES}, archive_->path());
    ASSERT_LE(done.exit_code, 3) << done.err;
  }
  static void TearDownTestSuite() { archive_.reset(); }

  void SetUp() override {
    if (!Tmux::is_installed()) GTEST_SKIP() << "tmux is not installed";
    std::ofstream(folder_.path() / "browser")
        << "#!/bin/sh\necho \"$*\" > " << (folder_.path() / "opened").string() << "\n";
    std::filesystem::permissions(folder_.path() / "browser", std::filesystem::perms::owner_all);
    tmux_ = std::make_unique<Tmux>(
        std::vector<std::string>{"LANG=C.UTF-8", "HOME=" + folder_.path().string(), "MORGUE_ARCHIVE=" + archive(),
                                 "BROWSER=" + (folder_.path() / "browser").string() + " -x %s &"});
    ASSERT_TRUE(tmux_->shows("ready$"));
  }

  static std::string archive() { return (archive_->path() / "archive").string(); }

  /// Its process id goes to a file: a signal has to reach it and nobody else.
  void start(const std::string& arguments = "") {
    tmux_->shell("clear; sh -c 'echo $$ > " + pid_file() + "; exec " MORGUE_BINARY " browse " + arguments + "'");
  }
  [[nodiscard]] std::string pid_file() const { return (folder_.path() / "pid").string(); }
  [[nodiscard]] pid_t pid() const { return std::stoi(test::read_file(pid_file())); }

  /// The shell is back, and its terminal is as it was: lines, echo, the usual screen, a cursor.
  void expect_sound_terminal(int exit_code) {
    tmux_->shell("echo code=$?; stty -a | tr ' ;' '\\n\\n' | grep -cxE 'echo|icanon|isig|icrnl|opost'");
    EXPECT_TRUE(tmux_->shows("code=" + std::to_string(exit_code) + "\n5\n")) << tmux_->screen();
  }

  static std::unique_ptr<test::TempDir> archive_;
  test::TempDir folder_;
  std::unique_ptr<Tmux> tmux_;
};

std::unique_ptr<test::TempDir> BrowseTest::archive_;

TEST_F(BrowseTest, FindsAsOneTypesAndLeavesTheTerminalAsItWas) {
  start();
  ASSERT_TRUE(tmux_->shows("everything: type to search")) << tmux_->screen();
  tmux_->type("night fer");
  EXPECT_TRUE(tmux_->shows("night fer*")) << tmux_->screen();
  tmux_->type("ry");
  EXPECT_TRUE(tmux_->shows("Night ferry returns to Port Ansel")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows("A single\ncrossing costs 28 crowns")) << tmux_->screen();
  tmux_->press({"Enter"});
  tmux_->type("n");
  EXPECT_TRUE(tmux_->shows("hit 1 of")) << tmux_->screen();
  tmux_->type("q");
  expect_sound_terminal(0);
}

TEST_F(BrowseTest, ShowsWhereAQueryIsWrong) {
  start();
  ASSERT_TRUE(tmux_->shows("everything: type to search"));
  tmux_->type("ferry autor:x");
  EXPECT_TRUE(tmux_->shows("did you mean author?")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows("        ^^^^^")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows("Night ferry returns")) << tmux_->screen();
  tmux_->press({"C-c"});
  expect_sound_terminal(130);
}

TEST_F(BrowseTest, NarrowsByAFacet) {
  start("\"*\"");
  ASSERT_TRUE(tmux_->shows("matches, relevance")) << tmux_->screen();
  tmux_->type("t");
  ASSERT_TRUE(tmux_->shows(">harbour")) << tmux_->screen();
  tmux_->press({"Enter"});
  EXPECT_TRUE(tmux_->shows("topic harbour")) << tmux_->screen();
  tmux_->type("x");
  EXPECT_TRUE(tmux_->hides("topic harbour")) << tmux_->screen();
}

TEST_F(BrowseTest, SurvivesAnyWindow) {
  start("ferry");
  ASSERT_TRUE(tmux_->shows("Night ferry returns"));
  tmux_->resize(20, 5);
  EXPECT_TRUE(tmux_->hides("Port Ansel"));
  EXPECT_TRUE(tmux_->shows("/ ferry")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows(">")) << tmux_->screen();
  tmux_->press({"Enter"});
  EXPECT_TRUE(tmux_->shows("Shanty choir sings\nfor the ferry")) << tmux_->screen();
  tmux_->press({"Escape"});
  for (const auto& [columns, rows] : {std::pair{1, 1}, {2, 3}, {140, 40}, {300, 2}, {5, 60}}) {
    tmux_->resize(columns, rows);
  }
  tmux_->resize(140, 40);
  EXPECT_TRUE(tmux_->shows("── source ")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows("│The shanty choir of Grey Holm greeted")) << tmux_->screen();
  tmux_->type("q");
  expect_sound_terminal(0);
}

TEST_F(BrowseTest, ShowsWideCharactersInTheirColumns) {
  tmux_->resize(140, 40);
  start("lang:zh");
  ASSERT_TRUE(tmux_->shows("1 match,")) << tmux_->screen();
  ASSERT_TRUE(tmux_->shows("── 1 of 1 "));
  // The border on the right of the list stands in one column, whatever is on its left.
  tmux_->type("/");
  tmux_->press({"C-u"});
  tmux_->type("渡");
  EXPECT_TRUE(tmux_->shows("/ 渡")) << tmux_->screen();
  tmux_->press({"BSpace"});
  EXPECT_TRUE(tmux_->hides("渡 ")) << tmux_->screen();
}

TEST_F(BrowseTest, FollowsTheMouse) {
  start("ferry");
  ASSERT_TRUE(tmux_->shows(">undated    Shanty choir"));
  // As a terminal of this kind says it: button or wheel, column, row, each with 32 or 33 added.
  tmux_->type("\033[Ma*&");
  EXPECT_TRUE(tmux_->hides(">undated    Shanty choir")) << tmux_->screen();
  tmux_->type("\033[M`*&");
  EXPECT_TRUE(tmux_->shows(">undated    Shanty choir")) << tmux_->screen();
  tmux_->type("\033[M *%");
  EXPECT_TRUE(tmux_->shows(">2024-03-06 Correction")) << tmux_->screen();
}

TEST_F(BrowseTest, StopsAndGoesOn) {
  start("ferry");
  ASSERT_TRUE(tmux_->shows("Night ferry returns"));
  tmux_->press({"C-z"});
  ASSERT_TRUE(tmux_->shows("Stopped")) << tmux_->screen();
  tmux_->shell("echo in the shell");
  EXPECT_TRUE(tmux_->shows("\nin the shell"));
  tmux_->shell("fg");
  EXPECT_TRUE(tmux_->shows("/ ferry")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows("Night ferry returns"));
  tmux_->type("q");
  expect_sound_terminal(0);
}

TEST_F(BrowseTest, GivesTheTerminalBackWhenItIsEnded) {
  for (const int signal : {SIGTERM, SIGINT, SIGQUIT, SIGHUP}) {
    std::filesystem::remove(pid_file());
    start("ferry");
    ASSERT_TRUE(tmux_->shows("Night ferry returns"));
    ::kill(pid(), signal);
    ASSERT_TRUE(tmux_->hides("/ ferry"));
    expect_sound_terminal(130);
  }
}

TEST_F(BrowseTest, CopiesOpensAndExports) {
  start("headline:returns");
  ASSERT_TRUE(tmux_->shows("1 of 1"));
  tmux_->type("c");
  EXPECT_TRUE(tmux_->shows("citation copied"));
  EXPECT_THAT(tmux_->clipboard(), HasSubstr("Mirela Aldous, \"Night ferry returns to Port Ansel after eleven years\""));
  tmux_->type("o");
  EXPECT_TRUE(tmux_->shows("opened https://harbourherald.example/")) << tmux_->screen();
  tmux_->type("e");
  tmux_->type("~/out.ris");
  tmux_->press({"Enter"});
  EXPECT_TRUE(tmux_->shows("1 article written to")) << tmux_->screen();
  EXPECT_THAT(test::read_file(folder_.path() / "out.ris"), HasSubstr("ER  - "));
  tmux_->type("e");
  tmux_->press({"C-u"});
  tmux_->type("~/list.md");
  tmux_->press({"Enter"});
  EXPECT_TRUE(tmux_->shows("list.md")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows("1 article written to")) << tmux_->screen();
  EXPECT_THAT(test::read_file(folder_.path() / "list.md"), HasSubstr("Night ferry **returns**"));
  tmux_->type("e");
  tmux_->press({"Enter"});
  EXPECT_TRUE(tmux_->shows("replace it? (y/n)")) << tmux_->screen();
  tmux_->type("n");
  EXPECT_TRUE(tmux_->shows("nothing was written"));
  EXPECT_EQ(test::read_file(folder_.path() / "opened"),
            "-x https://harbourherald.example/2024/03/04/night-ferry-returns\n");
}

TEST_F(BrowseTest, SaysItWhenTheArchiveIsGone) {
  const std::string copy = (folder_.path() / "copy").string();
  std::filesystem::copy(archive(), copy, std::filesystem::copy_options::recursive);
  start("--archive " + copy + " ferry");
  ASSERT_TRUE(tmux_->shows("Night ferry returns"));
  std::filesystem::remove_all(copy);
  tmux_->press({"F5"});
  EXPECT_TRUE(tmux_->shows("there is no archive")) << tmux_->screen();
  EXPECT_TRUE(tmux_->shows("Night ferry returns"));
  tmux_->type("q");
  expect_sound_terminal(0);
}

TEST_F(BrowseTest, IsPlainWhereTheLocaleIsNotUnicode) {
  start("\"*\"");
  ASSERT_TRUE(tmux_->shows("──"));
  tmux_->type("q");
  ASSERT_TRUE(tmux_->shows("ready$"));
  tmux_->shell("export LANG=C");
  start("\"*\"");
  ASSERT_TRUE(tmux_->shows("-- 1 of")) << tmux_->screen();
  for (const char c : tmux_->screen()) ASSERT_LT(static_cast<unsigned char>(c), 0x80) << tmux_->screen();
}

TEST_F(BrowseTest, RefusesWhatIsNoTerminal) {
  const auto piped = test::run({MORGUE_BINARY, "--archive", archive(), "browse"}, folder_.path());
  EXPECT_EQ(piped.exit_code, 2);
  EXPECT_THAT(piped.err, HasSubstr("browse needs a terminal: standard input is none"));
  for (const char* term : {"dumb", "", "no-such-terminal"}) {
    tmux_->shell(std::string("clear; TERM=") + term + " " MORGUE_BINARY " browse; echo code=$?");
    EXPECT_TRUE(tmux_->shows("code=2")) << tmux_->screen();
    EXPECT_TRUE(tmux_->shows("browse needs a terminal:")) << tmux_->screen();
  }
}

}  // namespace
}  // namespace morgue::terminal
