// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/terminal_kind.h"

// In a file of its own: <term.h> makes macros of words like `columns`.
#include <curses.h>
#include <term.h>
#include <unistd.h>

namespace morgue::cli {

bool terminal_is_known() {
  int found = 0;
  if (setupterm(nullptr, STDOUT_FILENO, &found) != OK) return false;
  del_curterm(cur_term);
  return true;
}

}  // namespace morgue::cli
