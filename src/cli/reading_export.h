// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "query/ast.h"
#include "render/export.h"

namespace morgue::cli {

/// Whether this is a format of reading_export().
bool is_reading_format(const std::string& format);

/// A reading list of the matches of a query, with its hits marked. `body`: whole texts in the place of passages.
std::unique_ptr<render::ExportWriter> reading_export(const std::string& format, const query::Node& query, bool body);

}  // namespace morgue::cli
