// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/extraction.h"

#include <utility>

#include "core/error.h"

namespace morgue::archive {

Extraction::Extraction(const IntakeOptions& options)
    : prepare_(options.prepare), extractor_(options.extract), joined_files_(options.extract.mappings) {}

Extraction::Result Extraction::run(Record& record) {
  try {
    return extract(record);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::Internal) throw;
    return {Reject{record.where, error.message(), {}}};
  }
}

Extraction::Result Extraction::extract(Record& record) {
  if (auto problem = joined_files_.join(record)) return {Reject{record.where, std::move(*problem), {}}};
  auto extracted = extractor_.extract(record);
  if (auto* passed = std::get_if<PassedOver>(&extracted)) return {std::move(*passed)};
  if (auto* reject = std::get_if<Reject>(&extracted)) return {std::move(*reject)};
  Result result{std::move(std::get<Article>(extracted)), extractor_.remarks()};
  if (prepare_) {
    result.prepared.text = preparer_.prepare(std::get<Article>(result.what));
    result.prepared.sketch = extractor_.sketch();
  }
  return result;
}

}  // namespace morgue::archive
