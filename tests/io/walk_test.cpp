// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/io/packing.h"
#include "tests/support/temp_dir.h"

namespace morgue::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string read_all(ByteSource& source) {
  std::string out;
  std::vector<char> block(1000);
  while (const std::size_t got = source.read(block)) out.append(block.data(), got);
  return out;
}

/// Everything a walk gives: `name [inner] = content`, `name: error`.
std::vector<std::string> walk(const std::vector<std::string>& paths, const std::filesystem::path& root,
                              WalkLimits limits = {}) {
  std::vector<std::string> out;
  const auto relative = [&](std::string text) {
    for (std::size_t at = 0; (at = text.find(root.string() + "/")) != std::string::npos;) {
      text.erase(at, root.string().size() + 1);
    }
    return text;
  };
  Walker walker(paths, limits);
  while (auto found = walker.next()) {
    if (const auto* error = std::get_if<EntryError>(&*found)) {
      EXPECT_EQ(error->error.code(), ErrorCode::Input);
      out.push_back(relative(error->name) + ": " + relative(error->error.message()));
      continue;
    }
    auto& entry = std::get<Entry>(*found);
    std::string content;
    try {
      content = read_all(*entry.bytes);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Io);
      EXPECT_FALSE(error.hint().empty());
      content = "broken: " + relative(error.message());
    }
    out.push_back(relative(entry.name) + " [" + entry.inner + "] = " + content);
  }
  return out;
}

class WalkTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const { return (dir_.path() / name).string(); }
  std::vector<std::string> walk_here(const std::vector<std::string>& names, WalkLimits limits = {}) {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back(path(name));
    return walk(paths, dir_.path(), limits);
  }
  test::TempDir dir_;
};

TEST_F(WalkTest, GivesFilesAsNamedAndFoldersSorted) {
  dir_.write("z.txt", "last");
  dir_.write("d/b/2.txt", "two");
  dir_.write("d/b/1.txt", "one");
  dir_.write("d/a.txt", "a");
  dir_.write("d/.hidden", "no");
  dir_.write("d/.git/config", "no");
  EXPECT_THAT(walk_here({"z.txt", "d"}), ElementsAre("z.txt [] = last", "d/a.txt [a.txt] = a",
                                                     "d/b/1.txt [b/1.txt] = one", "d/b/2.txt [b/2.txt] = two"));
}

TEST_F(WalkTest, TrailingSlashGivesNoDoubleSlash) {
  dir_.write("d/a.txt", "a");
  EXPECT_THAT(walk_here({"d/"}), ElementsAre("d/a.txt [a.txt] = a"));
}

TEST_F(WalkTest, MissingPathIsReportedAndTheWalkGoesOn) {
  dir_.write("a.txt", "a");
  Walker walker({path("nowhere"), path("a.txt")});
  const auto first = walker.next();
  ASSERT_TRUE(first && std::holds_alternative<EntryError>(*first));
  const auto& error = std::get<EntryError>(*first);
  EXPECT_EQ(error.name, path("nowhere"));
  EXPECT_THAT(error.error.message(), HasSubstr("No such file"));
  EXPECT_THAT(error.error.hint(), HasSubstr("spelling"));
  const auto second = walker.next();
  EXPECT_TRUE(second && std::holds_alternative<Entry>(*second));
  EXPECT_FALSE(walker.next());
}

TEST_F(WalkTest, FolderLinkedIntoItselfEnds) {
  dir_.write("d/a.txt", "a");
  std::filesystem::create_directory_symlink(dir_.path() / "d", dir_.path() / "d" / "loop");
  const auto found = walk_here({"d"});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], "d/a.txt [a.txt] = a");
  EXPECT_THAT(found[1], HasSubstr("d/loop is a link to a folder above it"));
}

TEST_F(WalkTest, FolderLinkedTwiceIsReadOnce) {
  dir_.write("d/real/a.txt", "a");
  std::filesystem::create_directory_symlink(dir_.path() / "d" / "real", dir_.path() / "d" / "zlink");
  EXPECT_THAT(walk_here({"d"}), ElementsAre("d/real/a.txt [real/a.txt] = a"));
}

