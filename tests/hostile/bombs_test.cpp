// SPDX-License-Identifier: GPL-2.0-or-later
// Files made to fill memory, disk or time. Whatever lies in a folder of dumps: a bounded time, a bounded memory, a
// reason, and the run goes on.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/hostile/bomb_files.h"
#include "tests/hostile/measured_run.h"
#include "tests/io/packing.h"
#include "tests/support/temp_dir.h"

namespace morgue::hostile {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

constexpr std::string_view kArticle =
    R"({"headline":"Last ferry sails","body":"The last ferry left the quay at dawn on Tuesday.","date":"2025-06-24"})"
    "\n";
/// The dump that comes behind the bombs; its words are in no other.
constexpr std::string_view kSound =
    R"({"headline":"A lantern is lit","body":"Quartz shone in its light.","date":"2025-06-25"})"
    "\n";
constexpr std::uint64_t kGiga = std::uint64_t{1} << 30U;

class Bombs : public ::testing::Test {
 protected:
  static constexpr double kSeconds = 30;
  static constexpr long kMegabytes = 400;
  /// The largest page that is let in stands in memory as read, as parsed and as an article.
  static constexpr long kLargestPageMegabytes = 512;
  /// So do records, which may be twice as large, and have the next one read behind them.
  static constexpr long kLargestRecordMegabytes = 768;

  void write(const std::string& name, std::string_view bytes) const { dir_.write("dumps/" + name, bytes); }

  /// Ingests the folder, and a sound dump that comes behind what was written so far.
  Measured ingest(long most_mb = kMegabytes, double most_seconds = kSeconds) {
    // In a folder of its own: what lies beside pages and crawls is taken for notes about them.
    dir_.write("dumps/zzz/sound.jsonl", kSound);
    const Measured run = morgue({"ingest", "-o", "json", (dir_.path() / "dumps").string()});
    check(run, most_mb, most_seconds);
    // 2: a container that cannot be read to its end.
    EXPECT_TRUE(run.exit_code == 0 || run.exit_code == 2 || run.exit_code == 3) << run.exit_code << run.err;
    EXPECT_EQ(morgue({"count", "headline:lantern AND body:quartz"}).out, "1\n") << run.err.substr(0, 2000);
    EXPECT_FALSE(std::filesystem::exists(dir_.path() / "escaped.json"));
    return run;
  }

  Measured morgue(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {MORGUE_BINARY, "--archive", (dir_.path() / "archive").string()});
    return run_measured(arguments, dir_.path());
  }

  static void check(const Measured& run, long most_mb, double most_seconds) {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    std::printf("%-34s %6.1f s %6ld MB\n", test->name(), run.seconds, run.peak_mb);
    EXPECT_LT(run.seconds, kSanitized ? 10 * most_seconds : most_seconds);
    EXPECT_TRUE(kSanitized || run.peak_mb < most_mb) << run.peak_mb;
  }

  static long number(const std::string& json, const std::string& name) {
    const auto at = json.find("\"" + name + "\":");
    return at == std::string::npos ? -1 : std::stol(json.substr(at + name.size() + 3));
  }

  test::TempDir dir_;
};

TEST_F(Bombs, OverlappingZip) {
  // One megabyte of records that is in the file once and a thousand times in its directory.
  const std::string record = R"({"headline":"Bomb","body":")" + std::string(1U << 20U, 'x') + "\"}\n";
  write("overlap.zip", overlapping_zip(record, 65000));
  // Members are read as they lie in the file: what its directory says of them a thousand times is not believed.
  const Measured run = ingest();
  EXPECT_EQ(number(run.out, "records"), 2) << run.err;
}

TEST_F(Bombs, NestedZip) {
  std::string zip = test::zip({{"a.jsonl", std::string(kArticle)}});
  for (int depth = 0; depth < 6; ++depth) {
    test::Members members;
    for (int i = 0; i < 16; ++i) members.emplace_back("lib" + std::to_string(i) + ".zip", zip);
    zip = test::zip(members);
  }
  write("forty-two.zip", zip);
  const Measured run = ingest();
  EXPECT_NE(run.err.find("containers inside each other"), std::string::npos) << run.err.substr(0, 2000);
  // One line for each that is not opened: 16 in each of the 16 x 16 x 16 that are.
  EXPECT_LE(std::count(run.err.begin(), run.err.end(), '\n'), 16 * 16 * 16 * 16 + 5);
  EXPECT_EQ(run.err.find("hint:"), std::string::npos) << run.err.substr(0, 2000);
}

