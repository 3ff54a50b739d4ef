// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/generator/article_maker.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/bench/generator/prose.h"

namespace morgue::bench {
namespace {

/// What a number is drawn for; draws for one purpose do not shift those for another.
enum Purpose : std::uint64_t { kOrigin, kDate, kLabels, kText, kEdit };

constexpr std::array<std::string_view, 9> kSections = {"News",    "World",  "Business", "Sport", "Culture",
                                                       "Science", "Region", "Opinion",  "Travel"};
constexpr double kSpread = 0.7;  // of the logarithms of lengths
constexpr double kFewestWords = 15;
constexpr double kMostWords = 20'000;
constexpr std::uint64_t kRevisedWithin = 50'000;  // articles
constexpr std::uint64_t kCopiedWithin = 2000;
constexpr double kRevisedWords = 0.02;
constexpr double kRewrittenWords = 0.01;
constexpr double kLate = 0.01;
constexpr double kUndated = 0.003;
constexpr double kDayOnly = 0.1;
constexpr std::uint64_t kFirstNames = 2000;
constexpr std::uint64_t kPlaces = 3000;

std::string capitalised(const Language& language, std::uint64_t rank) {
  std::string text;
  language.write_capitalised(rank, text);
  return text;
}

}  // namespace

ArticleMaker::ArticleMaker(const Options& options)
    : options_(options),
      calendar_(options.first_year, options.last_year),
      words_({8000, 2.7, 1.75}),
      names_({4000, 20, 1.6}),
      authors_({400, 20, 2}),
      topics_({150, 4, 2.2}),
      sources_({60, 2, 4}) {
  using Script = Language::Script;
  for (const auto script : {Script::Latin, Script::Accented, Script::Cyrillic, Script::Greek, Script::Han}) {
    languages_.emplace_back(script);
  }
}

Dice ArticleMaker::dice(std::uint64_t number, std::uint64_t purpose) const {
  return Dice(mix(options_.seed) ^ mix(number * 8 + purpose));
}

ArticleMaker::Origin ArticleMaker::origin(std::uint64_t number) const {
  if (number == 0) return {};
  Dice dice = this->dice(number, kOrigin);
  const double kind = dice.fraction();
  const auto earlier = [&](std::uint64_t within) { return number - 1 - dice.below(std::min(number, within)); };
  if (kind < options_.revised) return {Kind::Revision, earlier(kRevisedWithin)};
  if (kind < options_.revised + options_.near) return {Kind::Near, earlier(kCopiedWithin)};
  if (kind < options_.revised + options_.near + options_.same) return {Kind::Same, earlier(kCopiedWithin)};
  return {};
}

std::uint64_t ArticleMaker::first_origin(std::uint64_t number) const {
  for (Origin found = origin(number); found.kind != Kind::Original; found = origin(number)) number = found.of;
  return number;
}

std::string ArticleMaker::person(std::uint64_t rank) const {
  const Language& language = languages_.front();
  return capitalised(language, 100 + mix(rank) % kFirstNames) + " " + capitalised(language, 3000 + rank);
}

/// Dumps follow the calendar, but for stragglers.
std::string ArticleMaker::instant(std::uint64_t number, bool exact) const {
  Dice dice = this->dice(number, kDate);
  const bool undated = dice.chance(kUndated);
  const bool day_only = dice.chance(kDayOnly);
  auto day = calendar_.day((static_cast<double>(number) + 0.5) / static_cast<double>(options_.articles));
  if (dice.chance(kLate)) day -= std::chrono::days(dice.below(60));
  // Most is published in the morning.
  const auto hour = static_cast<int>(5 + 18 * dice.fraction() * dice.fraction());
  const auto minute = dice.below(60);
  if (undated && !exact) return {};
  const std::chrono::year_month_day date(day);
  const std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (day_only && !exact) return text;
  return text + fmt::format("T{:02}:{:02}:00Z", hour, minute);
}

void ArticleMaker::label(std::uint64_t number, MadeArticle& article) const {
  Dice dice = this->dice(number, kLabels);
  const std::uint64_t source = sources_.draw(dice);
  const Language& language = languages_.front();
  article.source = "The " + capitalised(language, 500 + source) + " " + (source % 3 == 0 ? "Herald" : "Post");
  article.url = fmt::format("https://paper{}.example/{}", source, number);
}

MadeArticle ArticleMaker::make(std::uint64_t number) const {
  const Origin origin = this->origin(number);
  const std::uint64_t first = first_origin(number);
  MadeArticle article;
  label(origin.kind == Kind::Revision ? first : number, article);
  article.id = fmt::format("a{:09}", origin.kind == Kind::Revision ? first : number);
  article.published = instant(origin.kind == Kind::Revision ? first : number, false);
  if (origin.kind == Kind::Revision) article.updated = instant(number, true);

  // From here on what copies share with their original.
  Dice dice = this->dice(first, kText);
  std::size_t language = 0;
  if (dice.chance(options_.foreign)) language = 1 + std::min<std::size_t>(3, dice.below(6) / 2 + dice.below(2));
  article.language = languages_[language].code();
  std::vector<std::uint64_t> topics;
  for (std::uint64_t left = dice.below(5); left > 0; --left) topics.push_back(topics_.draw(dice));
  for (const auto topic : topics) {
    std::string name;
    languages_.front().write(5000 + topic, name);
    if (!std::ranges::count(article.topics, name)) article.topics.push_back(name);
  }
  constexpr std::array<std::uint64_t, 6> kAuthors = {0, 1, 1, 1, 1, 2};
  for (std::uint64_t left = kAuthors[dice.below(kAuthors.size())]; left > 0; --left) {
    article.authors.push_back(person(1'000'000 + authors_.draw(dice)));
  }
  article.section = kSections[topics.empty() ? dice.below(kSections.size()) : topics.front() % kSections.size()];
  if (dice.chance(0.5)) article.place = capitalised(languages_.front(), 9000 + dice.below(kPlaces));
  std::vector<std::string> people;
  for (std::uint64_t left = 1 + dice.below(5); left > 0; --left) people.push_back(person(names_.draw(dice)));
  const double mean = std::log(options_.words) - kSpread * kSpread / 2;
  const double words = std::clamp(std::exp(mean + kSpread * dice.normal()), kFewestWords, kMostWords);
  const bool summarised = dice.chance(0.3);

  Prose::Edits edits;
  edits.editor = mix(number ^ options_.seed) + kEdit;
  if (origin.kind == Kind::Revision) edits.share = kRevisedWords;
  if (origin.kind == Kind::Near) edits.share = kRewrittenWords;
  Prose prose(dice, languages_[language], words_, edits);
  prose.about(std::move(topics), std::move(people));
  article.headline = prose.headline();
  if (summarised) article.summary = prose.headline() + ".";
  article.body = prose.paragraphs(static_cast<std::uint64_t>(words));
  return article;
}

}  // namespace morgue::bench
