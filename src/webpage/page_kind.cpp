// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_kind.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/normalise.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;
using namespace std::string_view_literals;

constexpr auto kErrors = std::to_array<View>({
    "404",
    "page not found",
    "not found",
    "page unavailable",
    "page doesn't exist",
    "page does not exist",
    "page no longer exists",
    "no longer available",
    "403 forbidden",
    "access denied",
    "forbidden",
    "500 internal server error",
    "internal server error",
    "bad gateway",
    "service unavailable",
    "gateway time-out",
    "gateway timeout",
    "error 404",
    "something went wrong",
    "oops",
    "seite nicht gefunden",
    "seite wurde nicht gefunden",
    "nicht gefunden",
    "seite existiert nicht",
    "page introuvable",
    "page non trouvee",
    "pagina no encontrada",
    "pagina nao encontrada",
    "pagina non trovata",
    "pagina niet gevonden",
    "siden findes ikke",
    "siden ble ikke funnet",
    "sidan kunde inte hittas",
    "sayfa bulunamadi",
    "nie znaleziono strony",
    "страница не найдена",
    "сторінку не знайдено",
    "ページが見つかりません",
    "页面不存在",
    "找不到页面",
    "페이지를 찾을 수 없습니다",
    "stranka nenalezena",
});

constexpr auto kWalls = std::to_array<View>({
    "just a moment",
    "attention required",
    "are you a robot",
    "are you human",
    "captcha",
    "security check",
    "checking your browser",
    "pardon our interruption",
    "verify you are human",
    "before you continue",
    "consent",
    "cookie",
    "datenschutz",
    "zustimmung",
    "einwilligung",
    "privacy",
});

bool holds_any(View text, std::span<const View> phrases) {
  return std::ranges::any_of(phrases, [text](View phrase) { return text.find(phrase) != View::npos; });
}

bool has_many_scripts_and_no_text(const markup::Tree& page) {
  constexpr std::size_t kMostText = 600;
  std::size_t scripts = 0;
  std::size_t text = 0;
  for (const markup::Node* at = page.root(); at != nullptr;) {
    if (at->is_element("script")) ++scripts;
    const bool unread = at->is_element("script") || at->is_element("style") || at->is_element("head");
    if (at->is_element("head")) {
      for (const markup::Node* in = at->first_child; in != nullptr; in = in->next) scripts += in->is_element("script");
    }
    if (!at->is_element()) text += at->text.find_first_not_of(" \t\r\n") == View::npos ? 0 : at->text.size();
    at = unread ? markup::next_outside(at, page.root()) : markup::next_node(at, page.root());
  }
  return scripts > 0 && text < kMostText;
}

}  // namespace

View other_than_html(View bytes) {
  struct Magic {
    View bytes;
    View name;
  };
  constexpr auto kMagics = std::to_array<Magic>({
      {"%PDF-", "a PDF document"},
      {"\xFF\xD8\xFF", "a JPEG picture"},
      {"\x89PNG\r\n", "a PNG picture"},
      {"GIF87a", "a GIF picture"},
      {"GIF89a", "a GIF picture"},
      {"PK\x03\x04", "a ZIP archive"},
      {"\x1F\x8B", "gzip-compressed data"},
      {"\x28\xB5\x2F\xFD", "zstd-compressed data"},
      {"ID3", "an MP3 sound"},
      {"OggS", "an Ogg sound"},
      {"wOFF", "a font"},
      {"wOF2", "a font"},
      {"\xD0\xCF\x11\xE0", "an office document"},
      {"\0\0\0\x18"
       "ftyp"sv,
       "a video"},
      {"\0\0\0\x1C"
       "ftyp"sv,
       "a video"},
      {"\0\0\0\x20"
       "ftyp"sv,
       "a video"},
  });
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return magic.name;
  }
  if (bytes.starts_with("RIFF") && bytes.size() > 12) {
    const View kind = bytes.substr(8, 4);
    if (kind == "WEBP") return "a WebP picture";
    if (kind == "WAVE") return "a WAV sound";
    if (kind == "AVI ") return "a video";
  }
  return {};
}

std::string why_no_article(const markup::Tree& page, const Metadata& metadata, View body) {
  constexpr std::size_t kShortError = 1200;  // bytes
  constexpr std::size_t kShortWall = 600;
  constexpr std::size_t kLongTitle = 90;
  std::string title = text::fold_value(metadata.headline);
  if (const markup::Node* node = page.root() == nullptr ? nullptr : markup::find_first(page.root(), "title")) {
    const std::string window = text::clean_line(markup::text_of(node));
    if (window.size() <= kLongTitle) title += '\n' + text::fold_value(window);
  }
  if (title.size() <= 2 * kLongTitle && !metadata.published) {
    if (body.size() < kShortError && holds_any(title, kErrors)) return "an error page, not an article";
    if (body.size() < kShortWall && holds_any(title, kWalls)) return "a consent or security wall, not an article";
  }
  if (metadata.is_listing && !metadata.is_article) return "a home, section or search page, not an article";
  if (!body.empty()) return {};
  if (page.root() != nullptr && has_many_scripts_and_no_text(page)) {
    return "an empty page that scripts fill: no text of an article in it";
  }
  return "a page without paragraphs of an article";
}

}  // namespace morgue::webpage