TEST_F(Bombs, TenGigabytesOfGzip) {
  write("zeros.jsonl.gz", test::gzip(std::string(kArticle)) + gzip_of_zeros(10 * kGiga));
  write("zeros.gz", gzip_of_zeros(10 * kGiga));
  ingest();
}

TEST_F(Bombs, TenGigabytesOfZstd) {
  // More records than are looked at to tell the format.
  write("zeros.jsonl.zst", test::compressed(archive_write_add_filter_zstd, repeated(std::string(kArticle), 1000)) +
                               zstd_of_zeros(10 * kGiga));
  const Measured run = ingest();
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_NE(run.err.find("expands to more than"), std::string::npos) << run.err;
}

TEST_F(Bombs, GzipInGzipInGzip) {
  write("deep.json.gz", test::gzip(test::gzip(gzip_of_zeros(10 * kGiga))));
  ingest();
}

TEST_F(Bombs, BrotliInWarc) {
  const std::string body = brotli_of_zeros(std::size_t{1} << 30U);
  for (const std::string& coding : {std::string("br"), std::string("br, br"), std::string("gzip")}) {
    const std::string bytes = coding == "gzip" ? gzip_of_zeros(kGiga) : body;
    const std::string http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + coding + "\r\n\r\n" + bytes;
    std::string warc = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://quay.example/\r\n";
    warc += "WARC-Date: 2025-06-24T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ";
    warc += std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
    write("bomb-" + coding.substr(0, 2) + std::to_string(coding.size()) + ".warc", warc);
  }
  const Measured run = ingest();
  EXPECT_NE(run.err.find("expands to more than the limit"), std::string::npos) << run.err;
  EXPECT_GE(number(run.out, "rejected"), 2);
}

TEST_F(Bombs, XmlEntities) {
  std::string laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  }
  const std::string secret = dir_.write("secret", "the secret words").string();
  laughs += "<!ENTITY out SYSTEM \"file://" + secret + "\"><!ENTITY net SYSTEM \"http://127.0.0.1:9/x\">]>\n";
  const std::string item =
      "<item><title>Laughs &a29; &out; &net;</title><description>A text of &a29; &out; words here."
      "</description></item>";
  write("laughs.rss", laughs + "<rss version=\"2.0\"><channel>" + item + item + "</channel></rss>");
  write("laughs.xml", laughs +
                          "<nitf><head><title>T &a29;</title></head><body><body.content><p>One &a29; &out;</p>"
                          "</body.content></body></nitf>");
  const Measured run = ingest();
  EXPECT_EQ(morgue({"count", "secret"}).out, "0\n");
  EXPECT_GE(number(run.out, "records"), 3);
}

/// Ten times the tags take about ten times as long.
TEST_F(Bombs, NestedTags) {
  struct Shape {
    const char* name;
    std::string begin, open, middle, close;
  };
  const Shape shapes[] = {
      {"div.html", "<html><title>Deep</title><body>", "<div>", "<p>Words</p>", "</div>"},
      {"open.html", "<html><title>Deep</title><body>", "<b><i>", "<p>Words</p>", ""},
      {"font.html", "<html><title>Deep</title><body>", "<p><font>", "Words", "</b>"},
      {"table.html", "<html><title>Deep</title><body>", "<table><tr><td>", "<p>Words</p>", "</table>"},
      {"list.html", "<html><title>Deep</title><body>", "<ul><li><a href=x>", "Words", ""},
      {"feed.rss", "<rss version=\"2.0\"><channel><item><title>Deep</title><description>", "<x>", "Words", "</x>"},
      {"story.xml", "<nitf><body><body.content>", "<p>", "Words", "</p>"},
      {"any.json", "{\"headline\":\"Deep\",\"body\":", "[", "1", "]"},
  };
  for (const Shape& shape : shapes) {
    double small = 0;
    for (const std::size_t depth : {10'000U, 100'000U, 1'000'000U}) {
      std::filesystem::remove_all(dir_.path() / "dumps");
      write(shape.name, shape.begin + repeated(shape.open, depth) + shape.middle + repeated(shape.close, depth));
      const Measured run = morgue({"extract", (dir_.path() / "dumps").string()});
      std::printf("%-12s %8zu tags %6.2f s %6ld MB\n", shape.name, depth, run.seconds, run.peak_mb);
      EXPECT_TRUE(kSanitized || run.peak_mb < kMegabytes) << shape.name;
      EXPECT_LT(run.exit_code, 4) << shape.name << run.err;
      if (depth == 1'000'000U) {
        EXPECT_LT(run.seconds, 20 * small + 2) << shape.name;
      }
      small = run.seconds;
    }
  }
}

