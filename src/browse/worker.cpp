// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/worker.h"

#include <chrono>
#include <exception>
#include <utility>

#include "core/error.h"
#include "query/message.h"

namespace morgue::browse {
namespace {

/// A snapshot that nobody looks at any more should not keep old files of the archive alive.
constexpr std::chrono::seconds kRestAfter{60};

}  // namespace

Worker::Worker(Engine& engine, Emit emit)
    : engine_(engine), emit_(std::move(emit)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Worker::run(const std::stop_token& stop) {
  const auto superseded = [this, &stop] { return stop.stop_requested() || mailbox_.has_newer(); };
  while (!stop.stop_requested()) {
    const auto wanted = mailbox_.take(stop, kRestAfter);
    if (!wanted) {
      engine_.rest();
      continue;
    }
    try {
      engine_.serve(*wanted, emit_, superseded);
    } catch (const query::QueryError& error) {
      emit_(Failed{wanted->number, error.problem().message, error.hint(), error.problem().span});
    } catch (const Error& error) {
      emit_(Failed{wanted->number, error.message(), error.hint(), std::nullopt});
    } catch (const std::exception& error) {
      emit_(Failed{wanted->number, std::string("internal error: ") + error.what(), "please report it", std::nullopt});
    }
  }
}

}  // namespace morgue::browse
