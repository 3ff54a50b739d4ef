// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_topic.h"

namespace morgue::cli {

Topic batch_topic() {
  return {
      "batch",
      "Lists of queries, and their answers",
      0,
      {{"The list",
        {"A table has the names of its columns in the first row, and a column query, or columns of filters alone; "
         "comma, semicolon, tab or | between them. Any other file is a list of lines: a query each, without blank "
         "lines "
         "and those that begin with #."},
        {"name,query,author,from,to", "Docks,\"\"\"dock strike\"\" OR picket*\",,1926,1926", "Smith,,Jane Smith,,"},
        {{"query", "in the query language (morgue help query)"},
         {"name", "for you: it comes back with the answer"},
         {"author, topic, source ...",
          "values of the options of search, literal; from and to are dates; a column may come twice for two values"}}},
       {"The answers",
        {"CSV, a row a query in the order of the list, each written as soon as it is known. All are of the same moment "
         "of the archive. With --output FILE a run that was stopped goes on with --resume: a row that was cut short is "
         "made again."},
        {},
        {{"name, query, filters", "what was asked"},
         {"total", "how many articles match; empty: it could not be asked"},
         {"oldest, newest", "when the first and the last of them were published, as precise as known"},
         {"error", "what is wrong with the query; the others are answered all the same"},
         {"took_ms", "milliseconds"},
         {"exit code 3", "some queries could not be asked"},
         {"exit code 1", "none of them found anything"}}}}};
}

}  // namespace morgue::cli
