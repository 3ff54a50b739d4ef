// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::bench {

/// An invented language: its words are made of syllables, one word a rank, short ones first. No two ranks have the same
/// word.
class Language {
 public:
  enum class Script { Latin, Accented, Cyrillic, Greek, Han };
  explicit Language(Script script);

  /// Appends the word.
  void write(std::uint64_t rank, std::string& text) const;
  /// The same, beginning with a capital where the script has any.
  void write_capitalised(std::uint64_t rank, std::string& text) const;

  /// Of words of a rank from here on, forms with endings are in use.
  static constexpr std::uint64_t kFirstInflected = 156;
  /// None in scripts that do not inflect.
  [[nodiscard]] const std::vector<std::string_view>& endings() const { return endings_; }
  /// Between words.
  [[nodiscard]] std::string_view gap() const { return script_ == Script::Han ? "" : " "; }
  /// Code for the dump; empty: not told.
  [[nodiscard]] std::string_view code() const;

 private:
  [[nodiscard]] std::string spell(std::uint64_t rank) const;

  Script script_;
  std::vector<std::string_view> onsets_;
  std::vector<std::string_view> vowels_;
  std::vector<std::string_view> codas_;
  std::vector<std::string_view> endings_;
  std::vector<std::string> frequent_;  ///< spelled once
};

}  // namespace morgue::bench
