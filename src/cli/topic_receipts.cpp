// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_topic.h"

namespace morgue::cli {

Topic receipts_topic() {
  return {
      "receipts",
      "What a receipt of a search holds, and what verifying it says",
      5,
      {{"Receipts",
        {"search, count and export write a receipt with --receipt FILE: what was asked, of which archive, and which "
         "articles were the answer, all of them and not only those shown. Kept beside a piece of research it lets "
         "anybody say later what has become of that answer. A receipt is replaced by a new one; any other file that is "
         "there is left alone."},
        {"$ morgue search 'dock strike' date:1926 --receipt strike.json", "$ morgue receipt verify strike.json"},
        {}},
       {"In the file",
        {"One JSON object, which programs may set out otherwise as long as its members keep their order."},
        {},
        {{"morgue_receipt", "version of this format: 1"},
         {"query, filters", "as typed: the query, and the options that narrowed it with their values"},
         {"tree", "all of it as one query, with saved searches and relative dates filled in: what is asked again"},
         {"morgue, analyser", "version of the program, and of how it splits texts into words"},
         {"archive.id", "tells archives apart; backups and copies of an archive have the same"},
         {"archive.articles, run, seq", "how many articles there were, the last run, the last change"},
         {"archive.time", "when the question was asked"},
         {"total", "how many articles matched"},
         {"ids_hash", "xxh128 of the ids of the matches in their order, each on a line of its own"},
         {"matches.id", "the matches, newest first"},
         {"matches.revision, seq", "of each match the number of its text, and of the change that it was indexed with"},
         {"matches.canceled", "ids of those that their publishers had withdrawn already"},
         {"receipt_hash",
          "xxh128 of all before it: tells damage, but is no proof against someone who forges a receipt"}}},
       {"Verifying",
        {"morgue receipt verify asks the same question of the archive as it is now, and names the articles that "
         "differ.",
         "Without morgue the ids can be held against their hash:"},
        {"$ jq -r '.matches.id[]' strike.json | xxh128sum"},
        {{"added", "matches, and did not"},
         {"changed", "still matches, with another text (morgue diff ID)"},
         {"withdrawn",
          "did match: it is no longer in the archive, is withheld, was withdrawn by its publisher, or was revised or "
          "filed otherwise and no longer matches"},
         {"exit code 0", "the answer is the same: the same articles with the same texts"},
         {"exit code 1", "it differs"},
         {"exit code 2", "the file is no receipt, was damaged or changed, or is of another archive"},
         {"exit code 4",
          "it differs, and words are split otherwise than then, so that some of this may be by that; or the receipt is "
          "of a later format"}}}}};
}

}  // namespace morgue::cli
