// SPDX-License-Identifier: GPL-2.0-or-later
// What is done to every text.
#include <benchmark/benchmark.h>

#include "query/parser.h"
#include "tests/bench/micro/corpus.h"
#include "text/analyser.h"
#include "text/language.h"
#include "text/near_duplicate.h"
#include "text/normalise.h"
#include "text/stemmer.h"

namespace morgue::bench {
namespace {

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * corpus_bytes()));
}

void analyse(benchmark::State& state) {
  text::Analyser analyser;
  for (auto _ : state) {
    for (const auto& article : corpus()) benchmark::DoNotOptimize(analyser.analyse(article.body).size());
  }
  set_bytes(state);
}
BENCHMARK(analyse)->Unit(benchmark::kMillisecond);

void sketch(benchmark::State& state) {
  text::Fingerprinter fingerprinter;
  for (auto _ : state) {
    for (const auto& article : corpus()) {
      fingerprinter.read(article.headline, article.body);
      benchmark::DoNotOptimize(fingerprinter.sketch());
    }
  }
  set_bytes(state);
}
BENCHMARK(sketch)->Unit(benchmark::kMillisecond);

void detect_language(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& article : corpus()) benchmark::DoNotOptimize(text::detect_language(article.body));
  }
  set_bytes(state);
}
BENCHMARK(detect_language)->Unit(benchmark::kMillisecond);

void stem_each_word(benchmark::State& state) {
  text::Analyser analyser;
  text::Stemmer stemmer;
  for (auto _ : state) {
    for (const auto& article : corpus()) {
      for (const auto& token : analyser.analyse(article.body)) benchmark::DoNotOptimize(stemmer.stem(token.term, "en"));
    }
  }
  set_bytes(state);
}
BENCHMARK(stem_each_word)->Unit(benchmark::kMillisecond);

void parse_query(benchmark::State& state) {
  const query::ParseOptions options{Day{2025, 1, 1}};
  for (auto _ : state) {
    benchmark::DoNotOptimize(query::parse(
        R"((dock OR harbour) strike w/10 union author:"Mirela Aldous" date:2024-03 -topic:sport)", options));
  }
}
BENCHMARK(parse_query);

}  // namespace
}  // namespace morgue::bench
