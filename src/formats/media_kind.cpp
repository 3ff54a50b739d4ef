// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/media_kind.h"

#include <algorithm>
#include <array>

#include "markup/charset_label.h"

namespace morgue::formats {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view kind;
};

constexpr auto kSignatures = std::to_array<Signature>({
    {"%PDF-", "a PDF document"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"\x89PNG\r\n", "a PNG image"},
    {"GIF87a", "a GIF image"},
    {"GIF89a", "a GIF image"},
    {"RIFF", "an image, sound or film"},
    {"ID3", "a sound recording"},
    {"OggS", "a sound recording or film"},
    {"{\\rtf", "an RTF document"},
    {"%!PS", "a PostScript document"},
    {"\xD0\xCF\x11\xE0", "an Office document"},
    {"PK\x03\x04", "a zip archive or Office document"},
    {"SQLite format 3", "a database"},
    {"\x7F"
     "ELF",
     "a program"},
    {"wOFF", "a font"},
    {"wOF2", "a font"},
    {"FWS", "a Flash film"},
    {"CWS", "a Flash film"},
});

}  // namespace

std::string_view media_kind(std::string_view head) {
  for (const Signature& signature : kSignatures) {
    if (head.starts_with(signature.bytes)) return signature.kind;
  }
  if (head.size() > 12 && head.substr(4, 4) == "ftyp") return "a film or an image";
  if (head.starts_with(std::string_view("\0\0\1\0", 4))) return "an icon";
  return {};
}

std::string_view not_text(std::string_view head) {
  if (const std::string_view kind = media_kind(head); !kind.empty()) return kind;
  if (markup::wide_charset(head)) return {};
  // A few of them are damage.
  constexpr std::size_t kOneIn = 50;
  const auto control = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B';
  });
  return static_cast<std::size_t>(control) * kOneIn > head.size() ? "binary data" : "";
}

}  // namespace morgue::formats
