// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "archive/reader.h"
#include "archive/watch.h"
#include "jobs/watch.h"
#include "render/json_writer.h"
#include "render/results.h"
#include "render/watch.h"

namespace morgue::cli {

/// What a comparison found, with the article as far as it may be shown.
render::WatchedArticle watched(const archive::WatchEntry& entry, archive::Reader& reader);

/// `3 new, 1 changed`
std::string watch_counts(const archive::WatchReport& report);

std::string watch_text(const archive::WatchReport& report, archive::Reader& reader, const render::TextStyle& style);
/// A line an article, in pieces.
void watch_lines(const archive::WatchReport& report, archive::Reader& reader,
                 const std::function<void(std::string_view)>& write);
/// As one object.
void write_watch(render::JsonWriter& json, const archive::WatchReport& report, archive::Reader& reader);

/// Gives the report to a shell command as JSON Lines.
jobs::Delivery deliver_to(const std::string& command, const std::filesystem::path& archive,
                          const archive::WatchReport& report, archive::Reader& reader);

}  // namespace morgue::cli
