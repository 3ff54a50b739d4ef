// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help_topic.h"

namespace morgue::cli {

Topic archive_topic() {
  return {
      "archive",
      "What is in the folder of an archive, and how to look after it",
      5,
      {{"The folder",
        {"An archive is one folder. The catalog is the truth: everything else can be made from it again. The folder is "
         "--archive DIR, else $MORGUE_ARCHIVE, else what the configuration names, else $XDG_DATA_HOME/morgue, else "
         "~/.local/share/morgue. The first ingest makes it, readable by its owner only."},
        {},
        {{"catalog.db",
          "SQLite database with metadata, texts, all revisions, runs, rejects, collections, tags, notes, saved "
          "searches, and the list of index segments"},
         {"catalog.db-wal, -shm", "belong to the database; copy all three, or better use morgue backup"},
         {"index/seg-NNNNNN/", "index segments: Xapian databases, written once and never changed"},
         {"index/current", "names the living segments for Xapian's own tools"},
         {"lock", "held by the command that is writing; says which one that is"},
         {"config.toml", "settings of this archive (morgue help config); not there unless you make it"}}},
       {"Reading and writing",
        {"Any number of commands may read while one writes; nobody waits for a writer but another writer. A reader "
         "sees "
         "the archive as it was when it began. A command that is killed leaves the archive as it was after its last "
         "batch; the same command run again continues from there.",
         "To let others search, give them the right to read the three catalog files and the folders."},
        {},
        {}},
       {"Care",
        {},
        {},
        {{"morgue status", "is all well? exit code 4 when somebody must look"},
         {"morgue verify --deep", "reads everything and compares catalog and index"},
         {"morgue verify --repair", "mends what can be mended"},
         {"morgue backup DIR", "a copy that is consistent while others search and write; only what is new is copied"},
         {"morgue restore DIR", "makes an archive of a backup"},
         {"morgue reindex --full", "makes the index again from the catalog; searches go on meanwhile"},
         {"morgue compact", "gives disk space back"}}},
       {"Other tools",
        {"The catalog can be read with the sqlite3 program and the index with Xapian's own tools, by name of the file "
         "index/current. Neither may be written to by others. Removing the folder removes the archive; removing the "
         "package does not."},
        {"$ sqlite3 -readonly ARCHIVE/catalog.db 'SELECT count(*) FROM articles'",
         "$ xapian-delve ARCHIVE/index/current"},
        {}}}};
}

}  // namespace morgue::cli
