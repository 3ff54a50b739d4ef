// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_list.h"

#include <algorithm>
#include <cstring>  // memmem, of glibc

#include "core/error.h"
#include "index/blob.h"

namespace morgue::index {
namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorCode::Inconsistent, "the list of words in an index segment is damaged",
              "build the index again from the catalog with: morgue reindex --full");
}

}  // namespace

void WordListWriter::add(std::string_view term) {
  if (term.empty() || (term.front() >= 'A' && term.front() <= 'Z')) return;
  odd_ = odd_ || term.find('\n') != std::string_view::npos;
  const auto shared = static_cast<std::size_t>(std::ranges::mismatch(term, before_).in1 - term.begin());
  append_varint(bytes_, shared);
  append_varint(bytes_, term.size() - shared);
  bytes_.append(term.substr(shared));
  before_ = term;
}

std::string WordListWriter::take() {
  return odd_ ? std::string() : std::move(bytes_);
}

WordList::WordList(std::string_view blob) {
  lines_.reserve(blob.size() * 5 / 2);
  if (!blob.empty()) lines_.push_back('\n');
  ByteReader reader(blob);
  std::size_t before = 1;  // where the last word begins
  while (!reader.done()) {
    const std::uint64_t shared = reader.varint();
    const std::string_view rest = reader.take(reader.varint());
    if (!reader.ok() || (shared != 0 && shared >= lines_.size() - before)) damaged();
    const std::size_t begin = lines_.size();
    lines_.resize(begin + shared + rest.size() + 1);
    char* const word = lines_.data() + begin;
    std::copy_n(lines_.data() + before, shared, word);
    std::copy(rest.begin(), rest.end(), word + shared);
    word[shared + rest.size()] = '\n';
    before = begin;
  }
}

std::size_t WordList::find(std::string_view letters, std::size_t from) const {
  const void* const found = ::memmem(lines_.data() + from, lines_.size() - from, letters.data(), letters.size());
  return found == nullptr ? std::string::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - lines_.data());
}

}  // namespace morgue::index
