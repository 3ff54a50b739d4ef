// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_topic.h"

namespace morgue::cli {

Topic config_topic() {
  return {
      "config",
      "Settings: defaults for any option, for all archives or for one",
      5,
      {{"Files",
        {"Any option that has a long name can be given a value that holds where nothing else is said. The file is "
         "TOML: "
         "options of all commands stand at its top, those of a command in a section with its name."},
        {"archive = \"/srv/news\"", "timezone = \"Europe/Berlin\"", "color = \"never\"", "", "[search]", "limit = 20",
         "sort = \"newest\"", "", "[reindex]", "on-failure = \"mail -s 'news archive' desk@example.com\"", "",
         "[ingest]", "map = [\"headline=titel\", \"body=inhalt\"]"},
        {{"user file", "$XDG_CONFIG_HOME/morgue/config.toml, else ~/.config/morgue/config.toml"},
         {"archive file",
          "config.toml in the folder of the archive; it cannot name another archive, and commands to run "
          "in it count only if the file is yours or of root"}}},
       {"What outranks what",
        {"The first of these that says something holds. morgue config list --origin shows which one it is.",
         "The flag of the command line, also in the file given with --config FILE; the environment (MORGUE_ARCHIVE, "
         "MORGUE_TIMEZONE, NO_COLOR); the archive file; the user file; the default. An option that excludes one given "
         "on the command line does not count."},
        {},
        {}},
       {"Commands",
        {"An entry that is not known, or has a wrong value, is an error that names the file, the line and the key: "
         "nothing is ignored. Files keep their comments when morgue config set changes them."},
        {},
        {{"morgue config list", "what is set; with --all also what could be"},
         {"morgue config get search.sort", "one value"},
         {"morgue config set search.sort newest", "writes the user file; --in archive writes that of the archive"},
         {"morgue config unset search.sort", "takes it out again"}}},
       {"Time zone",
        {"today, last-week, 7d and the other relative dates of queries count from the day it is in the time zone: UTC "
         "unless set. It is a name such as Europe/Berlin, or an offset such as GMT+05:30. Dates of articles are the "
         "ones their publishers wrote, in any time zone. In the file of the archive it holds for all who search "
         "there."},
        {"$ morgue config set --in archive timezone Europe/Berlin"},
        {}}}};
}

}  // namespace morgue::cli
