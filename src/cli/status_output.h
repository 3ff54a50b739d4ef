// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "jobs/schedule.h"
#include "jobs/status.h"
#include "render/json_writer.h"

namespace morgue::cli {

void write_schedule(render::JsonWriter& json, const jobs::Installed& schedule);

/// For a person: `archive` is its folder, `now` what ages count from.
std::string status_text(const jobs::Status& status, const std::string& archive, std::int64_t now);
std::string status_json(const jobs::Status& status, const std::string& archive);

}  // namespace morgue::cli
