// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_topic.h"

namespace morgue::cli {

Topic coverage_topic() {
  return {
      "coverage",
      "What coverage counts, and which dates it calls suspicious",
      0,
      {{"Coverage",
        {"A source has a row for each period with articles, and one for each gap: periods in a row that have none, "
         "between some that have. That nothing was found in a gap says nothing. What is in no period is named below "
         "the rows of its source."},
        {},
        {{"undated", "articles without a date"},
         {"coarse", "articles whose date is known only by more than a period, such as 2020 by month"},
         {"suspicious", "articles whose date may be wrong, for one of the reasons below"}}},
       {"Suspicious dates",
        {"They are in no period, so that one wrong date makes no gap of decades."},
        {},
        {{"future", "more than a day later than the moment when the article was stored"},
         {"early", "before the year 1600: there were no newspapers"},
         {"apart",
          "far from the other dates of a source with at least 20: at either end at most one date in a hundred (but one "
          "may be) stands apart by more than five years, and by more than all between those ends lasts"}}},
       {"Columns of -o csv",
        {},
        {},
        {{"source", "empty: none was given"},
         {"kind", "period, gap, undated, coarse, future, early, apart"},
         {"from, to", "first and last period; the date of a suspicious one"},
         {"articles", "how many"},
         {"id", "the article with a suspicious date"}}}}};
}

}  // namespace morgue::cli
