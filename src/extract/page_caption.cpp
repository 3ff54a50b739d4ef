// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "extract/page_marks.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

/// Where pictures come from; in lower case.
constexpr View kSources[] = {"getty",
                             "ap photo",
                             "associated press",
                             "/ap",
                             "/ ap",
                             "ap/",
                             "ap /",
                             "afp",
                             "/reuters",
                             "/ reuters",
                             "reuters/",
                             "reuters /",
                             "shutterstock",
                             "alamy",
                             "epa",
                             "/dpa",
                             "/ dpa",
                             "dpa/",
                             "dpa-",
                             "picture alliance",
                             "picture-alliance",
                             "imago",
                             "istock",
                             "unsplash",
                             "pexels",
                             "wikimedia",
                             "anadolu",
                             "nurphoto",
                             "zuma",
                             "bloomberg via",
                             "keystone",
                             "/apa",
                             "/ apa",
                             "/pa",
                             "pa wire",
                             "pa images",
                             "adobe stock",
                             "flickr",
                             "creative commons",
                             " via ",
                             "courtesy",
                             "handout",
                             "file photo",
                             "stock photo",
                             "archivfoto",
                             "symbolfoto",
                             "symbolbild",
                             "picture:",
                             "photo",
                             "foto",
                             "image",
                             "illustration",
                             "sipa",
                             "ntb",
                             "ritzau",
                             "efe/",
                             "/efe",
                             "tass",
                             "xinhua",
                             "archiv",
                             "screenshot",
                             "pool",
                             "staff"};

/// Words right before a photographer's name.
constexpr View kLeads[] = {"photo:",
                           "photos:",
                           "photo by ",
                           "photos by ",
                           "photo credit",
                           "photograph:",
                           "photographs:",
                           "photograph by ",
                           "photography:",
                           "photography by ",
                           "photo/",
                           "photo courtesy",
                           "photo illustration",
                           "picture:",
                           "pictures:",
                           "picture by ",
                           "image:",
                           "images:",
                           "image by ",
                           "image credit",
                           "image courtesy",
                           "image source",
                           "foto:",
                           "fotos:",
                           "foto von ",
                           "bild:",
                           "bilder:",
                           "bildquelle",
                           "quelle:",
                           "credit:",
                           "credits:",
                           "crédit",
                           "crédits",
                           "créditos",
                           "photo :",
                           "foto de ",
                           "fotografía",
                           "illustration:",
                           "illustration by ",
                           "grafik:",
                           "graphic:",
                           "file photo",
                           "file photo:",
                           "file picture",
                           "symbolbild",
                           "symbolfoto",
                           "ap photo",
                           "video:",
                           "screenshot"};

bool has_source(View text) {
  return std::ranges::any_of(kSources, [text](View source) { return text.find(source) != View::npos; });
}

bool has_lead(View text) {
  return !text.empty() && std::ranges::any_of(kLeads, [text](View lead) {
    return lead.front() == text.front() && text.starts_with(lead);
  });
}

/// `(Jane Roe for the Post via Getty Images)` at the end, its content.
View last_parenthesis(View line) {
  constexpr std::size_t kLongest = 160;
  while (line.ends_with('.') || line.ends_with(' ')) line.remove_suffix(1);
  if (!line.ends_with(')') && !line.ends_with(']')) return {};
  const std::size_t open = line.rfind(line.back() == ')' ? '(' : '[');
  if (open == View::npos || line.size() - open > kLongest) return {};
  return line.substr(open + 1, line.size() - open - 2);
}

std::size_t capitals(View text) {
  std::size_t count = 0;
  for (const View word : words_of(text, 20)) count += word.front() >= 'A' && word.front() <= 'Z' ? 1 : 0;
  return count;
}

}  // namespace

bool is_credit(View line) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest) return false;
  const std::string low = folded(line);
  const std::size_t words = words_of(line, 20).size();
  if (has_lead(low)) return words <= 12;
  if (line.starts_with('(') && last_parenthesis(line).size() + 2 >= line.size()) {
    return has_source(low) || low.find('/') != View::npos;
  }
  if (line.starts_with("\u00a9")) return words <= 8;
  // `Jane Roe/Getty Images`, `AFP via Getty Images`
  const std::size_t names = capitals(line);
  const bool slash = low.find('/') != View::npos || low.find(" via ") != View::npos || low.find('|') != View::npos;
  return slash && words <= 10 && names * 2 >= words && !line.ends_with('.') && has_source(low) &&
         low.find("http") == View::npos;
}

bool is_caption(const PageLine& line) {
  constexpr std::size_t kLongest = 1200;
  constexpr std::size_t kTail = 90;
  const View text = line.text;
  if (text.size() > kLongest) return false;
  if (is_credit(text)) return true;
  const std::string low = folded(text.substr(0, 40));
  if (has_lead(low) && line.words <= 60 && low.find(':') != View::npos) return true;
  if (const View credit = last_parenthesis(text); !credit.empty()) {
    const std::string inside = folded(credit);
    const bool credited = has_lead(inside) || inside.find(" via ") != View::npos ||
                          inside.find("getty") != View::npos ||
                          (inside.find('/') != View::npos && has_source(inside)) || inside.ends_with(" photo") ||
                          inside.ends_with(" photos");
    // `(AP)` behind a paragraph is an abbreviation or a wire's signature.
    if (credited && capitals(credit) > 0 && words_of(credit, 20).size() <= 16) return true;
  }
  // `A crane in the port. Photo: Jane Roe/AP`, `... | Foto: Jane Roe`, `... © Jane Roe / dpa`
  std::size_t from = text.size() > kTail ? text.size() - kTail : 0;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  const std::string tail = folded(text.substr(from));
  for (const View lead :
       {"photo:", "photograph:", "picture:", "image:", "foto:", "bild:", "credit:", "quelle:", "photo by ",
        "photo :", "© ", "fotó:", "image credit", "photo credit", "image courtesy", "photo courtesy"}) {
    const std::size_t at = tail.rfind(lead);
    if (at == std::string::npos || at == 0) continue;
    const View name = View(tail).substr(at + lead.size());
    const bool begins = tail[at - 1] == ' ' || tail[at - 1] == '(' || tail[at - 1] == '|' || tail[at - 1] == '.';
    if (begins && words_of(name, 20).size() <= 8) return true;
  }
  return !line.ends_sentence && (tail.ends_with("/getty images") || tail.ends_with("via getty images") ||
                                 tail.ends_with("/ap") || tail.ends_with("/afp") || tail.ends_with("/reuters") ||
                                 tail.ends_with("/dpa") || tail.ends_with("/shutterstock"));
}

}  // namespace morgue::extract
