// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace morgue::query {

enum class FieldId : std::uint8_t {
  Text,  ///< no field given: headline, summary and body
  Headline,
  Body,
  Lead,  ///< the first 100 words of the body
  Author,
  Topic,
  Place,
  Person,
  Organization,
  Section,
  Source,
  Dateline,
  Language,
  Url,
  Site,
  Key,
  Collection,
  Tagged,  ///< tags of the researcher's own; `tag` is what dumps call a topic
  Note,    ///< the researcher's note
  Saved,   ///< stands for the query saved under the name
  Id,
  Cluster,  ///< the family of an article
  Date,
  Updated,
  Words,    ///< number of words of the body
  Summary,  ///< only in has:
  Has,      ///< the name before the colon only: no node has it
  Is,       ///< the same
  Changed,  ///< the same
};

/// What `is:` asks for, beside `undated`.
enum class State : std::uint8_t {
  Revised,    ///< has had another text before
  Duplicate,  ///< nearly the same text as an article stored earlier
};

/// How the values of a field are searched.
enum class FieldKind : std::uint8_t {
  Text,    ///< stemmed words with positions
  Value,   ///< names and labels: folded words with positions, and whole values
  Term,    ///< one whole value only (lang, site, key, url, collection, tagged)
  Number,  ///< the number of an article (id, cluster)
  Date,
  Count,  ///< a number or a range of numbers (words)
  State,  ///< has:, is:, changed:
};

/// The one table of fields from which syntax, help, completion and compiler are made.
struct FieldSpec {
  FieldId id;
  std::string_view name;                      ///< as printed
  std::span<const std::string_view> aliases;  ///< also accepted
  FieldKind kind;
  std::string_view description;
  std::string_view example;
};

/// A name that stands for a range of dates: `before:X` is every day before X, `after:X` every day after it.
enum class Shorthand : std::uint8_t { Before, After };
struct ShorthandSpec {
  Shorthand id;
  std::string_view name;
  std::string_view description;
  std::string_view example;
};

/// All fields but Text and Summary, in the order in which help lists them.
std::span<const FieldSpec> fields();
const FieldSpec& spec(FieldId id);
/// By name or alias, lower case.
std::optional<FieldId> field_from_name(std::string_view name);
std::span<const ShorthandSpec> shorthands();
std::optional<Shorthand> shorthand_from_name(std::string_view name);
/// Names and aliases of the fields and names of the shorthands, for suggestions and completion.
std::span<const std::string_view> field_names();

}  // namespace morgue::query
