// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/date_lines.h"

#include <algorithm>
#include <array>

#include "text/normalise.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

/// What stands before the date of a change, folded.
constexpr std::array<View, 30> kUpdated = {"updated",     "update",    "modified",    "aktualisiert", "aktualisierung",
                                           "stand",       "geandert",  "actualizado", "actualizada",  "mis a jour",
                                           "maj",         "modifie",   "aggiornato",  "modificato",   "bijgewerkt",
                                           "laatst",      "oppdatert", "uppdaterad",  "opdateret",    "guncelleme",
                                           "guncellenme", "обновлено", "atualizado",  "atualizada",   "更新",
                                           "수정",        "revised",   "last edit",   "atnaujinta",   "paivitetty"};
/// What stands before the date of publication.
constexpr std::array<View, 34> kPublished = {
    "published",  "posted",     "publish",   "veroffentlicht", "erschienen",   "erstellt",   "publiziert",
    "publie",     "publicado",  "publicada", "pubblicato",     "gepubliceerd", "geplaatst",  "publisert",
    "publicerad", "publiceret", "yayin",     "yayınlanma",     "опубликовано", "written on", "created",
    "datum",      "date",       "fecha",     "発行",           "公開",         "配信",       "入力",
    "입력",       "등록",       "発表",      "발행",           "eklenme",      "julkaistu"};

template <std::size_t N>
bool has_label(View before, const std::array<View, N>& labels) {
  return std::ranges::any_of(labels, [&](View label) { return before.find(label) != View::npos; });
}

}  // namespace

std::optional<LabelledDate> date_of_line(std::string_view line, bool day_first,
                                         const std::function<bool(const Timestamp&)>& plausible) {
  std::optional<LabelledDate> best;
  int best_rank = -1;
  std::size_t covered = 0;
  for (const bool order : {day_first, !day_first}) {
    const auto dates = text::dates_in_text(line, order);
    std::size_t from = 0;
    for (const text::DateInText& date : dates) {
      covered += date.end - date.begin;
      const std::string before = text::fold_value(line.substr(from, date.begin - from));
      from = date.end;
      if (!plausible(date.when)) continue;
      LabelledDate labelled;
      labelled.when = date.when;
      labelled.is_update = has_label(before, kUpdated);
      labelled.is_publication = !labelled.is_update && has_label(before, kPublished);
      const int rank = labelled.is_publication ? 2 : labelled.is_update ? 0 : 1;
      if (rank > best_rank) {
        best_rank = rank;
        best = labelled;
      }
    }
    if (best || dates.empty()) break;
    covered = 0;
  }
  if (best) best->other_bytes = line.size() - std::min(covered, line.size());
  return best;
}

}  // namespace morgue::webpage
