// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/part_writer.h"

#include <xapian.h>

#include "index/schema.h"
#include "index/segment_builder.h"
#include "index/xapian_error.h"

namespace morgue::index {

void write_part(const std::filesystem::path& folder, Chunk chunk, ArticleIndexer& indexer) {
  writing("cannot write the index part", folder.string(), [&] {
    // Nobody reads a part before it is complete, and after a crash it is thrown away: so no syncing, and blocks may be
    // overwritten in place. Nothing is ever deleted from it: so no termlists.
    Xapian::WritableDatabase part(folder.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                                                       Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST);
    part.set_metadata(kAnalyserKey, current_analyser());
    for (auto& item : chunk.items) {
      part.add_document(indexer.document(item.article, item.seq));
      item.article = {};
    }
    const auto forms = indexer.take_forms();
    for (const auto& form : forms) part.add_synonym(stem_key(form.language, form.stem), form.word);
    if (!forms.empty()) part.set_metadata(kFormsKey, "yes");
    if (indexer.any_positions()) part.set_metadata(kPositionsKey, "yes");
    part.commit();
    part.close();
  });
}

}  // namespace morgue::index
