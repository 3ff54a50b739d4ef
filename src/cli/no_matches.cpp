// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/no_matches.h"

#include "cli/as_of.h"
#include "render/explanation.h"

namespace morgue::cli {

std::string matches(std::int64_t count) {
  return grouped(count) + (count == 1 ? " match" : " matches");
}

void explain_no_matches(const Context& context, archive::Reader& reader, const query::Node& query) {
  context.note("no matches");
  explain_zero(context, reader, query);
}

void explain_zero(const Context& context, archive::Reader& reader, const query::Node& query) {
  if (context.options.quiet) return;
  if (reader.begins_later()) {
    note_beginning(context, reader);
    return;
  }
  for (const std::string& line : render::blame(reader.explain(query))) context.note(line);
  if (const auto respelled = reader.respell(query)) {
    context.note("Did you mean: " + query::print(*respelled) + " (" + matches(reader.count(*respelled)) + ")");
  }
}

void note_withheld(const Context& context, archive::Reader& reader, const query::Node& query) {
  if (context.options.quiet) return;
  if (const auto withheld = reader.withheld(query); withheld > 0) {
    context.note(grouped(withheld) + " withheld (morgue takedowns)");
  }
}

void note_index_lag(const Context& context, archive::Reader& reader) {
  if (const auto lag = reader.index_lag(); lag > 0) {
    context.note(grouped(lag) + " articles are stored but not searchable yet; morgue reindex indexes them");
  }
}

}  // namespace morgue::cli