TEST_F(WalkTest, DanglingLinkIsReportedPipeInFolderIsNot) {
  std::filesystem::create_directory(dir_.path() / "d");
  std::filesystem::create_symlink("nothing", dir_.path() / "d" / "dangling");
  ASSERT_EQ(mkfifo((dir_.path() / "d" / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(walk_here({"d"}), ElementsAre(HasSubstr("d/dangling: cannot read")));
}

TEST_F(WalkTest, DecompressesByContentWhateverTheName) {
  const std::string text = "the same text in every coat";
  dir_.write("gz.dat", test::gzip(text));
  dir_.write("zst", test::compressed(archive_write_add_filter_zstd, text));
  dir_.write("bz2", test::compressed(archive_write_add_filter_bzip2, text));
  dir_.write("xz", test::compressed(archive_write_add_filter_xz, text));
  dir_.write("twice", test::gzip(test::gzip(text)));
  dir_.write("plain.gz", text);
  EXPECT_THAT(walk_here({"gz.dat", "zst", "bz2", "xz", "twice", "plain.gz"}),
              ElementsAre("gz.dat [] = " + text, "zst [] = " + text, "bz2 [] = " + text, "xz [] = " + text,
                          "twice [] = " + text, "plain.gz [] = " + text));
}

TEST_F(WalkTest, PlainFilesPassUntouched) {
  const std::string mtree = "#mtree\n/set type=file\n. type=dir\n";
  const std::string cpio = "070707 is how some other archives begin, and a story may too";
  const std::string bytes("\x1F\x8B not gzip \0 \xFF", 14);
  dir_.write("1", mtree);
  dir_.write("2", cpio);
  dir_.write("3", bytes);
  dir_.write("4", "");
  EXPECT_THAT(walk_here({"1", "2", "3", "4"}),
              ElementsAre("1 [] = " + mtree, "2 [] = " + cpio, "3 [] = " + bytes, "4 [] = "));
}

TEST_F(WalkTest, ReadsConcatenatedGzipMembers) {
  dir_.write("a.gz", test::gzip("one ") + test::gzip("two ") + test::gzip(""));
  dir_.write("empty.gz", test::gzip(""));
  EXPECT_THAT(walk_here({"a.gz", "empty.gz"}), ElementsAre("a.gz [] = one two ", "empty.gz [] = "));
}

TEST_F(WalkTest, OpensContainersNestedAndCompressed) {
  const std::string inner = test::gzip(test::tar({{"x/1.txt", "one"}, {"x/.skip", "no"}, {"2.txt", "two"}}));
  dir_.write("d/outer.zip", test::zip({{"deep/inner.tar.gz", inner}, {"3.txt.gz", test::gzip("three")}}));
  EXPECT_THAT(walk_here({"d"}), ElementsAre("d/outer.zip!deep/inner.tar.gz!x/1.txt [x/1.txt] = one",
                                            "d/outer.zip!deep/inner.tar.gz!2.txt [2.txt] = two",
                                            "d/outer.zip!3.txt.gz [3.txt.gz] = three"));
}

TEST_F(WalkTest, MemberNamesAreTextOnly) {
  dir_.write("evil.tar", test::tar({{"../../etc/cron.d/x", "a"}, {"/abs\nolute", "b"}, {"h\xC3\xA4user", "c"}}));
  EXPECT_THAT(walk_here({"evil.tar"}),
              ElementsAre("evil.tar!../../etc/cron.d/x [../../etc/cron.d/x] = a",
                          "evil.tar!/abs\nolute [/abs\nolute] = b", "evil.tar!h\xC3\xA4user [h\xC3\xA4user] = c"));
  EXPECT_FALSE(std::filesystem::exists(dir_.path() / "etc"));
}

TEST_F(WalkTest, EmptyContainersGiveNothing) {
  dir_.write("empty.zip", test::zip({}));
  EXPECT_THAT(walk_here({"empty.zip"}), IsEmpty());
}

TEST_F(WalkTest, TruncatedCompressionThrowsAfterWhatWasSound) {
  std::string text;
  for (int i = 0; text.size() < 500000; ++i) text += "story number " + std::to_string(i * 7919) + "\n";
  const std::string whole = test::gzip(text);
  dir_.write("cut.gz", whole.substr(0, whole.size() / 2));
  Walker walker({path("cut.gz")});
  auto found = walker.next();
  ASSERT_TRUE(found && std::holds_alternative<Entry>(*found));
  std::string got;
  try {
    std::vector<char> block(4096);
    while (const std::size_t size = std::get<Entry>(*found).bytes->read(block)) got.append(block.data(), size);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Io);
    EXPECT_THAT(error.message(), HasSubstr("cut.gz: the file ends too early"));
    EXPECT_THAT(error.hint(), HasSubstr("again"));
  }
  EXPECT_GT(got.size(), text.size() / 3);
  EXPECT_EQ(got, text.substr(0, got.size()));
  EXPECT_FALSE(walker.next());
}

TEST_F(WalkTest, DamagedFilesNeverEndTheWalk) {
  std::string zst = test::compressed(archive_write_add_filter_zstd, std::string(1000, 'a') + "bcd");
  zst.resize(zst.size() - 3);
  dir_.write("1.zst", zst);
  dir_.write("2.gz", std::string("\x1F\x8B\x08\x00", 4));
  std::string tar = test::tar({{"a", std::string(5000, 'a')}, {"b", "b"}});
  tar.resize(2000);
  dir_.write("3.tar", tar);
  dir_.write("4.zip", test::zip({{"a", "some text that is packed"}}).substr(0, 20));
  dir_.write("5.txt", "sound");
  const auto found = walk_here({"1.zst", "2.gz", "3.tar", "4.zip", "5.txt"});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.back(), "5.txt [] = sound");
  for (const char* name : {"1.zst", "2.gz", "3.tar", "4.zip"}) {
    const auto reported = std::count_if(found.begin(), found.end(), [&](const std::string& line) {
      return line.starts_with(name) && (line.find("ends too early") != line.npos || line.find("damaged") != line.npos);
    });
    EXPECT_EQ(reported, 1) << name << ::testing::PrintToString(found);
  }
}

TEST_F(WalkTest, WrongChecksumInZipIsNoticed) {
  std::string zip = test::pack(test::set_stored_zip, archive_write_add_filter_none,
                               {{"a", "text of the first"}, {"b", "text of the second"}});
  const std::size_t at = zip.find("text of the first");
  ASSERT_NE(at, std::string::npos);
  zip[at] = 'T';
  dir_.write("a.zip", zip);
  const auto found = walk_here({"a.zip"});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0], HasSubstr("damaged"));
  EXPECT_EQ(found[1], "a.zip!b [b] = text of the second");
}

