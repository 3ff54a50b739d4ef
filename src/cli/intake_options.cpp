// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/intake_options.h"

#include <CLI/App.hpp>
#include <algorithm>

#include "cli/command.h"
#include "cli/map_file.h"
#include "core/error.h"
#include "formats/format.h"
#include "render/sanitise.h"

namespace morgue::cli {

CLI::Option* IntakeArguments::declare(CLI::App& command) {
  auto* path = command.add_option("PATH", paths, "Dumps: files, folders, - for standard input; compressed or not");
  declare_reading(command);
  command.add_option("--limit", limit, "Stop after so many records")->check(CLI::NonNegativeNumber)->type_name("N");
  return path->required();
}

void IntakeArguments::declare_reading(CLI::App& command) {
  std::vector<std::string> names;
  for (const std::string_view name : formats::format_names()) names.emplace_back(name);
  command.add_option("--format", format, "Format of the dumps, instead of looking")->check(CLI::IsMember(names));
  command
      .add_option("--map", maps,
                  "Fill an article field from a path of the record: headline=title.main, body=file:texts/{id}.txt")
      ->type_name("FIELD=PATH")
      ->allow_extra_args(false);
  command.add_option("--map-file", map_file, "Read mappings, format and source from a TOML file")->type_name("FILE");
  command.add_option("--records", records, "XML of an unknown kind: the element that holds one record")
      ->type_name("NAME");
  command.add_option("--source", source, "Outlet of all records, whatever they say")->type_name("NAME");
}

archive::IntakeOptions IntakeArguments::resolve() const {
  MapFile kept;
  if (!map_file.empty()) kept = read_map_file(map_file);
  archive::IntakeOptions options;
  options.paths = paths;
  const std::string& named = format.empty() ? kept.format : format;
  if (!named.empty()) options.format = formats::format_from_name(named);
  for (const std::string& map : maps) options.extract.mappings.push_back(extract::parse_mapping(map));
  // The command line outranks the file, field by field.
  const auto given = options.extract.mappings;
  for (extract::Mapping& mapping : kept.mappings) {
    const bool overruled =
        std::any_of(given.begin(), given.end(), [&](const auto& other) { return other.field == mapping.field; });
    if (!overruled) options.extract.mappings.push_back(std::move(mapping));
  }
  options.records = records.empty() ? kept.records : records;
  options.extract.source = source.empty() ? kept.source : source;
  // Clocks are set differently round the world; a date further ahead than that is a mistake.
  constexpr std::int64_t kDaysAhead = 2;
  options.extract.last_day = Day::from_days_since_epoch(Context::today().days_since_epoch() + kDaysAhead);
  options.limit = limit;
  return options;
}

std::string reject_line(const Reject& reject) {
  std::string line = reject.where.dump;
  if (reject.where.record > 0) line += ":" + std::to_string(reject.where.record);
  return render::sanitise_line(line + ": " + reject.reason + " (byte " + std::to_string(reject.where.offset) + ")");
}

std::string remark_line(const Location& where, const std::string& remark) {
  return render::sanitise_line(where.dump + ":" + std::to_string(where.record) + ": " + remark);
}

std::string passed_over_line(const PassedOver& passed) {
  return render::sanitise_line(passed.where.dump + ":" + std::to_string(passed.where.record) + ": passed over, " +
                               passed.kind);
}

}  // namespace morgue::cli
