// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/revisions.h"

#include "render/json_writer.h"
#include "render/sheet.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

/// To the second, as --as-of takes it.
std::string time_text(std::int64_t seconds) {
  const auto time = Timestamp::from_utc_seconds(seconds);
  return time ? time->to_string() : std::string();
}

std::string words_text(const Revision& revision, const Revision* before) {
  std::string out = grouped(revision.words);
  if (before == nullptr || before->words == revision.words) return out;
  const std::int64_t more = revision.words - before->words;
  return out + " (" + (more > 0 ? "+" : "") + grouped(more) + ")";
}

std::string parts_text(const std::vector<ArticlePart>& parts) {
  std::vector<std::string> names;
  for (const ArticlePart part : parts) names.emplace_back(to_string(part));
  return join(names, ", ");
}

std::string_view name_of(Edit::Op op) {
  switch (op) {
    case Edit::Op::Delete:
      return "delete";
    case Edit::Op::Insert:
      return "insert";
    case Edit::Op::Equal:
      break;
  }
  return "equal";
}

}  // namespace

std::string recorded(const Revision& revision) {
  return time_text(revision.recorded_at) + " by run " + std::to_string(revision.run);
}

std::string history_text(const std::vector<Revision>& revisions, const TextStyle& style) {
  Sheet sheet(style);
  const Revision* before = nullptr;
  for (const Revision& revision : revisions) {
    sheet.blank();
    sheet.headline("Revision " + std::to_string(revision.revision) + (revision.present ? ", the present one" : ""), "");
    sheet.fact("Recorded", recorded(revision));
    sheet.fact("Issued", revision.issued ? time_text(*revision.issued) : "");
    sheet.whole_fact(
        "Dump", revision.record == 0 ? revision.dump : revision.dump + ", record " + std::to_string(revision.record));
    sheet.fact("Headline", revision.headline);
    sheet.fact("Words", words_text(revision, before));
    if (before != nullptr) {
      std::string changed = parts_text(changed_parts(*before, revision));
      if (!before->metadata_kept) changed += "; metadata of the revision before were not kept";
      sheet.fact("Changed", changed);
    }
    before = &revision;
  }
  return sheet.take();
}

std::string diff_json(const std::vector<PartDiff>& diffs) {
  JsonWriter json;
  json.begin_array();
  for (const PartDiff& diff : diffs) {
    for (const Edit& edit : diff.edits) {
      json.begin_object();
      json.key("field").string(to_string(diff.part));
      json.key("op").string(name_of(edit.op));
      json.key("text").string(edit.text);
      json.end_object();
    }
  }
  return json.end_array().take() + "\n";
}

}  // namespace morgue::render
