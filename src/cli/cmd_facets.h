// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "archive/reader.h"
#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/query_options.h"
#include "render/table.h"

namespace morgue::cli {

/// `morgue facets`: how matches spread over authors, topics, months ...
class FacetsCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  void write(Context& context, const render::Counts& counts, std::int64_t found) const;
  void note_unknown(const Context& context, archive::Reader& reader, const query::Node& query,
                    const render::Counts& counts, std::int64_t found) const;

  std::string field_;
  QueryArguments query_;
  AsOfOption as_of_;
  std::string output_ = "text";
  std::optional<std::size_t> limit_;
};

}  // namespace morgue::cli
