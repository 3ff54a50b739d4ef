// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/ast.h"
#include "query/date_value.h"
#include "query/other_syntax.h"
#include "query/quotation.h"
#include "query/token.h"

namespace morgue::query {
namespace {

/// What stands around a node; decides which of its operators need parentheses.
enum class Around { Group, Or, And, Not, NearLeft, NearRight };

class Printer {
 public:
  std::string out;

  void print(const Node& node, Around around) {
    std::visit([&](const auto& value) { add(value, around); }, node.value);
  }

 private:
  void add_field(FieldId field) {
    if (field != FieldId::Text) out.append(spec(field).name).append(":");
  }

  void add(const All& /*all*/, Around /*around*/) { out += '*'; }
  void add(const Undated& /*undated*/, Around /*around*/) { out += "date:none"; }
  void add(const IdIs& id, Around /*around*/) {
    add_field(id.field);
    out += std::to_string(id.id);
  }
  void add(const DateRange& range, Around /*around*/) {
    add_field(range.field);
    out += print_date(range);
  }

  void add(const NumberRange& range, Around /*around*/) {
    add_field(range.field);
    if (range.from) out += std::to_string(*range.from);
    if (range.from == range.to) return;
    out += "..";
    if (range.to) out += std::to_string(*range.to);
  }
  void add(const Has& has, Around /*around*/) { out.append("has:").append(spec(has.field).name); }
  void add(const Is& is, Around /*around*/) { out += is.state == State::Revised ? "is:revised" : "is:duplicate"; }

  void add(const Changed& changed, Around /*around*/) { out.append("changed:").append(to_string(changed.part)); }

  void add(const Wildcard& wildcard, Around /*around*/) {
    add_field(wildcard.field);
    out += wildcard.text;
  }

  void add(const Fuzzy& fuzzy, Around /*around*/) {
    add_field(fuzzy.field);
    out += fuzzy.text + "~" + std::to_string(fuzzy.distance);
  }

  void add(const Word& word, Around /*around*/) {
    add_field(word.field);
    out += is_bare_word(word.text, word.field == FieldId::Text) ? word.text : quote(word.text, true);
  }

  void add(const Phrase& phrase, Around /*around*/) {
    add_field(phrase.field);
    out += quote(phrase.text, true);
  }

  void add(const Exact& exact, Around /*around*/) {
    const FieldKind kind = spec(exact.field).kind;
    add_field(exact.field);
    if (kind != FieldKind::Term) out += '=';
    const bool bare = is_bare_word(exact.text, false) && !has_one_apostrophe(exact.text) &&
                      (kind == FieldKind::Term || !other_syntax(exact.text, true).has_value());
    out += bare ? exact.text : quote(exact.text, kind == FieldKind::Text);
  }

  void add(const Near& near, Around around) {
    const bool parentheses = around == Around::NearRight;  // a row of operators is read from the left
    if (parentheses) out += '(';
    print(near.of.front(), Around::NearLeft);
    out += (near.ordered ? " pre/" : " w/") + std::to_string(near.distance) + " ";
    print(near.of.back(), Around::NearRight);
    if (parentheses) out += ')';
  }

  void add(const And& all, Around around) {
    // Beside an OR the written operator shows what belongs together.
    const std::string_view between = around == Around::Or ? " AND " : " ";
    add_list(all.of, between, Around::And, around == Around::And || around == Around::Not);
  }

  void add(const Or& any, Around around) { add_list(any.of, " OR ", Around::Or, around != Around::Group); }

  void add(const Not& negation, Around /*around*/) {
    out += "NOT ";
    for (const Node& node : negation.of) print(node, Around::Not);
  }

  void add_list(const std::vector<Node>& nodes, std::string_view between, Around inside, bool parentheses) {
    if (parentheses) out += '(';
    bool first = true;
    for (const Node& node : nodes) {
      if (!first) out += between;
      first = false;
      print(node, inside);
    }
    if (parentheses) out += ')';
  }
};

}  // namespace

std::string print(const Node& node) {
  Printer printer;
  printer.print(node, Around::Group);
  return std::move(printer.out);
}

}  // namespace morgue::query
