// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/exporter.h"

#include <array>
#include <exception>
#include <filesystem>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "io/durable.h"
#include "render/text_parts.h"

namespace morgue::browse {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFormats = {{{".jsonl", "jsonl"},
                                                                                    {".csv", "csv"},
                                                                                    {".ris", "ris"},
                                                                                    {".bib", "bibtex"},
                                                                                    {".json", "csl-json"},
                                                                                    {".md", "markdown"},
                                                                                    {".html", "html"}}};

}  // namespace

/// How many were written; nothing is if `stop` is requested.
std::int64_t Exporter::write(archive::Reader& reader, const ExportOrder& order, const std::stop_token& stop) const {
  const auto writer = make_writer_(format_of(order.path), *order.query);
  io::AtomicFile file(order.path);
  std::int64_t written = 0;
  file.write(writer->begin());
  reader.for_each(*order.query, [&](const StoredArticle& article) {
    if (stop.stop_requested()) return false;
    file.write(writer->add(article));
    ++written;
    return true;
  });
  file.write(writer->end());
  if (!stop.stop_requested()) file.commit();
  return written;
}

std::string format_of(const std::string& path) {
  for (const auto& [ending, format] : kFormats) {
    if (path.ends_with(ending)) return std::string(format);
  }
  return {};
}

std::string export_endings() {
  std::string out;
  for (const auto& [ending, format] : kFormats) {
    if (!out.empty()) out += ' ';
    out += ending;
  }
  return out;
}

bool Exporter::start(const ExportOrder& order) {
  if (busy_.exchange(true)) return false;
  thread_ = std::jthread([this, order](const std::stop_token& stop) {
    run(stop, order);
    busy_ = false;
  });
  return true;
}

void Exporter::run(const std::stop_token& stop, const ExportOrder& order) {
  try {
    std::error_code unknown;
    const auto status = std::filesystem::status(order.path, unknown);
    if (std::filesystem::is_directory(status)) {
      throw Error(ErrorCode::Io, order.path + " is a folder", "name a file in it");
    }
    if (std::filesystem::exists(status) && !order.replace) {
      emit_(Exported{order.path, false, true});
      return;
    }
    const std::int64_t written = write(*access_.open(), order, stop);
    if (stop.stop_requested()) return;
    emit_(Exported{render::grouped(written) + (written == 1 ? " article" : " articles") + " written to " + order.path,
                   true, false});
  } catch (const Error& error) {
    emit_(Exported{error.message() + (error.hint().empty() ? "" : ": " + error.hint()), false, false});
  } catch (const std::exception& error) {
    emit_(Exported{std::string("internal error: ") + error.what(), false, false});
  }
}

}  // namespace morgue::browse
