// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/archive_input.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "tests/archive/archive_fixture.h"

namespace morgue::archive {
namespace {

class ArchiveInputTest : public ArchiveTest {
 protected:
  static std::string read_all(const std::filesystem::path& file) {
    ArchiveInput in(file);
    std::array<char, 1000> buffer{};
    std::string all;
    while (const std::size_t got = in.read(buffer)) all.append(buffer.data(), got);
    return all;
  }

  /// Whether another process sees a lock on any byte.
  static bool locked(const std::filesystem::path& file) {
    const pid_t child = fork();
    if (child == 0) {
      const int fd = open(file.c_str(), O_RDWR | O_CLOEXEC);
      struct flock lock {};
      lock.l_type = F_WRLCK;
      lock.l_whence = SEEK_SET;
      _exit(fd >= 0 && fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
};

TEST_F(ArchiveInputTest, ReadsWhatIsThere) {
  const auto file = dir_.write("notes.txt", std::string(2500, 'x') + "end");
  EXPECT_EQ(read_all(file), std::string(2500, 'x') + "end");
  EXPECT_EQ(read_all(dir_.write("empty", "")), "");
  EXPECT_EQ(error_of([&] { ArchiveInput(dir_.path() / "nowhere"); }).code(), ErrorCode::Io);
  EXPECT_EQ(error_of([&] { ArchiveInput(dir_.path() / "catalog.db"); }).code(), ErrorCode::Io);
}

TEST_F(ArchiveInputTest, LeavesTheLocksOfSqliteAlone) {
  ingest(stories(1, 3));
  const std::string shm = layout_.catalog().string() + "-shm";
  catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
  const catalog::Transaction reading(catalog, catalog::Transaction::Kind::Read);
  ASSERT_TRUE(locked(shm));
  ASSERT_TRUE(locked(layout_.catalog()));
  for (int twice = 0; twice < 2; ++twice) {
    EXPECT_EQ(read_all(layout_.catalog()).substr(0, 6), "SQLite");
    read_all(shm);
    EXPECT_TRUE(locked(shm));
    EXPECT_TRUE(locked(layout_.catalog()));
  }
}

}  // namespace
}  // namespace morgue::archive
