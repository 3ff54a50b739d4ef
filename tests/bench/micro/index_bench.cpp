// SPDX-License-Identifier: GPL-2.0-or-later
// From articles to the tables of a segment.
#include <benchmark/benchmark.h>

#include "catalog/body_codec.h"
#include "index/article_indexer.h"
#include "index/glass_inverter.h"
#include "index/glass_pack.h"
#include "index/segment_builder.h"
#include "tests/bench/micro/corpus.h"
#include "tests/support/temp_dir.h"

namespace morgue::bench {
namespace {

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * corpus_bytes()));
}

void make_documents(benchmark::State& state) {
  index::ArticleIndexer indexer;
  for (auto _ : state) {
    for (const auto& article : corpus()) benchmark::DoNotOptimize(indexer.document(article, 1).terms().size());
    (void)indexer.take_forms();
    indexer.end_batch();
  }
  set_bytes(state);
}
BENCHMARK(make_documents)->Unit(benchmark::kMillisecond);

void make_documents_and_invert(benchmark::State& state) {
  index::ArticleIndexer indexer;
  index::glass::Inverter inverter;
  for (auto _ : state) {
    std::uint32_t docid = 0;
    for (const auto& article : corpus()) inverter.add(++docid, indexer.document(article, 1));
    benchmark::DoNotOptimize(inverter.finish(indexer.terms()));
    (void)indexer.take_forms();
    indexer.end_batch();
  }
  set_bytes(state);
}
BENCHMARK(make_documents_and_invert)->Unit(benchmark::kMillisecond);

void build_segment(benchmark::State& state) {
  const test::TempDir folder;
  for (auto _ : state) {
    const auto builder = index::make_bulk_builder(folder.path() / "segment", 1);
    for (const auto& article : corpus()) builder->add(article, 1);
    benchmark::DoNotOptimize(builder->finish());
    std::filesystem::remove_all(folder.path() / "segment");
  }
  set_bytes(state);
}
BENCHMARK(build_segment)->Unit(benchmark::kMillisecond)->UseRealTime();

void pack_numbers(benchmark::State& state) {
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (std::uint64_t number = 0; number < 100'000; ++number) index::glass::append_uint(out, number);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * 100'000));
}
BENCHMARK(pack_numbers);

void unpack_numbers(benchmark::State& state) {
  std::string bytes;
  for (std::uint64_t number = 0; number < 100'000; ++number) index::glass::append_uint(bytes, number);
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const char* at = bytes.data(); at < bytes.data() + bytes.size();) sum += index::glass::get_uint(at);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * 100'000));
}
BENCHMARK(unpack_numbers);

void pack_bodies(benchmark::State& state) {
  catalog::BodyCodec codec;
  for (auto _ : state) {
    for (const auto& article : corpus()) benchmark::DoNotOptimize(codec.pack(article.body).bytes.size());
  }
  set_bytes(state);
}
BENCHMARK(pack_bodies)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace morgue::bench
