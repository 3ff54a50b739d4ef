// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "archive/layout.h"
#include "catalog/catalog.h"
#include "io/file_lock.h"

namespace morgue::cli {

/// The catalog of an archive as it is at this moment. Throws Error{Input} when there is no archive.
struct CatalogView {
  explicit CatalogView(const archive::Layout& layout)
      : catalog((layout.require(), layout.catalog()), catalog::Catalog::Mode::Read),
        snapshot(catalog, catalog::Transaction::Kind::Read) {}

  catalog::Catalog catalog;
  catalog::Transaction snapshot;
};

/// One change of the catalog by a command that is soon done: waits five seconds for another writer. Nothing is changed
/// unless the transaction is committed.
struct CatalogChange {
  CatalogChange(const archive::Layout& layout, const std::string& command)
      : lock(layout.lock(), command, 5),
        catalog(layout.catalog(), catalog::Catalog::Mode::Write),
        transaction(catalog, catalog::Transaction::Kind::Write) {}

  io::FileLock lock;
  catalog::Catalog catalog;
  catalog::Transaction transaction;
};

}  // namespace morgue::cli
