// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/reindex.h"

#include "archive/families.h"
#include "io/file_lock.h"

namespace morgue::archive {

std::int64_t reindex(const Layout& layout, const IndexOptions& options, const std::string& command) {
  layout.require();
  layout.create();  // the index folder, when it was lost
  const io::FileLock lock(layout.lock(), command);
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Write);
  if (options.full) rebuild_families(catalog, options.progress);
  return bring_index_up_to_date(layout, catalog, options);
}

}  // namespace morgue::archive
