// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <exception>
#include <string>

namespace morgue {

/// What kind of failure an Error is. The cli room maps each to one exit code.
enum class ErrorCode {
  Usage,         ///< the command line is wrong
  Query,         ///< the query is wrong
  Input,         ///< a dump cannot be used (missing, unreadable, of no known format)
  Inconsistent,  ///< the archive contradicts itself or is not an archive
  Version,       ///< the archive was written by another version
  Io,            ///< the operating system refused: disk full, permission, hardware
  Locked,        ///< another process is writing
  Interrupted,   ///< the user asked to stop
  Internal,      ///< a defect of ours
};

/// The one exception type of the program: thrown for failures that end what the caller asked for, caught once, in
/// cli/app.cpp. A bad record or "no match" is a value, never an Error. Foreign exceptions (Xapian, SQLite) are
/// translated where the library is called.
class Error : public std::exception {
 public:
  /// `message` says what happened and where (file, record, column); `hint` says what to do, and may be empty.
  Error(ErrorCode code, std::string message, std::string hint = {});

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& message() const noexcept { return message_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
  std::string hint_;
};

/// "what: reason" for the current errno, as an Io error.
[[nodiscard]] Error system_error(const std::string& what, int error_number);

}  // namespace morgue
