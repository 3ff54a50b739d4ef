// SPDX-License-Identifier: GPL-2.0-or-later
// Words, stems, languages and clean text of any bytes.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/analyser.h"
#include "text/language.h"
#include "text/near_duplicate.h"
#include "text/normalise.h"
#include "text/stemmer.h"
#include "text/utf8.h"

namespace {

void require(bool truth) {
  if (!truth) std::abort();
}

void check_tokens(morgue::text::Analyser& analyser, std::string_view text, bool valid) {
  constexpr std::size_t kLongest = 245;  // what an index takes
  const auto& tokens = analyser.analyse(text);
  std::uint32_t position = 0;
  for (const auto& token : tokens) {
    require(token.begin < token.end && token.end <= text.size());
    require(!token.term.empty() && token.term.size() <= kLongest);
    require(token.position >= position);
    if (valid) require(morgue::text::is_valid_utf8(token.term) && morgue::text::is_valid_utf8(token.exact));
    position = token.position;
  }
  require(analyser.count_words(text) >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace text = morgue::text;
  const std::string bytes(data, data + size);
  text::Analyser analyser;
  check_tokens(analyser, bytes, false);
  const std::string sound = text::repair_utf8(bytes);
  require(text::is_valid_utf8(sound));
  check_tokens(analyser, sound, true);
  const std::string body = text::clean_body(sound);
  const std::string line = text::clean_line(sound);
  require(text::is_valid_utf8(body) && text::is_valid_utf8(line));
  require(line.find('\n') == std::string::npos && text::clean_line(line) == line);
  require(text::is_valid_utf8(text::fold_value(sound)));
  const std::string language = text::detect_language(sound);
  text::Stemmer stemmer;
  for (const auto& token : analyser.analyse(body)) {
    require(text::is_valid_utf8(stemmer.stem(token.term, language)));
    require(text::is_valid_utf8(stemmer.stem(token.term, text::Stemmer::languages()[size % 10])));
  }
  text::Fingerprinter fingerprinter;
  fingerprinter.read(line, body);
  require(fingerprinter.sketch().size() <= text::kSketchSize);
  const text::Fingerprint fingerprint = fingerprinter.fingerprint();
  require(std::is_sorted(fingerprint.shingles.begin(), fingerprint.shingles.end()));
  return 0;
}
