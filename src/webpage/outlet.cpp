// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/outlet.h"

#include <algorithm>
#include <array>

#include "text/name_parts.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "webpage/page_address.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::array<View, 12> kSeparators = {" | ",      " - ", " \u2013 ", " \u2014 ", " :: ", " \u00b7 ",
                                              " \u00bb ", " / ", "|",        " \u2022 ", "_",    " \uff5c "};

/// `example.co.uk` as `example`.
std::string site_word(View host) {
  std::vector<View> labels;
  for (std::size_t begin = 0; begin <= host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    labels.push_back(host.substr(begin, end - begin));
    begin = end + 1;
  }
  if (labels.size() < 2) return std::string(host);
  std::size_t at = labels.size() - 2;
  if (at > 0 && labels[at].size() <= 3 && labels.back().size() == 2) --at;  // co.uk, com.tr
  return std::string(labels[at]);
}

}  // namespace

std::string letters_of(std::string_view text) {
  const std::string folded = text::fold_value(text);
  std::string out;
  for (std::size_t pos = 0; pos < folded.size();) {
    const std::size_t begin = pos;
    const char32_t c = text::next_code_point(folded, pos);
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool other = c >= 0xC0 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3005) &&
                       !(c >= 0x3008 && c < 0x3021) && !(c >= 0xFF00 && c < 0xFF10);
    if (ascii || other) out.append(folded, begin, pos - begin);
  }
  return out;
}

Outlet::Outlet(const PageMarks& marks, const LinkedData& linked, std::string_view address)
    : host_(host_of_address(address)) {
  const auto add = [&](View text) {
    std::string key = letters_of(text);
    if (key.size() > 1 && std::ranges::find(keys_, key) == keys_.end()) keys_.push_back(std::move(key));
  };
  const std::string site = marks.content({"og:site_name", "og:sitename"});
  for (const std::string& name :
       {site, linked.publisher, linked.site,
        marks.content({"application-name", "apple-mobile-web-app-title", "al:ios:app_name", "cxenseparse:site_name",
                       "publisher", "article:publisher", "dc.publisher", "dcterms.publisher", "copyright"})}) {
    if (name.empty() || name.starts_with("http")) continue;
    add(name);
    if (name_.empty() && name.size() < 80) name_ = name;
  }
  if (!host_.empty()) {
    add(host_);
    add(site_word(host_));
    if (name_.empty()) name_ = host_;
  }
}

bool Outlet::is_named(std::string_view text) const {
  const std::string key = letters_of(text);
  if (key.empty()) return false;
  return std::ranges::any_of(keys_, [&](const std::string& name) {
    return name == key || "the" + name == key || "die" + name == key || key == name + "online" ||
           (name.starts_with("the") && name.substr(3) == key);
  });
}

std::string Outlet::without_name(std::string_view title) const {
  std::string_view rest = title;
  for (bool again = true; again;) {
    again = false;
    std::size_t cut = View::npos;
    std::size_t width = 0;
    for (const View separator : kSeparators) {
      const std::size_t at = rest.rfind(separator);
      if (at != View::npos && (cut == View::npos || at > cut)) {
        cut = at;
        width = separator.size();
      }
    }
    if (cut != View::npos && cut > 0 && is_named(rest.substr(cut + width))) {
      rest = text::trim(rest.substr(0, cut), " ");
      again = true;
      continue;
    }
    for (const View separator : kSeparators) {
      const std::size_t at = rest.find(separator);
      if (at != View::npos && at > 0 && is_named(rest.substr(0, at))) {
        rest = text::trim(rest.substr(at + separator.size()), " ");
        again = true;
        break;
      }
    }
  }
  return std::string(rest);
}

}  // namespace morgue::webpage
