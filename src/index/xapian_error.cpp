// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/xapian_error.h"

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

}  // namespace

void throw_read_error(const Xapian::Error& error, const std::string& what, const std::string& where) {
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
