// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "core/record.h"

namespace morgue::catalog {

/// Which rejects or remarks: those that meet all of it.
struct RejectFilter {
  std::int64_t run = 0;  ///< 0: of all runs
  std::string dump;      ///< a part of the dump's path; empty: any
  std::string reason;    ///< a part of the reason or remark; empty: any
};

struct LoggedReject {
  std::int64_t run = 0;
  Reject reject;
};

enum class RejectGroup { Run, Dump, Reason };

struct RejectCount {
  std::string value;  ///< number of the run, path of the dump, or the reason
  std::int64_t count = 0;
};

struct RejectedOfDump {
  std::string dump;
  std::vector<std::int64_t> records;  ///< numbers of the rejected ones, ascending
  std::int64_t last_record = 0;       ///< the highest number that was stored or rejected
  std::string command{};              ///< of the last run that rejected one of them
};

/// Records that could not become articles, and remarks on those that did in spite of a fault. Writing needs a
/// transaction of the caller.
class RejectLog {
 public:
  explicit RejectLog(Catalog& catalog);
  ~RejectLog();

  void add(std::int64_t run, const Reject& reject);
  void add_remark(std::int64_t run, const Location& where, const std::string& remark);
  /// Like add, for a dump that may have been read before: what an earlier run said in the same words of the same
  /// record, wherever it stood in the dump, goes. Whether there was such a reject.
  bool renew(std::int64_t run, const Reject& reject);
  /// A record was read again in a later run: what earlier ones said of it goes.
  void forget_before(std::int64_t run, const Location& where);

  /// In the order they were met.
  std::vector<LoggedReject> list(const RejectFilter& filter);
  /// As rejects without offset and excerpt.
  std::vector<LoggedReject> remarks(const RejectFilter& filter);
  /// Most first, but runs in their order.
  std::vector<RejectCount> counts(const RejectFilter& filter, RejectGroup group);

  /// All dumps with rejects, in byte order of their paths.
  std::vector<RejectedOfDump> by_dump();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog
