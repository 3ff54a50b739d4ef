// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/upcoming.h"

#include <array>
#include <string>

namespace morgue::query {
namespace {

struct UpcomingField {
  std::string_view name;
  std::string_view hint;
};
constexpr std::array<UpcomingField, 5> kFields = {{
    {"lead", "use headline: or body: instead"},
    {"words", "leave it out"},
    {"has", "leave it out; for articles with a date write NOT date:none"},
    {"is", "leave it out; for articles without a date write date:none"},
    {"updated", "use date: for the day of publication"},
}};

Problem not_available(const Token& token, std::string_view what, std::string_view hint) {
  return {token.span, std::string(what) + " not available yet", std::string(hint)};
}

}  // namespace

Problem upcoming_form(const Token& token) {
  switch (token.kind) {
    case TokenKind::Proximity:
      return not_available(
          token, "proximity (w/n, pre/n, NEAR/n, ADJ/n) is",
          "put adjacent words in quotation marks, or leave the operator out to find articles with both");
    case TokenKind::Fuzzy:
      return not_available(token, "fuzzy search (word~1) is", "write the spellings with OR between them");
    case TokenKind::Quoted:
      return not_available(token, "wildcards (* and ?) in a phrase are",
                           "leave the sign out, or write \\* or \\? for the sign itself");
    default:
      return not_available(token, "wildcards (* and ?) are",
                           "write the forms with OR between them; put a word with the sign itself in quotation marks");
  }
}

std::optional<Problem> upcoming_field(std::string_view name, Span span) {
  for (const UpcomingField& field : kFields) {
    if (field.name == name) {
      return Problem{span, "the field " + std::string(name) + ": is not available yet", std::string(field.hint)};
    }
  }
  return std::nullopt;
}

Problem upcoming_presence(std::string_view field, Span span) {
  return {span, "to ask whether a field has a value (" + std::string(field) + ":*) is not available yet",
          field == "date" ? "write NOT date:none" : "leave it out"};
}

}  // namespace morgue::query