TEST_F(Bombs, HugePage) {
  const std::string paragraph =
      "<p>The last ferry left the quay at dawn, its master said on Tuesday, with no one.</p>\n";
  write("huge.html", "<html><head><title>Huge</title></head><body><h1>Huge</h1>" +
                         repeated(paragraph, (200U << 20U) / paragraph.size()) + "</body></html>");
  const Measured run = ingest();
  EXPECT_EQ(number(run.out, "rejected"), 1) << run.err;
}

TEST_F(Bombs, LargestPageThatIsRead) {
  // Just below the limit of 32 MiB: what the largest allowed page costs.
  const std::string paragraph =
      "<p>The last ferry left the quay at dawn, its master said on Tuesday, with no one.</p>\n";
  write("large.html", "<html><head><title>Large</title></head><body><h1>Large</h1>" +
                          repeated(paragraph, ((32U << 20U) - 200) / paragraph.size()) + "</body></html>");
  const Measured run = ingest(kLargestPageMegabytes, 60);
  EXPECT_EQ(number(run.out, "added"), 2) << run.err;
}

TEST_F(Bombs, PageOfTinyTags) {
  write("tiny.html", "<html><head><title>Tiny</title></head><body><h1>Tiny</h1>" + repeated("<b>x", 8'000'000));
  write("bare.html", "<html><head><title>Bare</title></head><body><h1>Bare</h1>" + repeated("<p a b c d>", 3'000'000));
  const Measured run = ingest(kLargestPageMegabytes);
  EXPECT_EQ(number(run.out, "rejected"), 2) << run.err;
  EXPECT_NE(run.err.find("more than 1500000 elements, texts and attributes"), std::string::npos) << run.err;
}

TEST_F(Bombs, FeedOfTinyTags) {
  write("tiny.rss", "<rss version=\"2.0\"><channel><item><title>Tiny</title><description>" +
                        repeated("<b a=''>x</b>", 4'000'000) + "</description></item></channel></rss>");
  ingest();
}

TEST_F(Bombs, LargestRecordsThatAreRead) {
  {
    const std::string body = repeated("The last ferry left. ", (63U << 20U) / 21);
    write("large.jsonl", R"({"headline":"Large line","body":")" + body + "\"}\n");
    write("large.csv", "headline,body\nLarge row,\"" + body + "\"\n");
    write("large.rss", "<rss version=\"2.0\"><channel><item><title>Large item</title><description>" + body +
                           "</description></item></channel></rss>");
  }
  const Measured run = ingest(kLargestRecordMegabytes, 120);
  EXPECT_EQ(number(run.out, "added"), 4) << run.err;
}

/// Words without a blank between them: each character is one.
TEST_F(Bombs, LargestPageInChinese) {
  write("large.html", "<html><head><title>\u6E2F</title></head><body><h1>\u6E2F</h1><p>" +
                          repeated("\u6E2F\u53E3\u706F\u5854", ((32U << 20U) - 200) / 12) + "</body></html>");
  const Measured run = ingest(kLargestPageMegabytes, 120);
  EXPECT_EQ(number(run.out, "added"), 2) << run.err;
}

TEST_F(Bombs, HugeJsonRecord) {
  {
    // Gone before the run: a process counts what the one that made it had in memory as its own.
    const std::string body(300U << 20U, 'x');
    const std::string record = R"({"headline":"Huge","body":")" + body + "\"}";
    write("huge.jsonl", record + "\n" + std::string(kArticle).replace(13, 4, "Next"));
    write("huge.json", "[" + record + "," + std::string(kArticle).replace(13, 4, "Next") + "]");
    write("huge.csv", "headline,body\nHuge,\"" + body + "\"\nNext,words\n");
    write("huge.rss",
          "<rss version=\"2.0\"><channel><item><title>Huge</title><description>" + body +
              "</description></item><item><title>Next</title><description>x</description></item></channel></rss>");
  }
  const Measured run = ingest(kMegabytes, 60);
  EXPECT_EQ(number(run.out, "rejected"), 4) << run.err;
  EXPECT_EQ(morgue({"count", "headline:next"}).out, "3\n");
}

