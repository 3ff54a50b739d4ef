// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/backup.h"

#include <sys/stat.h>

#include <gmock/gmock.h>

#include "archive/reindex.h"
#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

using testing::HasSubstr;

class BackupTest : public ArchiveTest {
 protected:
  BackupTest() { ingest(stories(1, 60)); }

  Copied back_up(const BackupOptions& options = {}) {
    return archive::back_up(layout_, backup_.root(), options, "morgue backup");
  }
  Restored restore(bool force = false) {
    RestoreOptions options;
    options.force = force;
    return archive::restore(backup_.root(), layout_, options, "morgue restore");
  }
  static std::int64_t count(const Layout& layout, const std::string& query) {
    return Reader(layout).count(query::parse(query, {}));
  }
  static std::filesystem::path segment_of(const Layout& layout) {
    for (const auto& entry : std::filesystem::directory_iterator(layout.index())) {
      if (entry.is_directory()) return entry.path();
    }
    return {};
  }

  Layout backup_{dir_.path() / "backup"};
};

TEST_F(BackupTest, IsAnArchiveOfThatMoment) {
  const Copied first = back_up();
  EXPECT_EQ(first.articles, 60);
  EXPECT_GT(first.bytes_copied, 0);
  EXPECT_EQ(first.bytes_reused, 0);
  EXPECT_EQ(count(backup_, "*"), 60);
  EXPECT_TRUE(look(backup_, true).clean()) << all_of(look(backup_, true));
  ingest(stories(61, 62));
  EXPECT_EQ(count(backup_, "*"), 60);
}

TEST_F(BackupTest, TheNextCopiesOnlyWhatIsNew) {
  back_up();
  const auto kept = std::filesystem::last_write_time(segment_of(backup_));
  const Copied again = back_up();
  EXPECT_GT(again.bytes_reused, 0);
  EXPECT_EQ(std::filesystem::last_write_time(segment_of(backup_)), kept);
  ingest(stories(61, 64));
  back_up();
  EXPECT_EQ(count(backup_, "*"), 64);
  EXPECT_TRUE(look(backup_, true).clean()) << all_of(look(backup_, true));
}

TEST_F(BackupTest, ASegmentThatIsDamagedThereIsCopiedAgain) {
  back_up();
  flip(segment_of(backup_) / "docdata.glass", 100, 10);
  BackupOptions quick;
  quick.quick = true;
  back_up(quick);
  EXPECT_FALSE(look(backup_).clean()) << "sizes tell nothing";
  back_up();
  EXPECT_TRUE(look(backup_, true).clean()) << all_of(look(backup_, true));
}

TEST_F(BackupTest, WhileAWriterReplacesEverySegment) {
  bool done = false;
  BackupOptions options;
  options.progress = [&](std::int64_t, std::int64_t) {
    if (done) return true;
    done = true;
    ingest(stories(61, 70));
    IndexOptions full;
    full.full = true;
    reindex(layout_, full, "morgue reindex");
    return true;
  };
  EXPECT_EQ(back_up(options).articles, 60);
  EXPECT_TRUE(done);
  EXPECT_EQ(count(backup_, "*"), 60);
  EXPECT_TRUE(look(backup_, true).clean()) << all_of(look(backup_, true));
  EXPECT_EQ(ArchiveTest::count("*"), 70);
}

TEST_F(BackupTest, ADamagedArchiveLeavesTheEarlierBackupWhole) {
  back_up();
  ingest(stories(61, 70));
  const auto segment = segments().front();
  const std::string file = contents(segment / "docdata.glass");
  flip(segment / "docdata.glass", 100, 10);
  const Error damaged = error_of([&] { back_up(); });
  EXPECT_EQ(damaged.code(), ErrorCode::Inconsistent);
  EXPECT_THAT(damaged.hint(), HasSubstr("verify --repair"));
  EXPECT_EQ(count(backup_, "*"), 60);
  EXPECT_FALSE(look(backup_).broken(Check::Kind::Files));
  std::ofstream(segment / "docdata.glass", std::ios::binary) << file;
  back_up();
  EXPECT_TRUE(look(backup_, true).clean()) << all_of(look(backup_, true));
}

TEST_F(BackupTest, GivenUpAtAnyMomentTheEarlierOneStays) {
  back_up();
  ingest(stories(61, 90));
  for (int steps = 0; steps < 40; ++steps) {
    int left = steps;
    BackupOptions options;
    options.progress = [&](std::int64_t, std::int64_t) { return left-- > 0; };
    try {
      back_up(options);
      EXPECT_GT(steps, 2);
      EXPECT_EQ(count(backup_, "*"), 90);
      EXPECT_TRUE(look(backup_, true).clean()) << all_of(look(backup_, true));
      return;
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::Interrupted);
      ASSERT_EQ(count(backup_, "*"), 60) << steps;
    }
  }
  FAIL() << "never finished";
}

TEST_F(BackupTest, FoldersThatCannotBeOne) {
  EXPECT_THAT(error_of([&] { archive::back_up(layout_, layout_.root(), {}, ""); }).message(),
              HasSubstr("is the archive itself"));
  EXPECT_THAT(error_of([&] { archive::back_up(layout_, layout_.root() / "." / "x", {}, ""); }).message(),
              HasSubstr("is in the archive itself"));
  EXPECT_THAT(error_of([&] { archive::back_up(layout_, dir_.path(), {}, ""); }).message(),
              HasSubstr("the archive is in this folder"));
  std::filesystem::create_directory_symlink(layout_.root(), dir_.path() / "link");
  EXPECT_EQ(error_of([&] { archive::back_up(layout_, dir_.path() / "link", {}, ""); }).code(), ErrorCode::Usage);
  dir_.write("letters/letter.txt", "Dear editor");
  EXPECT_EQ(error_of([&] { archive::back_up(layout_, dir_.path() / "letters", {}, ""); }).code(), ErrorCode::Input);
  EXPECT_EQ(contents(dir_.path() / "letters" / "letter.txt"), "Dear editor");
  EXPECT_EQ(error_of([&] { archive::back_up(layout_, dir_.path() / "dump1.jsonl", {}, ""); }).code(), ErrorCode::Input);
}

