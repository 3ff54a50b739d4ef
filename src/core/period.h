// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/timestamp.h"

namespace morgue {

/// Spans that time is counted in; a week is one of ISO 8601, Monday to Sunday.
enum class PeriodUnit : std::uint8_t { Day, Week, Month, Year };

/// The period that a day is in. Periods of a unit are numbered without gaps: the next one is one more.
std::int64_t period_of(const Day& day, PeriodUnit unit);
/// The same for a date as far as it is known; empty where it is known only by something larger than the unit.
std::optional<std::int64_t> period_of(const Timestamp& time, PeriodUnit unit);

/// Where it begins; for the week that the year 0 begins in, a day of the year -1.
Day first_day_of(std::int64_t period, PeriodUnit unit);

/// `2025-06-24`, `2025-W26`, `2025-06`, `2025`. A week is named by the year that most of its days are in.
std::string period_label(std::int64_t period, PeriodUnit unit);

/// `day`, `week`, `month`, `year`.
std::string_view to_string(PeriodUnit unit);
std::optional<PeriodUnit> period_unit_from_string(std::string_view text);

}  // namespace morgue
