// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::test {

using Members = std::vector<std::pair<std::string, std::string>>;
using Setting = int (*)(archive*);

/// An archive in memory: `format` and `filter` are the functions of libarchive that choose them.
inline std::string pack(Setting format, Setting filter, const Members& members) {
  std::string out;
  const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
  format(writer.get());
  filter(writer.get());
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  const auto append = [](archive*, void* into, const void* bytes, std::size_t size) -> la_ssize_t {
    static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  };
  if (archive_write_open(writer.get(), &out, nullptr, append, nullptr) != ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(writer.get()));
  }
  for (const auto& [name, content] : members) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_write_header(writer.get(), entry.get());
    archive_write_data(writer.get(), content.data(), content.size());
  }
  archive_write_close(writer.get());
  return out;
}

/// A format for pack: zip without compression.
inline int set_stored_zip(archive* writer) {
  const int result = archive_write_set_format_zip(writer);
  return result == ARCHIVE_OK ? archive_write_zip_set_compression_store(writer) : result;
}

inline std::string tar(const Members& members) {
  return pack(archive_write_set_format_ustar, archive_write_add_filter_none, members);
}
inline std::string zip(const Members& members) {
  return pack(archive_write_set_format_zip, archive_write_add_filter_none, members);
}
inline std::string compressed(Setting filter, const std::string& content) {
  return pack(archive_write_set_format_raw, filter, {{"data", content}});
}
inline std::string gzip(const std::string& content) {
  return compressed(archive_write_add_filter_gzip, content);
}

}  // namespace morgue::test
