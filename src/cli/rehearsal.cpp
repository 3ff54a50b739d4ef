// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/rehearsal.h"

#include <algorithm>
#include <utility>

#include "extract/field_usage.h"
#include "extract/synonyms.h"
#include "render/article.h"
#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/wrap.h"
#include "text/utf8.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kShownBody = 400;
constexpr std::size_t kShownUnused = 15;
constexpr std::size_t kLabel = 17;

std::string counted(std::int64_t count, const std::string& noun) {
  return render::grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

/// Most used first: `title (13,711), headline (4)`; counts only where not every record has the value.
std::string paths_text(const std::map<std::string, std::int64_t>& uses, std::int64_t all, std::size_t most) {
  std::vector<std::pair<std::string, std::int64_t>> sorted(uses.begin(), uses.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (std::size_t i = 0; i < std::min(sorted.size(), most); ++i) {
    const auto& [path, count] = sorted[i];
    out += (out.empty() ? "" : ", ") + path;
    if (count != all) out += " (" + render::grouped(count) + ")";
  }
  if (sorted.size() > most) {
    out += " and " + render::grouped(static_cast<std::int64_t>(sorted.size() - most)) + " more (-v names them)";
  }
  return out;
}

void add_row(std::string& out, const std::string& label, const std::string& value, std::size_t width) {
  std::string margin = "  " + label + std::string(kLabel - std::min(kLabel - 1, label.size()), ' ');
  const std::size_t room = std::max<std::size_t>(width, kLabel + 22) - kLabel - 2;
  for (const std::string& line : render::wrap(render::sanitise_line(value), room)) {
    out += margin + line + "\n";
    margin.assign(kLabel + 2, ' ');
  }
}

std::string indented(const std::string& text) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    if (end > begin) out += "    ";
    out += text.substr(begin, end - begin + 1);
    begin = end + 1;
  }
  return out;
}

}  // namespace

Rehearsal::OfFormat& Rehearsal::note(const Location& where, formats::Format format) {
  OfFormat& seen = formats_[format];
  ++seen.records;
  if (seen.last_dump != where.dump) ++seen.dumps;
  seen.last_dump = where.dump;
  return seen;
}

void Rehearsal::stored(const Article& article, const Record& record, formats::Format format) {
  OfFormat& seen = note(record.where, format);
  if (record.kind == Record::Kind::Fields) {
    ++seen.with_values;
    const auto usage = extract::field_usage(record, finder_);
    for (const auto& [field, path] : usage.used) ++seen.used[field][path];
    for (const std::string& path : usage.unused) ++seen.unused[path];
  }
  if (seen.samples.size() < kSamples) seen.samples.push_back(article);
}

void Rehearsal::rejected(const Reject& reject, formats::Format format) {
  ++note(reject.where, format).reasons[reject.reason];
}

std::string Rehearsal::text(const render::TextStyle& style, bool all) const {
  const std::size_t most = all ? static_cast<std::size_t>(-1) : kShownUnused;
  std::string out;
  for (const auto& [format, seen] : formats_) {
    if (!out.empty()) out += "\n";
    out += std::string(formats::name_of(format)) + ": " + counted(seen.dumps, "dump") + ", " +
           counted(seen.records, "record") + "\n";
    if (seen.with_values > 0) {
      out += "\nWhere the fields come from (--map changes it)\n";
      for (const std::string_view field : extract::fillable_fields()) {
        const auto found = seen.used.find(std::string(field));
        add_row(out, std::string(field),
                found == seen.used.end() ? "-" : paths_text(found->second, seen.with_values, most), style.width);
      }
      if (!seen.unused.empty()) add_row(out, "not used", paths_text(seen.unused, seen.with_values, most), style.width);
    }
    for (const Article& sample : seen.samples) {
      StoredArticle shown;
      static_cast<Article&>(shown) = sample;
      if (shown.body.size() > kShownBody) {
        shown.body = std::string(text::truncate_utf8(shown.body, kShownBody)) + " ...";
      }
      out += "\nAs it would be stored\n" + indented(render::article_text(shown, style));
    }
    if (!seen.reasons.empty()) {
      out += "\nWhat would be rejected\n";
      std::vector<std::pair<std::string, std::int64_t>> sorted(seen.reasons.begin(), seen.reasons.end());
      std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
      for (const auto& [reason, count] : sorted) add_row(out, render::grouped(count), reason, style.width);
    }
  }
  return out;
}

}  // namespace morgue::cli
