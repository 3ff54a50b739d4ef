// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace morgue::cli {

/// `morgue help [TOPIC]`: the commands and topics, the help of a command, the query language, a topic; the same as
/// manual pages; and the completions of shells. All of it is made from the declared options and the field table.
class HelpCommand : public Command {
 public:
  CLI::App* declare(CLI::App& app) override;
  int run(Context& context) override;

 private:
  [[nodiscard]] std::string overview() const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string manual() const;
  void write_manuals() const;
  /// What there is help on and the words do not name.
  [[noreturn]] void refuse(bool manual) const;

  const CLI::App* app_ = nullptr;
  std::vector<std::string> topic_;
  std::string completion_;
  std::string manuals_folder_;
  bool manual_ = false;
};

}  // namespace morgue::cli
