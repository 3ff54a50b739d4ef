// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/collection_intake.h"

#include <filesystem>

namespace morgue::cli {

archive::IntakeOptions intake_of(const catalog::Collection& collection) {
  IntakeArguments arguments;
  arguments.format = collection.format;
  arguments.source = collection.source;
  arguments.records = collection.records;
  arguments.maps = collection.maps;
  arguments.map_file = collection.map_file;
  return arguments.resolve();
}

catalog::Collection collection_of(const IntakeArguments& arguments) {
  static_cast<void>(arguments.resolve());  // what is wrong is said now, and not to the log of a job at night
  catalog::Collection out;
  out.format = arguments.format;
  out.source = arguments.source;
  out.records = arguments.records;
  out.maps = arguments.maps;
  if (!arguments.map_file.empty()) {
    out.map_file = std::filesystem::absolute(arguments.map_file).lexically_normal().string();
  }
  return out;
}

}  // namespace morgue::cli
