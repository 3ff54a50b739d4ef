// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/intake_options.h"

#include <CLI/App.hpp>

#include "core/error.h"
#include "formats/format.h"
#include "render/sanitise.h"

namespace morgue::cli {

void IntakeArguments::declare(CLI::App& command) {
  command.add_option("PATH", paths, "Dumps: files, folders, - for standard input; compressed or not")->required();
  std::vector<std::string> names;
  for (const std::string_view name : formats::format_names()) names.emplace_back(name);
  command.add_option("--format", format, "Format of the dumps, instead of looking")->check(CLI::IsMember(names));
  command.add_option("--map", maps, "Fill an article field from a path of the record: headline=title.main")
      ->type_name("FIELD=PATH")
      ->allow_extra_args(false);
  command.add_option("--source", source, "Outlet of all records, whatever they say")->type_name("NAME");
  command.add_option("--limit", limit, "Stop after so many records")->check(CLI::NonNegativeNumber)->type_name("N");
}

archive::IntakeOptions IntakeArguments::resolve() const {
  archive::IntakeOptions options;
  options.paths = paths;
  if (!format.empty()) options.format = formats::format_from_name(format);
  for (const std::string& map : maps) options.extract.mappings.push_back(extract::parse_mapping(map));
  options.extract.source = source;
  options.limit = limit;
  return options;
}

std::string reject_line(const Reject& reject) {
  std::string line = reject.where.dump;
  if (reject.where.record > 0) line += ":" + std::to_string(reject.where.record);
  return render::sanitise(line + ": " + reject.reason + " (byte " + std::to_string(reject.where.offset) + ")");
}

}  // namespace morgue::cli
