// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/content_kind.h"

#include <gtest/gtest.h>

#include "tests/io/packing.h"

namespace morgue::io {
namespace {

TEST(ContentKind, KnowsWhatItReads) {
  EXPECT_EQ(content_kind(test::gzip("x")), ContentKind::Gzip);
  EXPECT_EQ(content_kind(test::compressed(archive_write_add_filter_zstd, "x")), ContentKind::Zstd);
  EXPECT_EQ(content_kind(std::string_view("\x50\x2A\x4D\x18\0\0\0\0", 8)), ContentKind::Zstd);  // a skippable frame
  EXPECT_EQ(content_kind(test::compressed(archive_write_add_filter_bzip2, "x")), ContentKind::Bzip2);
  EXPECT_EQ(content_kind(test::compressed(archive_write_add_filter_xz, "x")), ContentKind::Xz);
  EXPECT_EQ(content_kind(test::zip({{"a", "x"}})), ContentKind::Zip);
  EXPECT_EQ(content_kind(test::zip({})), ContentKind::Zip);
  for (const auto format : {archive_write_set_format_ustar, archive_write_set_format_v7tar,
                            archive_write_set_format_gnutar, archive_write_set_format_pax}) {
    EXPECT_EQ(content_kind(test::pack(format, archive_write_add_filter_none, {{"a", "x"}})), ContentKind::Tar);
  }
}

TEST(ContentKind, TextIsPlain) {
  for (const std::string& text : {std::string(), std::string("BZh91 is a route"), std::string("PK and more"),
                                  std::string(600, '\0'), std::string(600, 'a'), std::string("{\"a\":1}\n"),
                                  "ustar" + std::string(600, ' '), std::string("\x1F\x8B", 2)}) {
    EXPECT_EQ(content_kind(text), ContentKind::Plain) << text.substr(0, 20);
  }
}

TEST(ContentKind, KnowsZstdWithADictionary) {
  EXPECT_TRUE(needs_dictionary("\x5D\x2A\x4D\x18 and a dictionary"));
  EXPECT_TRUE(needs_dictionary("\x28\xB5\x2F\xFD\x63 with its number"));
  EXPECT_FALSE(needs_dictionary("\x28\xB5\x2F\xFD\x64 without"));
  EXPECT_FALSE(needs_dictionary("\x50\x2A\x4D\x18 another frame to skip"));
  EXPECT_FALSE(needs_dictionary(""));
}

}  // namespace
}  // namespace morgue::io
