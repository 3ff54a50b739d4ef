// SPDX-License-Identifier: GPL-2.0-or-later
// From bytes to records and articles.
#include <benchmark/benchmark.h>

#include "extract/extract.h"
#include "formats/reader.h"
#include "io/buffered_input.h"
#include "tests/bench/micro/corpus.h"
#include "tests/support/string_source.h"

namespace morgue::bench {
namespace {

/// Plain paragraphs in the usual furniture of a page.
std::string page(const StoredArticle& article) {
  std::string html = "<!doctype html><html lang=en><head><title>" + article.headline +
                     "</title><meta name=author content='A B'></head><body><nav><a href=/>Home</a></nav><article><h1>" +
                     article.headline + "</h1><p>";
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    if (article.body.compare(i, 2, "\n\n") == 0) {
      html += "</p><p>";
      ++i;
    } else {
      html += article.body[i];
    }
  }
  return html + "</p></article><footer>Contact</footer></body></html>";
}

template <typename Visit>
void read_all(const std::string& dump, formats::Format format, const Visit& visit) {
  io::BufferedInput bytes(std::make_unique<test::StringSource>(dump, 65536));
  const auto reader = formats::open_reader(format, {bytes, "dump", "", {}});
  while (auto item = reader->next()) {
    if (auto* record = std::get_if<Record>(&*item)) visit(*record);
  }
}

void set_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void read_json_lines(benchmark::State& state) {
  for (auto _ : state) {
    read_all(json_lines(), formats::Format::JsonLines, [](const Record& record) { benchmark::DoNotOptimize(&record); });
  }
  set_bytes(state, json_lines().size());
}
BENCHMARK(read_json_lines)->Unit(benchmark::kMillisecond);

void read_and_extract_json_lines(benchmark::State& state) {
  extract::Extractor extractor({});
  for (auto _ : state) {
    read_all(json_lines(), formats::Format::JsonLines,
             [&](const Record& record) { benchmark::DoNotOptimize(extractor.extract(record)); });
  }
  set_bytes(state, json_lines().size());
}
BENCHMARK(read_and_extract_json_lines)->Unit(benchmark::kMillisecond);

void read_and_extract_pages(benchmark::State& state) {
  extract::Extractor extractor({});
  std::vector<std::string> pages;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 100; ++i) size += pages.emplace_back(page(corpus()[i])).size();
  for (auto _ : state) {
    for (const auto& html : pages) {
      read_all(html, formats::Format::Html,
               [&](const Record& record) { benchmark::DoNotOptimize(extractor.extract(record)); });
    }
  }
  set_bytes(state, size);
}
BENCHMARK(read_and_extract_pages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace morgue::bench
