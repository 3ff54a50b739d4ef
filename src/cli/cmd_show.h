// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/reader.h"
#include "cli/as_of.h"
#include "cli/command.h"

namespace morgue::cli {

/// `morgue show`: whole articles, and the texts they have had.
class ShowCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  /// Of one article; empty when there is nothing to show, which was said.
  std::string shown(const Context& context, archive::Reader& reader, std::int64_t id) const;
  std::string history(const Context& context, const std::vector<Revision>& revisions) const;
  std::string one_revision(const Context& context, const std::vector<Revision>& revisions, std::int64_t id) const;

  std::vector<std::int64_t> ids_;
  std::string output_ = "text";
  bool revisions_ = false;
  int revision_ = 0;
  AsOfOption as_of_;
};

/// Why there is no such article to show, on standard error.
void warn_missing(archive::Reader& reader, std::int64_t id);

}  // namespace morgue::cli
