// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "core/article.h"

namespace morgue::catalog {

/// A named set of dumps and how they are read.
struct Collection {
  std::int64_t id = 0;  ///< never used again
  std::string name;
  std::int64_t created = 0;           ///< UTC seconds
  std::vector<std::string> paths;     ///< absolute: files, folders, patterns
  std::vector<std::string> excludes;  ///< patterns of files to leave out
  std::string format;                 ///< name of a format; empty: look
  std::string source;                 ///< outlet of all records; empty: as they say
  std::string records;                ///< XML element that is a record
  std::vector<std::string> maps;      ///< field=path
  std::string map_file;               ///< absolute
};

/// What the archive has of a collection.
struct CollectionSize {
  std::int64_t articles = 0;
  std::optional<std::int64_t> newest;  ///< `date_order` of the newest article
  std::int64_t files = 0;              ///< read, and still there
  std::int64_t gone = 0;               ///< read, and no longer there
  std::int64_t problems = 0;           ///< that could not be read
  std::int64_t unfinished = 0;         ///< that end within a line
  std::int64_t bytes = 0;              ///< of the files that are there
  std::optional<std::int64_t> last_read;
};

/// Collections and which articles they gave; an article may belong to several. Writing needs a transaction of the
/// caller. An article whose membership changes takes the next `seq` and is pending: the index knows the names.
class CollectionTable {
 public:
  explicit CollectionTable(Catalog& catalog);
  ~CollectionTable();

  /// By name.
  std::vector<Collection> list();
  std::optional<Collection> find(std::string_view name);
  /// Returns its id. The name must be free.
  std::int64_t add(const Collection& collection);
  void add_paths(std::int64_t collection, const std::vector<std::string>& paths,
                 const std::vector<std::string>& excludes);
  /// Its articles stay. Returns how many they are.
  std::int64_t remove(std::int64_t collection);

  CollectionSize size(std::int64_t collection);

  /// The article belongs to the collection from now on. True if it did not before.
  bool join(std::int64_t collection, ArticleId article);
  /// As a change of its own, for an article that has not just been put.
  void touch(ArticleId article);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
