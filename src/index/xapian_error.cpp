// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/xapian_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "core/error.h"

namespace morgue::index {
namespace {

std::string describe(const Xapian::Error& error, const std::string& what, const std::string& where) {
  std::string message = what;
  if (!where.empty()) message += " " + where;
  message += ": " + error.get_msg();
  if (const char* reason = error.get_error_string()) message += std::string(" (") + reason + ")";
  return message;
}

/// Whether the system refused, which says nothing about what is in the files.
bool system_failed(const Xapian::Error& error) {
  const char* reason = error.get_error_string();
  if (reason == nullptr) return false;
  constexpr std::array kFailures = {EIO, EMFILE, ENFILE, ENOMEM, ENOSPC, EINTR};
  return std::ranges::any_of(kFailures, [&](int number) { return std::generic_category().message(number) == reason; });
}

}  // namespace

void throw_read_error(const Xapian::Error& error, const std::string& what, const std::string& where) {
  if (system_failed(error)) {
    throw Error(ErrorCode::Io, describe(error, what, where),
                "check the disk, the system log and the limits (ulimit -a)");
  }
  throw Error(ErrorCode::Inconsistent, describe(error, what, where),
              "build the index again from the catalog with `morgue reindex --full`");
}

void throw_write_error(const Xapian::Error& error, const std::string& what, const std::string& where) {
  throw Error(ErrorCode::Io, describe(error, what, where), "check that the disk has room and the folder is writable");
}

void throw_defect(const Xapian::Error& error, const std::string& what, const std::string& where) {
  throw Error(ErrorCode::Internal, describe(error, what, where));
}

}  // namespace morgue::index
