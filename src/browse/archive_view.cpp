// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/archive_view.h"

namespace morgue::browse {
namespace {

constexpr std::chrono::seconds kOld{30};

}  // namespace

void ArchiveView::renew(std::uint64_t number) {
  if (number != number_ || std::chrono::steady_clock::now() - opened_ > kOld) close();
  number_ = number;
}

archive::Reader& ArchiveView::reader() {
  if (!reader_) {
    reader_ = open_();
    opened_ = std::chrono::steady_clock::now();
  }
  return *reader_;
}

}  // namespace morgue::browse
