// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>

#include "formats/http_message.h"
#include "tests/formats/read_all.h"

namespace morgue::formats {
namespace {

using testing::ElementsAre;

const std::string kPage = "<html><p>The harbour was closed.</p></html>";

std::string http(const std::string& body, const std::string& type = "text/html", const std::string& more = "",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body;
}

std::string warc(const std::string& type, const std::string& block, const std::string& length = "",
                 const std::string& url = "http://harbour.example/a") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2021-03-04T05:06:07.5Z\r\nContent-Type: application/http\r\nContent-Length: " +
         (length.empty() ? std::to_string(block.size()) : length) + "\r\n\r\n" + block + "\r\n\r\n";
}

/// read_all without offsets, and without what every page of these tests has.
std::vector<std::string> items(const std::string& dump, ReaderLimits limits = {}, std::size_t chunk = 7) {
  std::vector<std::string> out;
  for (std::string line : test::read_all(Format::Warc, dump, {}, limits, chunk)) {
    const std::size_t at = line.find('@');
    line.erase(at, line.find_first_of(" !~", at) - at);
    for (const std::string& known : {std::string(" url=http://harbour.example/a"),
                                     std::string(" crawled=2021-03-04T05:06:07Z"), std::string(" html:" + kPage)}) {
      const std::size_t found = line.find(known);
      if (found != std::string::npos) line.replace(found, known.size(), known.starts_with(" html") ? " page" : "");
    }
    out.push_back(std::move(line));
  }
  return out;
}

TEST(CrawlReader, KindsOfRecords) {
  const std::string dump = warc("warcinfo", "software: none") + warc("request", "GET / HTTP/1.1\r\n\r\n") +
                           warc("response", http(kPage)) + warc("revisit", "") + warc("metadata", "x") +
                           warc("holiday", "x") + warc("response", http(kPage, "text/html; charset=\"ISO-8859-1\""));
  for (const std::size_t chunk : {1, 7, 100000}) {
    EXPECT_THAT(items(dump, {}, chunk),
                ElementsAre("1~ description of the crawl", "2~ request", "3 page", "4~ revisit", "5~ metadata record",
                            "6~ record of an unknown type", "7 http.charset=iso-8859-1 page"));
  }
}

TEST(CrawlReader, AnswersThatAreNoPages) {
  EXPECT_THAT(
      items(warc("response", http("x", "image/png")) + warc("response", http("x", "text/css")) +
            warc("response", http("", "text/html", "", "301 Moved")) +
            warc("response", http(kPage, "text/html", "", "404 Not Found")) +
            warc("response", http(kPage, "text/html", "", "503 x")) + warc("response", http("%PDF-1.4")) +
            warc("response", http("<rss><channel/></rss>", "text/xml")) + warc("response", http("", "text/html")) +
            warc("response", http(kPage, "", "")) + warc("resource", kPage) +
            warc("response", "example. 1 IN A", "", "dns:harbour.example")),
      ElementsAre("1~ image", "2~ style sheet", "3~ redirect", "4! an error page: there was no such page (HTTP 404)",
                  "5! an error page: the server failed (HTTP 503)", "6! no web page but a PDF document", "7~ feed",
                  "8! there is nothing in the page", "9 page", "10 page", "11~ name lookup"));
}

TEST(CrawlReader, BadAddresses) {
  EXPECT_THAT(items(warc("response", http(kPage), "", "<http://harbour.example/b>") +
                    warc("response", http(kPage), "", "http://harbour.example/b c") +
                    warc("response", http(kPage), "", "urn:uuid:1")),
              ElementsAre("1 url=http://harbour.example/b page", "2 url=http://harbour.example/b%20c page", "3 page"));
}

TEST(CrawlReader, WrongLengthsHarmOnlyTheirRecord) {
  const std::string good = warc("response", http(kPage));
  const std::string full = http(kPage);
  EXPECT_THAT(items(warc("response", full, "20") + good), ElementsAre("1 page", "2 page"));
  EXPECT_THAT(items(warc("response", full, "200") + good + good), ElementsAre("1 page", "2 page", "3 page"));
  EXPECT_THAT(items(warc("request", "GET", "200") + good), ElementsAre("1~ request", "2 page"));
  EXPECT_THAT(items(warc("response", full, "many") + good),
              ElementsAre("1! the record's length is no number: many", "2 page"));
  EXPECT_THAT(items("stray\nbytes\n" + good + "more\n" + good),
              ElementsAre("1! bytes between records that belong to none", "2 page",
                          "3! bytes between records that belong to none", "4 page"));
  EXPECT_THAT(items(good + "WARC/1.0\r\nWARC-Type: response\r\n"),
              ElementsAre("1 page", "2! the record's header does not end"));
  EXPECT_THAT(items(warc("response", http(kPage), "500").substr(0, 250)),
              ElementsAre(testing::StartsWith("1! the dump ends inside the record, after ")));
}

TEST(CrawlReader, LargeRecordsAreNotRead) {
  ReaderLimits limits;
  limits.record_bytes = 1000;
  EXPECT_THAT(items(warc("response", http(std::string(5000, 'x'))) +
                        warc("response", http(std::string(5000, 'x'), "video/mp4")) + warc("response", http(kPage)),
                    limits),
              ElementsAre("1! the record is larger than the limit of 1000 bytes", "2~ film", "3 page"));
}

TEST(CrawlReader, LargePagesAreNotRead) {
  ReaderLimits limits;
  limits.page_bytes = 1000;
  EXPECT_THAT(items(warc("response", http("<html><p>" + std::string(5000, 'x'))) +
                        warc("response", http(std::string(5000, 'x'), "video/mp4")) + warc("response", http(kPage)),
                    limits),
              ElementsAre("1! the page is larger than the limit of 1000 bytes", "2~ film", "3 page"));
}

TEST(CrawlReader, Arc) {
  const std::string block = http(kPage);
  const std::string record =
      " 192.0.2.1 20210304050607 text/html " + std::to_string(block.size()) + "\n" + block + "\n";
  EXPECT_THAT(
      items("filedesc://a.arc 0.0.0.0 20210304050607 text/plain 9\n1 0 Nobody\n\nhttp://harbour.example/a" + record +
            "http://harbour.example/a 192.0.2.1 20210304050607 text/html -1\nlost\n" + "http://harbour.example/b c" +
            record + "http://harbour.example/a 192.0.2.1 20210304050607 text/html 200 - - 17 a.arc " +
            std::to_string(block.size()) + "\n" + block + "\n"),
      ElementsAre("1~ description of the crawl", "2 page", "3! the record's length is no number: -1",
                  "4 url=http://harbour.example/b%20c page", "5 page"));
}

TEST(HttpMessage, ChunksAsTheyAre) {
  struct Case {
    std::string body;
    std::string want;
  };
  const Case cases[] = {
      {"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde"},
      {"3\nabc\n0\n", "abc"},
      {"<p>not chunked", "<p>not chunked"},
      {"3\r\nabc\r\nff\r\ncut", "abccut"},
      {"2\r\nabcdef\r\n0\r\n\r\n", "abcdef\r\n0\r\n\r\n"},
      {"ffffffffffffffff\r\nabc", "abc"},
      {"3\r\nabc\r\nrest", "abcrest"},
      {"", ""},
  };
  for (const Case& c : cases) {
    const std::string bytes = http(c.body, "text/html", "Transfer-Encoding: Chunked\r\n");
    EXPECT_EQ(decode_body(parse_http(bytes), 1000).bytes, c.want) << c.body;
  }
}

TEST(HttpMessage, ContentCodings) {
  const std::string text(40, 'a');
  const auto bytes_of = [](std::string_view hex) {
    std::string out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
      out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    }
    return out;
  };
  const std::string bare = bytes_of("4b4c240e0000");
  const std::string gzip = bytes_of("1f8b0800000000000203") + bare + bytes_of("258a5bc928000000");
  const std::string zlib = bytes_of("78da") + bare + bytes_of("36eb0f29");
  const std::string brotli = bytes_of("1b2700f825c2a28c00c0");
  struct Case {
    std::string coding;
    std::string body;
    std::string want;
  };
  const Case cases[] = {
      {"gzip", gzip, text},
      {"x-gzip", gzip + gzip, text + text},
      {"gzip", gzip.substr(0, gzip.size() - 6), text},
      {"deflate", zlib, text},
      {"deflate", bare, text},
      {"BR", brotli, text},
      {"identity", "x", "x"},
      {"gzip", "<p>plain", "<p>plain"},
      {"br", "<p>plain", "<p>plain"},
      {"identity, gzip", gzip, text},
  };
  for (const Case& c : cases) {
    const std::string bytes = http(c.body, "text/html", "Content-Encoding: " + c.coding + "\r\n");
    EXPECT_EQ(decode_body(parse_http(bytes), 1000).bytes, c.want) << c.coding;
  }
  const std::string large = http(bare, "text/html", "Content-Encoding: deflate\r\n");
  EXPECT_EQ(decode_body(parse_http(large), 30).problem, "the page expands to more than the limit of 30 bytes");
  const std::string zstd = http("x", "text/html", "Content-Encoding: zstd\r\n");
  EXPECT_EQ(decode_body(parse_http(zstd), 30).problem, "the page is compressed with zstd, which is not supported");
}

}  // namespace
}  // namespace morgue::formats
