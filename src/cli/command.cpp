// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/command.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <thread>

#include "archive/watch.h"
#include "core/error.h"
#include "query/saved_queries.h"
#include "text/time_zone.h"

namespace morgue::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
  return value == nullptr ? "" : value;
}

}  // namespace

archive::Layout Context::layout() const {
  if (!options.archive.empty()) return archive::Layout(options.archive);
  if (const auto from_environment = environment("MORGUE_ARCHIVE"); !from_environment.empty()) {
    return archive::Layout(from_environment);
  }
  if (const auto data_home = environment("XDG_DATA_HOME"); !data_home.empty()) {
    return archive::Layout(std::filesystem::path(data_home) / "morgue");
  }
  if (const auto home = environment("HOME"); !home.empty()) {
    return archive::Layout(std::filesystem::path(home) / ".local" / "share" / "morgue");
  }
  throw Error(ErrorCode::Usage, "no archive named, and no home directory to look in", "name one with --archive DIR");
}

Day Context::today() {
  return Timestamp::from_utc_seconds(std::time(nullptr)).value_or(Timestamp{}).day;
}

Day Context::query_day() const {
  const std::int64_t now = std::time(nullptr);
  const std::int64_t local = now + text::zone_offset(timezone, now).value_or(0);
  return Timestamp::from_utc_seconds(local).value_or(Timestamp{}).day;
}

query::ParseOptions Context::parsing() const {
  const auto load = [this] {
    const auto where = layout();
    where.require();
    catalog::Catalog catalog(where.catalog(), catalog::Catalog::Mode::Read);
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    return archive::saved_texts(catalog);
  };
  return {query_day(), query::saved_lookup(load, query_day())};
}

void Context::note(const std::string& line) const {
  if (!options.quiet) warn(line);
}

void Context::warn(const std::string& line) {
  std::fprintf(stderr, "%s\n", line.c_str());
}

unsigned jobs_or_cores(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

void add_builder_option(CLI::App& command, std::string& builder) {
  command.add_option("--builder", builder, "What writes the index: bulk, or api (Xapian's own interface: slower)")
      ->check(CLI::IsMember({"bulk", "api"}));
}

archive::BuilderKind builder_of(const std::string& builder) {
  return builder == "api" ? archive::BuilderKind::Api : archive::BuilderKind::Bulk;
}

}  // namespace morgue::cli
