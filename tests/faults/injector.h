// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace morgue::faults {

/// Kinds of calls that are counted, each by itself.
enum class Call { Read, Write, Sync, Open, Name, Map, Memory, Thread };

/// What the call that is asked about must do.
struct Verdict {
  int error = 0;  ///< fail with it, if not 0
  bool half = false;
};

/// Counts a call that the program makes between the beginning and the end of main, and judges it. The environment says
/// which kind (MORGUE_FAULT_CALL), the how manyth (MORGUE_FAULT_AT), what happens to it (MORGUE_FAULT_ERROR: a number
/// of errno, or "half" for half the bytes), whether to all that follow, too (MORGUE_FAULT_REST), below which folder
/// (MORGUE_FAULT_ROOT), and where to write how many calls there were (MORGUE_FAULT_COUNT). Allocates nothing.
Verdict judge(Call call);

/// Whether an allocation was asked for by the code at this address of ICU, which does not survive that it fails (it
/// goes on with a null pointer while it loads names of months): these are left out.
bool is_of_icu(const void* caller);

/// Whether a path, relative to the folder with descriptor `at`, is one that faults are for.
bool concerns(int at, const char* path);
bool concerns(int fd);
void opened(int fd, bool concerned);
void begin();
void end();

}  // namespace morgue::faults
