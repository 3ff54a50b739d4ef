// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/proximity.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace morgue::query {
namespace {

constexpr std::uint32_t kNearDistance = 10;  ///< of NEAR without a number, as in Xapian
constexpr int kMaxHeight = 100;              ///< of proximity inside proximity
constexpr std::size_t kMaxEcho = 40;         ///< bytes of an operand that a hint repeats

/// The first node of an operand for which `wrong` holds, in the order of the query.
template <typename Predicate>
const Node* find_leaf(const Node& node, const Predicate& wrong) {
  const std::vector<Node>* of = nullptr;
  if (const auto* any = std::get_if<Or>(&node.value)) of = &any->of;
  if (const auto* near = std::get_if<Near>(&node.value)) of = &near->of;
  if (of == nullptr) return wrong(node) ? &node : nullptr;
  for (const Node& each : *of) {
    if (const Node* found = find_leaf(each, wrong)) return found;
  }
  return nullptr;
}

int height_of(const Node& node) {
  const std::vector<Node>* of = nullptr;
  if (const auto* any = std::get_if<Or>(&node.value)) of = &any->of;
  if (const auto* near = std::get_if<Near>(&node.value)) of = &near->of;
  int height = 0;
  if (of == nullptr) return height;
  for (const Node& each : *of) height = std::max(height, height_of(each));
  return height + 1;
}

std::optional<FieldId> text_field(const Node& node) {
  if (const auto* word = std::get_if<Word>(&node.value)) return word->field;
  if (const auto* phrase = std::get_if<Phrase>(&node.value)) return phrase->field;
  if (const auto* wildcard = std::get_if<Wildcard>(&node.value)) return wildcard->field;
  if (const auto* fuzzy = std::get_if<Fuzzy>(&node.value)) return fuzzy->field;
  if (const auto* exact = std::get_if<Exact>(&node.value)) {
    if (spec(exact->field).kind == FieldKind::Text) return exact->field;
  }
  return std::nullopt;
}

Problem misplaced(std::string_view query, const Token& sign, const Node& node) {
  const std::string beside = " beside " + shown(sign.text);
  if (std::holds_alternative<And>(node.value)) {
    return {node.span, "words joined by AND" + beside,
            "put OR between them, quotation marks around a phrase, or " + sign.text + " between each pair"};
  }
  if (std::holds_alternative<Not>(node.value)) {
    return {node.span, "NOT" + beside, "exclude what is near: NOT (a " + sign.text + " b)"};
  }
  if (const auto* exact = std::get_if<Exact>(&node.value); exact && spec(exact->field).kind == FieldKind::Value) {
    return {node.span, "a whole value" + beside, "leave the = out to look for words of the value"};
  }
  const std::string_view source = query.substr(node.span.begin, node.span.end - node.span.begin);
  return {node.span, shown(source) + beside + ", where only words and phrases go", "join it with AND instead"};
}

/// `covid-1*` is looked for as `covid1*` alone, which has one position where the text may have two. (Beside its parts
/// the joined word has an empty span.)
bool is_only_joined(std::string_view query, const Node& node) {
  const auto* wildcard = std::get_if<Wildcard>(&node.value);
  return wildcard != nullptr && node.span.end > node.span.begin &&
         query.substr(node.span.begin, node.span.end - node.span.begin).find(wildcard->text) == std::string_view::npos;
}

std::optional<Problem> operand_problem(std::string_view query, const Token& sign, const Node& operand) {
  if (const Node* wrong = find_leaf(operand, [](const Node& leaf) { return !text_field(leaf); })) {
    return misplaced(query, sign, *wrong);
  }
  return std::nullopt;
}

/// An operand as typed, without its field; dots where it is long or has several.
std::string echo(std::string_view query, const Node& node) {
  std::string_view source = query.substr(node.span.begin, node.span.end - node.span.begin);
  const bool group = std::holds_alternative<Or>(node.value);
  const std::size_t colon = source.find(':');
  if (!group && colon != std::string_view::npos && field_from_name(ascii_lower(source.substr(0, colon)))) {
    source.remove_prefix(colon + 1);
  }
  if (source.size() > kMaxEcho || source.find(':') != std::string_view::npos) return "...";
  return group ? "(" + std::string(source) + ")" : std::string(source);
}

Problem other_field(std::string_view query, const Token& sign, const Node& left, const Node& right, FieldId field,
                    const Node& other) {
  const FieldId second = *text_field(other);
  const std::string name(spec(field == FieldId::Text ? second : field).name);
  const std::string whole = name + ":(" + echo(query, left) + " " + sign.text + " " + echo(query, right) + ")";
  const std::string_view source = query.substr(other.span.begin, other.span.end - other.span.begin);
  return {other.span, shown(source) + " is not in the same field as the words on the other side of " + shown(sign.text),
          "write one field before the whole: " + whole};
}

}  // namespace

