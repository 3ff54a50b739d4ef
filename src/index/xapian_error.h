// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace morgue::index {

/// The one place where Xapian's exceptions become ours. `what` says what was being done, `where` to which segment (may
/// be empty).
[[noreturn]] void throw_read_error(const Xapian::Error& error, const std::string& what, const std::string& where);
[[noreturn]] void throw_write_error(const Xapian::Error& error, const std::string& what, const std::string& where);
/// For Xapian::LogicError: Xapian was called wrongly.
[[noreturn]] void throw_defect(const Xapian::Error& error, const std::string& what, const std::string& where);

/// Runs `work`, translating what Xapian throws.
template <typename Work>
auto reading(const std::string& what, const std::string& where, Work&& work) {
  try {
    return work();
  } catch (const Xapian::LogicError& error) {
    throw_defect(error, what, where);
  } catch (const Xapian::Error& error) {
    throw_read_error(error, what, where);
  }
}

template <typename Work>
auto writing(const std::string& what, const std::string& where, Work&& work) {
  try {
    return work();
  } catch (const Xapian::LogicError& error) {
    throw_defect(error, what, where);
  } catch (const Xapian::Error& error) {
    throw_write_error(error, what, where);
  }
}

}  // namespace morgue::index
