// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace morgue::cli {

/// Whether terminfo knows the kind of terminal that TERM names. Asked before newterm(), which loses memory over one
/// that it does not know.
bool terminal_is_known();

}  // namespace morgue::cli