std::variant<Proximity, Problem> read_proximity(const Token& token) {
  const std::string name = ascii_lower(token.text.substr(0, token.text.find('/')));
  Proximity proximity{1, name == "pre" || name == "adj"};
  if (token.text.find('/') == std::string::npos) {
    if (name == "near") proximity.distance = kNearDistance;
    return proximity;
  }
  const std::string digits = ascii_lower(token.text.substr(name.size() + 1));
  if (digits == "s" || digits == "p") {
    return Problem{token.span, std::string(digits == "s" ? "sentences" : "paragraphs") + " are not known to the index",
                   "write a number of words, for example " + name + (digits == "s" ? "/15" : "/50")};
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), proximity.distance);
  const bool whole = end == digits.data() + digits.size() && !digits.empty();
  if (!whole && error != std::errc::result_out_of_range) {
    return Problem{token.span, shown(token.text) + " needs a whole number",
                   "write " + name + "/10; to search for the sign itself put it in quotation marks"};
  }
  if (error == std::errc::result_out_of_range || proximity.distance > kMaxDistance) {
    return Problem{token.span, "words are near within at most " + std::to_string(kMaxDistance) + " positions",
                   "write a smaller number, or AND for both anywhere in the article"};
  }
  if (proximity.distance == 0) {
    return Problem{token.span, "the distance counts from 1, adjacent words", "write " + name + "/1 or more"};
  }
  return proximity;
}

std::variant<Node, Problem> near_node(std::string_view query, const Token& sign, Node left, Node right) {
  const auto proximity = read_proximity(sign);
  if (const auto* problem = std::get_if<Problem>(&proximity)) return *problem;
  for (const Node* operand : {&left, &right}) {
    if (auto problem = operand_problem(query, sign, *operand)) return std::move(*problem);
    if (const Node* wrong = find_leaf(*operand, [&](const Node& leaf) { return is_only_joined(query, leaf); })) {
      return Problem{wrong->span, "a part of this word has fewer than two letters or digits beside the wildcard",
                     "beside " + sign.text + " write more of the part"};
    }
  }
  const FieldId field = *text_field(*find_leaf(left, [](const Node&) { return true; }));
  const auto differs = [field](const Node& leaf) { return text_field(leaf) != field; };
  for (const Node* operand : {&left, &right}) {
    if (const Node* other = find_leaf(*operand, differs)) return other_field(query, sign, left, right, field, *other);
  }
  const Proximity& asked = std::get<Proximity>(proximity);
  Near near{asked.distance, asked.ordered, {}};
  const Span span{left.span.begin, right.span.end};
  near.of.push_back(std::move(left));
  near.of.push_back(std::move(right));
  Node node{std::move(near), span};
  if (height_of(node) > kMaxHeight) {
    return Problem{sign.span, "proximity is nested too deeply", "use at most " + std::to_string(kMaxHeight) + " signs"};
  }
  return node;
}

}  // namespace morgue::query
