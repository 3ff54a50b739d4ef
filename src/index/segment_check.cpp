// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment_check.h"

#include <xapian.h>

#include "core/error.h"
#include "index/term_check.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

constexpr const char* kSampledLetters = "aeimstw";

[[noreturn]] void wrong(const std::filesystem::path& folder, const std::string& what) {
  throw Error(ErrorCode::Internal, "the index segment " + folder.string() + " did not come out as written: " + what);
}

/// The first term that begins with this letter.
void check_term(const Xapian::Database& segment, const std::string& letter, const std::filesystem::path& folder) {
  const auto at = segment.allterms_begin(letter);
  if (at == segment.allterms_end(letter)) return;
  if (const std::string damage = damage_of_term(segment, *at); !damage.empty()) wrong(folder, damage);
}

void check_witness(const Xapian::Database& segment, const Witness& witness, const std::filesystem::path& folder) {
  const auto posting = segment.postlist_begin(witness.term);
  if (segment.get_termfreq(witness.term) != 1 || posting == segment.postlist_end(witness.term) ||
      *posting != witness.docid || segment.get_document(witness.docid).get_data() != witness.data) {
    wrong(folder, "document " + std::to_string(witness.docid));
  }
}

}  // namespace

void check_whole_segment(const std::filesystem::path& folder, std::int64_t documents) {
  writing("cannot check the index segment", folder.string(), [&] {
    const auto errors = Xapian::Database::check(folder.string(), 0, nullptr);
    const auto held = Xapian::Database(folder.string(), Xapian::DB_BACKEND_GLASS).get_doccount();
    if (errors == 0 && held == documents) return;
    throw Error(ErrorCode::Io,
                "the index segment " + folder.string() + " did not come out as written: " + std::to_string(errors) +
                    " errors, " + std::to_string(held) + " of " + std::to_string(documents) + " articles",
                "check the disk and try again");
  });
}

void check_segment_sample(const std::filesystem::path& folder, std::int64_t documents,
                          const std::vector<Witness>& witnesses) {
  try {
    const Xapian::Database segment(folder.string(), Xapian::DB_BACKEND_GLASS);
    if (segment.get_doccount() != documents || segment.get_lastdocid() != documents) wrong(folder, "the count");
    for (const Witness& witness : witnesses) check_witness(segment, witness, folder);
    for (const char* letter = kSampledLetters; *letter != '\0'; ++letter) {
      check_term(segment, std::string(1, *letter), folder);
    }
  } catch (const Xapian::Error& error) {
    wrong(folder, error.get_msg());
  }
}

}  // namespace morgue::index