TEST_F(WalkTest, LimitsHold) {
  std::string packed = test::tar({{"a", "text"}});
  for (int i = 0; i < 3; ++i) packed = test::tar({{"t", packed}});
  dir_.write("four.tar", packed);
  dir_.write("five.tar", test::tar({{"t", packed}}));
  EXPECT_THAT(walk_here({"four.tar"}), ElementsAre("four.tar!t!t!t!a [a] = text"));
  EXPECT_THAT(walk_here({"five.tar"}), ElementsAre(HasSubstr("more than 4 containers inside each other")));

  std::string coats = "text";
  for (int i = 0; i < 5; ++i) coats = test::gzip(coats);
  dir_.write("coats", coats);
  EXPECT_THAT(walk_here({"coats"}), ElementsAre(HasSubstr("compressed more than 4 times over")));

  WalkLimits limits;
  limits.expansion_ratio = 100;
  limits.member_bytes = 10;
  dir_.write("large.txt", "eleven byte");
  EXPECT_THAT(walk_here({"large.txt"}, limits), ElementsAre(HasSubstr("larger than 10 bytes")));
  limits.member_bytes = 1ULL << 40U;
  dir_.write("bomb.gz", test::gzip(std::string(70U << 20U, '\0')));
  EXPECT_THAT(walk_here({"bomb.gz"}, limits), ElementsAre(HasSubstr("more than 100 times its compressed size")));
}

TEST_F(WalkTest, ProgressCountsCompressedBytes) {
  dir_.write("a.gz", test::gzip(std::string(100000, 'a')));
  dir_.write("d/b.txt", "12345");
  const std::uint64_t total = std::filesystem::file_size(path("a.gz")) + 5;
  Walker walker({path("a.gz"), path("d"), path("missing")});
  EXPECT_EQ(walker.progress().read, 0U);
  EXPECT_EQ(walker.progress().total, total);
  while (auto found = walker.next()) {
    if (auto* entry = std::get_if<Entry>(&*found)) {
      EXPECT_GT(entry->modified, 0);
    }
  }
  EXPECT_EQ(walker.progress().read, total);  // unread files count as done
}

TEST_F(WalkTest, EntryOutlivedByTheWalkReadsNothingOfTheNext) {
  dir_.write("a.tar", test::tar({{"1", std::string(5000, '1')}, {"2", std::string(5000, '2')}}));
  Walker walker({path("a.tar")});
  auto first = walker.next();
  auto second = walker.next();
  ASSERT_TRUE(first && second);
  EXPECT_EQ(read_all(*std::get<Entry>(*first).bytes).find('2'), std::string::npos);
  EXPECT_EQ(read_all(*std::get<Entry>(*second).bytes), std::string(5000, '2'));
}

TEST_F(WalkTest, MutationsOfContainersNeverCrash) {
  const std::string seeds[] = {test::gzip(test::tar({{"a", "one"}, {"b", "two"}})),
                               test::zip({{"a", "one"}, {"b", "two"}}), test::tar({{"a", "one"}}),
                               test::compressed(archive_write_add_filter_zstd, "text")};
  std::uint32_t state = 12345;
  const auto random = [&] { return state = state * 1664525U + 1013904223U; };
  for (int round = 0; round < 400; ++round) {
    std::string bytes = seeds[random() % 4];
    for (std::uint32_t i = 0; i < 1 + random() % 4; ++i)
      bytes[random() / 7 % bytes.size()] = static_cast<char>(random() >> 13U);
    if (random() % 3 == 0) bytes.resize(random() / 5 % bytes.size());
    dir_.write("m", bytes);
    EXPECT_LE(walk_here({"m"}).size(), 4U);
  }
}

}  // namespace
}  // namespace morgue::io
