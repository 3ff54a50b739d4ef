// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/receipt_option.h"

#include <CLI/App.hpp>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "archive/receipt.h"
#include "cli/no_matches.h"
#include "cli/receipt_file.h"
#include "cli/version.h"
#include "core/error.h"
#include "io/durable.h"
#include "query/parser.h"

namespace morgue::cli {

void ReceiptOption::declare(CLI::App& command) {
  command
      .add_option("--receipt", file,
                  "Write what was asked and which articles match, all of them, for: morgue receipt verify FILE")
      ->type_name("FILE");
}

void ReceiptOption::check(const AsOfOption& as_of) const {
  if (file.empty()) return;
  if (!as_of.text.empty()) {
    throw Error(ErrorCode::Usage, "--receipt and --as-of do not go together",
                "a receipt is of the archive as it is now; ask without --as-of");
  }
  check_file();
}

void ReceiptOption::check_file() const {
  if (file == "-")
    throw Error(ErrorCode::Usage, "--receipt takes the name of a file", "for example ferry.receipt.json");
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  if (std::filesystem::is_directory(status)) {
    throw Error(ErrorCode::Usage, file + ": is a folder", "name a file in it");
  }
  if (!std::filesystem::is_regular_file(status) || std::filesystem::file_size(file, ignored) == 0) return;
  if (looks_like_receipt(file)) return;
  throw Error(ErrorCode::Usage, file + ": is there already, and is no receipt: it is left as it is",
              "only a receipt is replaced; name another file");
}

void ReceiptOption::write(const Context& context, archive::Reader& reader, const QueryArguments& arguments,
                          const query::Node& query) const {
  if (file.empty()) return;
  check_file();
  archive::Receipt receipt = archive::take_receipt(reader, query, std::time(nullptr));
  try {
    static_cast<void>(query::parse(receipt.tree, {}));
  } catch (const Error&) {  // saved searches in it have made it longer than a query may be
    throw Error(ErrorCode::Query, "the query with all that its saved searches stand for is too long for a receipt",
                "ask for less at a time");
  }
  receipt.query = arguments.text();
  receipt.filters = arguments.filters();
  receipt.morgue = kVersion;
  io::write_file_atomically(file, receipt_json(receipt));
  context.note("receipt of " + matches(static_cast<std::int64_t>(receipt.matches.size())) + " written to " + file);
}

}  // namespace morgue::cli
