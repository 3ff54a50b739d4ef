// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/body_clean.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "text/normalise.h"
#include "text/utf8.h"
#include "webpage/body_boxes.h"
#include "webpage/body_lead.h"
#include "webpage/boilerplate.h"
#include "webpage/captions.h"
#include "webpage/date_lines.h"

namespace morgue::webpage {
namespace {

bool ends_sentence(std::string_view line) {
  for (const std::string_view end : {".", "!", "?", "\"", "”", "“", "»", "。", "…", ":"}) {
    if (line.ends_with(end)) return true;
  }
  return false;
}

enum class Role : std::uint8_t { Text, Heading, Dropped };

class Cleaner {
 public:
  Cleaner(const PageBlocks& page, const BlockContext& context, const Metadata& metadata)
      : page_(page), context_(context), metadata_(metadata) {}

  std::vector<std::uint32_t> run(const std::vector<std::uint32_t>& elements) {
    for (const std::uint32_t root : elements) read(root);
    drop_head();
    drop_repeats();
    drop_sections();
    drop_labels_above();
    drop_date_lines();
    drop_biographies();
    drop_tail();
    drop_bare_headings();
    std::vector<std::uint32_t> out;
    for (const Piece& piece : pieces_) {
      if (piece.role != Role::Dropped) out.push_back(piece.block);
    }
    return out;
  }

 private:
  struct Piece {
    std::uint32_t block;
    Role role;
    Marks marks;  ///< from inside the body's element
  };

  void read(std::uint32_t root) {
    const Element& body = page_.elements[root];
    std::vector<Marks> inside(body.end - root, 0);
    for (std::uint32_t i = root + 1; i < body.end; ++i) {
      inside[i - root] = context_.element_marks[i] | inside[page_.elements[i].parent - root];
    }
    if (page_.elements[root].tag == Tag::Li) inside[0] = 0;
    reads_phrases_ = body.end_block - body.first_block <= kMostBlocks;
    const std::vector<bool> boxed = find_link_boxes(page_, context_, root);
    for (std::uint32_t b = body.first_block; b < body.end_block; ++b) {
      const Block& block = page_.blocks[b];
      const Marks marks = inside[block.element - root] | block.marks;
      pieces_.push_back({b, boxed[b - body.first_block] ? Role::Dropped : role_of(block, marks), marks});
    }
  }

  Role role_of(const Block& block, Marks marks) const {
    if ((marks & mark::kFurniture) != 0) return Role::Dropped;
    constexpr std::size_t kNotice = 900;  // longer ones say more than a notice
    const std::string folded =
        reads_phrases_ && block.text.size() <= kNotice ? text::fold_value(block.text) : std::string();
    if (!folded.empty() && is_boilerplate(folded, block.link_share())) return Role::Dropped;
    if (block.links > 0 && is_teaser(folded)) return Role::Dropped;
    if ((marks & mark::kByline) != 0 && block.text.size() < 160) return Role::Dropped;
    if ((marks & mark::kHeading) != 0) {
      if (block.link_share() > 0.5) return Role::Dropped;
      return Role::Heading;
    }
    if (block.link_share() > 0.8) return Role::Dropped;
    if ((marks & mark::kItem) == 0 && !folded.empty() && is_caption(folded)) return Role::Dropped;
    return Role::Text;
  }

  /// The headline, and what stands above it.
  void drop_head() {
    drop_headings_like_it();
    std::size_t at = pieces_.size();
    for (std::size_t i = 0; i < pieces_.size() && i < 60; ++i) {
      if (!is_headline(page_, page_.blocks[pieces_[i].block], metadata_)) continue;
      at = i;
      break;
    }
    if (at == pieces_.size()) return;
    double above = 0;
    double all = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const double bytes = static_cast<double>(page_.blocks[pieces_[i].block].text.size());
      all += pieces_[i].role == Role::Text ? bytes : 0;
      above += i < at && pieces_[i].role == Role::Text ? bytes : 0;
    }
    if (above < 0.3 * all) {
      for (std::size_t i = 0; i < at; ++i) pieces_[i].role = Role::Dropped;
    }
    pieces_[at].role = Role::Dropped;
  }

  /// The headline with a kicker, or once more below an h1 that says it in other words; above the text.
  void drop_headings_like_it() {
    for (Piece& piece : pieces_) {
      const Block& block = page_.blocks[piece.block];
      if (piece.role == Role::Heading) {
        if (ends_with_headline(block.text, metadata_)) piece.role = Role::Dropped;
      } else if (is_prose(block, piece.marks)) {
        return;
      }
    }
  }

  /// Pages that hold their text twice, for narrow and for wide screens.
  void drop_repeats() {
    static constexpr std::size_t kShortest = 60;
    constexpr std::size_t kFewest = 4;
    constexpr std::size_t kUnmistakable = 1000;
    std::unordered_set<std::string_view> seen;
    std::unordered_set<std::string_view> repeated;
    std::vector<Piece*> repeats;
    std::size_t all = 0;
    std::size_t twice = 0;
    for (Piece& piece : pieces_) {
      const std::string& text = page_.blocks[piece.block].text;
      if (piece.role != Role::Text || text.size() < kShortest) continue;
      all += text.size();
      if (seen.insert(text).second) continue;
      if (text.size() >= kUnmistakable) piece.role = Role::Dropped;
      twice += text.size();
      repeated.insert(text);
      repeats.push_back(&piece);
    }
    if (repeated.size() < kFewest || twice * 10 < all * 3) return;
    // The second copy is one run.
    const auto texts = std::count_if(repeats.front(), repeats.back() + 1, [this](const Piece& piece) {
      return piece.role == Role::Text && page_.blocks[piece.block].text.size() >= kShortest;
    });
    if (static_cast<std::size_t>(texts) * 4 > repeats.size() * 5) return;
    for (Piece* piece : repeats) piece->role = Role::Dropped;
  }

