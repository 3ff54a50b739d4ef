// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/charset_guess.h"

#include <unicode/ucsdet.h>

#include <cstdint>
#include <memory>

namespace morgue::text {
namespace {

/// Of 100. Below, the detector names some charset or other.
constexpr std::int32_t kLeastConfidence = 40;
constexpr std::size_t kEnough = 64U << 10U;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// Thai, which the detector does not know: vowel signs and tone marks stand on consonants and on nothing else.
bool is_thai(std::string_view bytes) {
  constexpr std::size_t kFewest = 40;
  std::size_t high = 0;
  std::size_t marks = 0;
  std::size_t misplaced = 0;
  bool bearer = false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool mark = byte == 0xD1 || (byte >= 0xD4 && byte <= 0xDA) || (byte >= 0xE7 && byte <= 0xEE);
    if (byte >= 0xA1) {
      if ((byte > 0xDA && byte < 0xDF) || byte > 0xFB) return false;
      ++high;
    }
    if (mark) {
      ++marks;
      if (!bearer) ++misplaced;
    } else {
      bearer = byte >= 0xA1 && byte <= 0xCE;
    }
  }
  return high >= kFewest && marks * 20 > high && misplaced * 20 <= marks;
}

}  // namespace

std::string guess_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kEnough);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  ucsdet_enableInputFilter(detector.get(), true);  // markup is ASCII in any charset
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* best = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status)) return {};
  const bool likely = best != nullptr && ucsdet_getConfidence(best, &status) >= kLeastConfidence;
  if (!likely) return is_thai(bytes) ? "windows-874" : "";
  const std::string name = ucsdet_getName(best, &status);
  if (U_FAILURE(status) || name.starts_with("UTF-") || name == "ISO-8859-1" || name == "windows-1252") return {};
  return name.starts_with("ISO-8859-8") ? "windows-1255" : name;
}

}  // namespace morgue::text
