// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/exit_meaning.h"

#include "cli/exit_code.h"

namespace morgue::cli {

std::string usual_hint(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
      return "see morgue help";
    case ErrorCode::Query:
      return "see morgue help query";
    case ErrorCode::Input:
      return "check the path; see morgue help ingest for what can be read";
    case ErrorCode::Inconsistent:
      return "see what is wrong with: morgue verify; mend it with: morgue verify --repair";
    case ErrorCode::Version:
      return "use the version of morgue that wrote the archive, or a later one";
    case ErrorCode::Io:
      return "check that the disk is there, has room and may be written to; then run the same command again";
    case ErrorCode::Locked:
      return "wait for the other command to end, or see what it is with: morgue status";
    case ErrorCode::Interrupted:
      return "what was committed stays; the same command continues from there";
    case ErrorCode::Internal:
      return "this is a defect of morgue: please report it with the command that led here";
  }
  return "see morgue help";
}

std::vector<ExitMeaning> exit_meanings() {
  return {{kSuccess, "success; matches were found"},
          {kNoMatches, "no matches"},
          {kUsage, "the command line, the query or the input is wrong"},
          {kRejects, "done, but some records were rejected: see morgue rejects"},
          {kInconsistent, "the archive is inconsistent or of another version; the message says what mends it"},
          {kIo, "input/output error, disk full"},
          {kInternal, "a defect of the program"},
          {kLocked, "another command is writing to the archive"},
          {kInterrupted, "interrupted; what was committed stays"}};
}

}  // namespace morgue::cli