TEST_F(BackupTest, ABackupThatKnowsMoreIsNotReplaced) {
  back_up();
  std::filesystem::remove_all(layout_.root());
  ingest(stories(1, 3));
  const Error refused = error_of([&] { back_up(); });
  EXPECT_EQ(refused.code(), ErrorCode::Input);
  EXPECT_EQ(count(backup_, "*"), 60);
  BackupOptions force;
  force.force = true;
  EXPECT_EQ(back_up(force).articles, 3);
  EXPECT_EQ(count(backup_, "*"), 3);
}

TEST_F(BackupTest, RestoredAsItWas) {
  back_up();
  std::filesystem::remove_all(layout_.root());
  const Restored done = restore();
  EXPECT_TRUE(done.aside.empty());
  EXPECT_TRUE(done.mark);
  EXPECT_EQ(ArchiveTest::count("*"), 60);
  EXPECT_TRUE(look(true).clean()) << all_of(look(true));
  EXPECT_EQ(ingest(stories(60, 61)).counts.added, 1) << "and goes on";
  EXPECT_EQ(back_up().articles, 61) << "and is backed up to the same folder";
  struct stat status {};
  ASSERT_EQ(stat(layout_.root().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

TEST_F(BackupTest, SettingsOfTheArchiveGoWithIt) {
  dir_.write("settings", "timezone = \"UTC\"\n");
  std::filesystem::copy_file(dir_.path() / "settings", layout_.root() / "config.toml");
  back_up();
  EXPECT_EQ(contents(backup_.root() / "config.toml"), "timezone = \"UTC\"\n");
  std::filesystem::remove_all(layout_.root());
  restore();
  EXPECT_EQ(contents(layout_.root() / "config.toml"), "timezone = \"UTC\"\n");
  EXPECT_TRUE(look().clean()) << all_of(look());
  std::filesystem::remove(layout_.root() / "config.toml");
  back_up();
  EXPECT_FALSE(std::filesystem::exists(backup_.root() / "config.toml")) << "taken away on purpose";
}

// Commands in a stranger's settings are not run; a copy would be one's own.
TEST_F(BackupTest, SettingsThatAnybodyMayWriteStayWhereTheyAre) {
  dir_.write("settings", "[reindex]\non-success = \"true\"\n");
  const auto settings = layout_.root() / "config.toml";
  std::filesystem::copy_file(dir_.path() / "settings", settings);
  EXPECT_FALSE(back_up().settings_left_out);
  const auto backed_up = backup_.root() / "config.toml";
  std::filesystem::permissions(backed_up, std::filesystem::perms::others_write, std::filesystem::perm_options::add);
  std::filesystem::remove_all(layout_.root());
  EXPECT_TRUE(restore().copied.settings_left_out);
  EXPECT_FALSE(std::filesystem::exists(settings));
  EXPECT_TRUE(look().clean()) << all_of(look());
}

TEST_F(BackupTest, OverAnArchiveThatKnowsMoreOnlyByForce) {
  back_up();
  ingest(stories(61, 65));
  EXPECT_THAT(error_of([&] { restore(); }).message(), HasSubstr("5 changes and 1 runs since then"));
  EXPECT_EQ(ArchiveTest::count("*"), 65);
  const Restored done = restore(true);
  EXPECT_EQ(ArchiveTest::count("*"), 60);
  EXPECT_EQ(count(Layout(done.aside), "*"), 65) << "nothing is thrown away";
  EXPECT_TRUE(look(true).clean()) << all_of(look(true));
}

TEST_F(BackupTest, TakedownsThatABackupDoesNotKnowAreTold) {
  desk().withhold(plan({1}), because("known"));
  back_up();
  desk().withhold(plan({2}), because("new"));
  desk().purge(plan({3}, true), because("removed"));
  desk().undo(1);
  desk().undo(2);
  desk().withhold(plan({2, 4}), because("newer"));
  const Restored done = restore(true);
  ASSERT_EQ(done.forgotten.size(), 2U);
  EXPECT_EQ(done.forgotten.front().articles, std::vector<ArticleId>{3});
  EXPECT_EQ(done.forgotten.back().articles, (std::vector<ArticleId>{2, 4}));
}

TEST_F(BackupTest, ADamagedBackupChangesNothing) {
  back_up();
  flip(segment_of(backup_) / "docdata.glass", 100, 10);
  EXPECT_EQ(error_of([&] { restore(true); }).code(), ErrorCode::Inconsistent);
  flip(segment_of(backup_) / "docdata.glass", 100, 10);
  flip(backup_.catalog(), 4096 * 3, 4096);
  EXPECT_EQ(error_of([&] { restore(true); }).code(), ErrorCode::Inconsistent);
  EXPECT_EQ(ArchiveTest::count("*"), 60);
  EXPECT_FALSE(std::filesystem::exists(layout_.root().string() + ".restoring"));
}

TEST_F(BackupTest, ADamagedArchiveIsWhatBackupsAreFor) {
  back_up();
  std::ofstream(layout_.catalog(), std::ios::binary) << "nothing that was a catalog once";
  const Restored done = restore();
  EXPECT_FALSE(done.aside.empty());
  EXPECT_EQ(ArchiveTest::count("*"), 60);
}

}  // namespace
}  // namespace morgue::archive
