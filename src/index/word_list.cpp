// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_list.h"

#include <algorithm>
#include <cstring>  // memmem, of glibc

#include "index/blob.h"

namespace morgue::index {
namespace {

[[noreturn]] void damaged() {
  throw Xapian::DatabaseCorruptError("the list of words is damaged");
}

}  // namespace

std::string WordList::blob(const Xapian::Database& segment) {
  std::string out;
  std::string before;
  auto at = segment.allterms_begin();
  const auto end = segment.allterms_end();
  while (at != end) {
    const std::string word = *at;
    if (word.front() >= 'A' && word.front() <= 'Z') {
      at.skip_to("[");  // what follows Z
      continue;
    }
    if (word.find('\n') != std::string::npos) return {};
    const auto shared = static_cast<std::size_t>(
        std::mismatch(word.begin(), word.end(), before.begin(), before.end()).first - word.begin());
    append_varint(out, shared);
    append_varint(out, word.size() - shared);
    out.append(word, shared);
    before = word;
    ++at;
  }
  return out;
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