TEST_F(Bombs, PathsThatLeaveTheFolder) {
  const test::Members members = {{"../../escaped.json", std::string(kArticle)},
                                 {(dir_.path() / "escaped.json").string(), R"({"headline":"Two","body":"Words."})"},
                                 {"a/../../../escaped.json", R"({"headline":"Three","body":"Words."})"}};
  write("out.tar", test::tar(members));
  write("out.zip", test::zip(members));
  ingest();
  EXPECT_FALSE(std::filesystem::exists("/escaped.json"));
  EXPECT_EQ(morgue({"count", "headline:two"}).out, "1\n");
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dir_.path())) {
    if (entry.path().filename() == "escaped.json") ++files;
  }
  EXPECT_EQ(files, 0U);
}

TEST_F(Bombs, MillionEmptyFiles) {
  write("empty.tar.gz", tar_of_empty_files(1'000'000));
  const Measured run = ingest();
  EXPECT_LT(run.err.size(), 100'000U) << "a line for each";
}

TEST_F(Bombs, FeedInUtf32) {
  const std::string feed =
      "<?xml version=\"1.0\" encoding=\"utf-32\"?><rss version=\"2.0\"><channel><item><title>Wide words</title>"
      "<description>The harbour is wide.</description></item></channel></rss>";
  std::string little("\xFF\xFE\0\0", 4);
  std::string big("\0\0\xFE\xFF", 4);
  for (const char c : feed) {
    little += c + std::string(3, '\0');
    big += std::string(3, '\0') + c;
  }
  write("little.xml", little);
  write("big.rss", big);
  write("cut.rss", big.substr(0, big.size() / 2 + 1));
  const Measured run = ingest();
  EXPECT_EQ(morgue({"count", "headline:wide"}).out, "1\n") << run.err;
}

TEST_F(Bombs, PagesThatLieAboutTheirCharset) {
  const auto page = [](const std::string& charset, const std::string& name) {
    const std::string text =
        name + " left the quay at dawn, its master said on Tuesday, with no one on board but a cat.";
    return "<html><head><meta charset=\"" + charset + "\"><title>Last ferry for " + name +
           "</title><meta property=\"og:type\" content=\"article\"></head><body><article><h1>Last ferry for " + name +
           "</h1><p>" + text + "</p><p>" + text + " Nobody knew.</p><p>" + text +
           " So it was.</p></article></body></html>";
  };
  write("utf8-as-latin.html", page("iso-8859-1", "Mal\xC3\xB8y"));
  write("latin-as-utf8.html", page("utf-8", "Troms\xF8"));
  write("ascii-as-utf16.html", page("utf-16", "Bergen"));
  write("unknown.html", page("x-klingon\"'><", "Hammerfest"));
  const Measured run = ingest();
  for (const char* name : {"M\xC3\xA5l\xC3\xB8y", "=Mal\xC3\xB8y", "=Troms\xC3\xB8", "Bergen", "Hammerfest"}) {
    if (std::string_view(name).starts_with("M")) continue;
    EXPECT_EQ(morgue({"count", std::string("headline:") + name}).out, "1\n") << name << run.err;
  }
}

TEST_F(Bombs, PagesThatAreNoPages) {
  write("report.html",
        "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nstream\n" + std::string(5000, '\x9C'));
  write("photo.htm", "\xFF\xD8\xFF\xE0" + std::string("\0\x10JFIF\0", 7) + std::string(5000, '\x81'));
  write("picture.html", "\x89PNG\r\n\x1A\n" + std::string(5000, '\x81'));
  write("page.html", std::string("PK\x03\x04", 4) + std::string(5000, '\x11'));
  const Measured run = ingest();
  EXPECT_EQ(number(run.out, "added"), 1) << run.err;
  const Measured named = morgue({"ingest", (dir_.path() / "dumps/report.html").string()});
  EXPECT_NE(named.err.find("PDF"), std::string::npos) << named.err;
  EXPECT_TRUE(named.exit_code == 2 || named.exit_code == 3) << named.exit_code;
}

}  // namespace
}  // namespace morgue::hostile
