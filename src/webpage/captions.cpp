// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/captions.h"

#include <algorithm>
#include <array>

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr auto kCredits = std::to_array<View>({
    "foto:",        "fotos:",       "bild:",        "bilder:",    "photo:",      "photos:",
    "photo :",      "image:",       "picture:",     "pictures:",  "credit:",     "photo by ",
    "photo credit", "image credit", "picture by",   "getty",      "ap photo",    "ap images",
    "shutterstock", "istock",       "imago images", "imago/",     "/imago",      "picture alliance",
    "/dpa",         "/ap)",         "/afp",         "(afp",       "/reuters",    "alamy",
    "fotografia:",  "fotograf:",    "foto de ",     "foto di ",   "©",           "bildquelle",
    "quelle: dpa",  "(c) ",         "фото:",        "фото ",      "写真：",      "写真=",
    "/epa",         "/ritzau",      "/ntb",         "/tt",        "screenshot:", "unsplash",
    "pixabay",      "wikimedia",    "flickr",       "archivbild", "symbolbild",  "handout",
    "via ap",       "zuma press",
});

}  // namespace

bool is_caption(View folded) {
  constexpr std::size_t kLongest = 450;
  constexpr std::size_t kTail = 70;
  if (folded.size() > kLongest) return false;
  // A credit is a name or two, without a sentence behind it.
  const View tail = folded.substr(folded.size() > kTail ? folded.size() - kTail : 0);
  return std::ranges::any_of(kCredits, [tail](View credit) {
    const std::size_t at = tail.find(credit);
    if (at == View::npos) return false;
    const View behind = tail.substr(at + credit.size());
    const std::size_t stop = behind.find_first_of("!?;");
    const std::size_t sentence = behind.find(". ");
    return stop == View::npos && sentence == View::npos && behind.size() <= 50;
  });
}

}  // namespace morgue::webpage