  /// A heading of furniture takes what stands below it along, until prose or another heading.
  void drop_sections() {
    bool dropping = false;
    for (Piece& piece : pieces_) {
      const Block& block = page_.blocks[piece.block];
      if ((piece.marks & mark::kHeading) != 0) {
        dropping = piece.role == Role::Dropped && block.link_share() <= 0.5 && (piece.marks & mark::kFurniture) == 0 &&
                   !is_headline(page_, block, metadata_);
        continue;
      }
      if (piece.role == Role::Dropped) continue;
      if (dropping && is_prose(block, piece.marks) && (piece.marks & mark::kItem) == 0) dropping = false;
      if (dropping) piece.role = Role::Dropped;
    }
  }

  /// Rubrics, names and dates above the first paragraph.
  void drop_labels_above() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      const Block& block = page_.blocks[piece.block];
      if (is_prose(block, piece.marks)) return;
      if (piece.role != Role::Text || (piece.marks & (mark::kItem | mark::kSummary | mark::kQuote | mark::kPre)) != 0)
        continue;
      if (i > 40) return;
      if (is_label(block)) piece.role = Role::Dropped;
    }
  }

  /// When it was written, below the standfirst: `17.04.2024, 12:24`.
  void drop_date_lines() {
    constexpr int kParagraphs = 2;
    constexpr std::size_t kLongest = 90;
    constexpr std::size_t kOther = 25;  // bytes: a label, a time, a place
    int paragraphs = 0;
    for (Piece& piece : pieces_) {
      const std::string& text = page_.blocks[piece.block].text;
      if (piece.role != Role::Text || (piece.marks & mark::kItem) != 0) continue;
      if (is_prose(page_.blocks[piece.block], piece.marks) && ++paragraphs == kParagraphs) return;
      if (text.size() > kLongest || text.find_first_of("0123456789") == std::string::npos) continue;
      const auto date = date_of_line(text, true, [](const Timestamp&) { return true; });
      if (date && date->other_bytes <= kOther) piece.role = Role::Dropped;
    }
  }

  static bool is_label(const Block& block) {
    constexpr std::size_t kLabel = 70;
    return block.text.size() <= kLabel && !ends_sentence(block.text);
  }

  /// Who wrote it, below the text: `Jane Roe is our correspondent in ...`.
  void drop_biographies() {
    constexpr std::size_t kLooked = 6;
    constexpr std::size_t kLongest = 600;
    constexpr std::size_t kWithin = 60;
    if (metadata_.authors.empty()) return;
    std::vector<std::string> names;
    for (const std::string& author : metadata_.authors) {
      if (author.find(' ') != std::string::npos) names.push_back(text::fold_value(author));
    }
    std::size_t looked = 0;
    for (std::size_t i = pieces_.size(); i-- > pieces_.size() / 2 && looked < kLooked;) {
      Piece& piece = pieces_[i];
      if (piece.role == Role::Dropped) continue;
      ++looked;
      const std::string& text = page_.blocks[piece.block].text;
      if (text.size() > kLongest) continue;
      const std::string opening = text::fold_value(text::truncate_utf8(text, kWithin));
      const bool named =
          std::ranges::any_of(names, [&](const std::string& name) { return opening.find(name) != std::string::npos; });
      if (named) piece.role = Role::Dropped;
    }
  }

  void drop_tail() {
    while (!pieces_.empty()) {
      const Piece& last = pieces_.back();
      const Block& block = page_.blocks[last.block];
      const bool stays =
          (last.marks & (mark::kItem | mark::kQuote | mark::kPre | mark::kTable)) != 0 || !is_label(block);
      if (last.role == Role::Text && stays) break;
      pieces_.pop_back();
    }
  }

  /// Headings with nothing below them.
  void drop_bare_headings() {
    int below = 7;
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      Piece& piece = pieces_[i];
      if (piece.role == Role::Dropped) continue;
      below = piece.role == Role::Heading ? below : 0;
      if (piece.role == Role::Heading && below == 7) piece.role = Role::Dropped;
    }
  }

  static constexpr std::uint32_t kMostBlocks = 20000;  // beyond, a list of words costs more than it gives

  const PageBlocks& page_;
  const BlockContext& context_;
  const Metadata& metadata_;
  std::vector<Piece> pieces_;
  bool reads_phrases_ = true;
};

}  // namespace

std::vector<std::uint32_t> clean_body(const PageBlocks& page, const BlockContext& context,
                                      const std::vector<std::uint32_t>& elements, const Metadata& metadata) {
  return Cleaner(page, context, metadata).run(elements);
}

std::string block_text(const Block& block) {
  constexpr std::size_t kParagraph = 80;
  std::string out;
  std::string_view rest = block.text;
  bool paragraph = false;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string line = text::clean_line(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.empty()) continue;
    if (!out.empty()) out += paragraph ? "\n\n" : "\n";
    paragraph = line.size() >= kParagraph && ends_sentence(line);
    out += line;
  }
  return out;
}

}  // namespace morgue::webpage
