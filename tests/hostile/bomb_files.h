// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::hostile {

/// `unit` so many times.
std::string repeated(std::string_view unit, std::size_t times);
/// gzip and zstd of so many zeros; all but the last few megabytes of work are saved by doubling whole members.
std::string gzip_of_zeros(std::uint64_t size);
std::string zstd_of_zeros(std::uint64_t size);
std::string brotli_of_zeros(std::size_t size);
/// A zip whose so many members are all the same stretch of the file.
std::string overlapping_zip(const std::string& content, std::size_t members);
/// A tar in gzip of so many empty files.
std::string tar_of_empty_files(std::size_t files);

}  // namespace morgue::hostile
