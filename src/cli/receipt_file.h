// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "archive/receipt.h"

namespace morgue::cli {

/// A receipt as one JSON object and a line end; what is in it is described by `morgue help receipts`.
std::string receipt_json(const archive::Receipt& receipt);

/// Throws Error{Input} naming the file and the place for what is no receipt, or one that was damaged or changed;
/// Error{Version} for one of a later format.
archive::Receipt read_receipt(const std::string& path);

/// Whether an existing file begins as a receipt does, whatever has become of the rest.
bool looks_like_receipt(const std::string& path);

}  // namespace morgue::cli
