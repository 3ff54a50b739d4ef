// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parser.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "query/date_value.h"
#include "query/lexer.h"
#include "query/message.h"
#include "query/other_syntax.h"
#include "query/proximity.h"
#include "query/values.h"
#include "text/suggest.h"

namespace morgue::query {
namespace {

constexpr std::size_t kMaxLength = 64 * 1024;
constexpr std::size_t kMaxLeaves = 10'000;
constexpr int kMaxDepth = 100;             ///< of parentheses and negations
constexpr std::size_t kMaxFieldName = 32;  ///< beyond it nothing is near

std::string as_word(const Token& sign) {
  return sign.kind == TokenKind::Proximity
             ? "; to search for the sign itself put it in quotation marks"
             : "; to search for the word itself write it in lower case or in quotation marks";
}

/// Recursive descent: or -> and -> not -> near -> operand. Each level consumes tokens or throws.
class Parser {
 public:
  Parser(std::string_view query, const ParseOptions& options)
      : query_(query), tokens_(lex(query)), leaves_(query, options) {}

  Node run() {
    if (current().kind == TokenKind::End) {
      throw Error(ErrorCode::Query, "the query is empty", "write words to search for, or * for every article");
    }
    if (const auto problem = single_quotes(tokens_)) fail(query_, *problem);
    Node node = parse_or({});
    if (current().kind == TokenKind::Close) {
      stop(current().span, "no \"(\" for this \")\"", "leave it out, or put \"(\" before the group");
    }
    return node;
  }

 private:
  [[nodiscard]] const Token& current() const { return tokens_[next_]; }
  const Token& take() { return tokens_[next_++]; }

  [[noreturn]] void stop(Span span, std::string message, std::string hint) const {
    fail(query_, {span, std::move(message), std::move(hint)});
  }

  void enter(Span span) {
    if (++depth_ > kMaxDepth) too_deep(span);
  }

  [[noreturn]] void too_deep(Span span) const {
    stop(span, "the query is nested too deeply", "use at most " + std::to_string(kMaxDepth) + " levels");
  }

  static const std::vector<Node>* children(const Node& node) {
    if (const auto* all = std::get_if<And>(&node.value)) return &all->of;
    if (const auto* any = std::get_if<Or>(&node.value)) return &any->of;
    if (const auto* near = std::get_if<Near>(&node.value)) return &near->of;
    if (const auto* negation = std::get_if<Not>(&node.value)) return &negation->of;
    return nullptr;
  }

  static std::size_t leaves_in(const Node& node) {
    const std::vector<Node>* of = children(node);
    if (of == nullptr) return 1;
    std::size_t leaves = 0;
    for (const Node& each : *of) leaves += leaves_in(each);
    return leaves;
  }

  static int levels_in(const Node& node) {
    const std::vector<Node>* of = children(node);
    if (of == nullptr) return 0;
    int levels = 0;
    for (const Node& each : *of) levels = std::max(levels, levels_in(each));
    return levels + 1;
  }

  Node parse_or(const Target& target) {
    Node first = parse_and(target);
    if (current().kind != TokenKind::Or) return first;
    Or any;
    flatten(any, std::move(first));
    while (current().kind == TokenKind::Or) {
      take();
      flatten(any, parse_and(target));
    }
    const Span span{any.of.front().span.begin, any.of.back().span.end};
    return Node{std::move(any), span};
  }

  static void flatten(Or& any, Node node) {
    if (auto* inner = std::get_if<Or>(&node.value)) {
      for (Node& each : inner->of) any.of.push_back(std::move(each));
    } else {
      any.of.push_back(std::move(node));
    }
  }

  Node parse_and(const Target& target) {
    std::vector<Node> all;
    all.push_back(parse_not(target));
    while (current().kind != TokenKind::Or && current().kind != TokenKind::Close && current().kind != TokenKind::End) {
      if (current().kind == TokenKind::And) take();
      all.push_back(parse_not(target));
    }
    return conjunction(std::move(all));
  }

  Node parse_not(const Target& target) {
    if (current().kind != TokenKind::Not && current().kind != TokenKind::Minus) return parse_near(target);
    const Span sign = take().span;
    enter(sign);
    Node inner = parse_not(target);
    --depth_;
    const Span span{sign.begin, inner.span.end};
    Not negation;
    negation.of.push_back(std::move(inner));
    return Node{std::move(negation), span};
  }

  Node parse_near(const Target& target) {
    Node node = parse_operand(target);
    while (current().kind == TokenKind::Proximity) {
      const Token& sign = take();
      if (current().kind == TokenKind::Not || current().kind == TokenKind::Minus) {
        stop(current().span, shown(current().text) + " beside " + shown(sign.text),
             "to exclude what is near write NOT (a " + sign.text + " b)");
      }
      auto result = near_node(query_, sign, std::move(node), parse_operand(target));
      if (const auto* problem = std::get_if<Problem>(&result)) fail(query_, *problem);
      node = std::get<Node>(std::move(result));
    }
    return node;
  }

  Node parse_operand(const Target& target) {
    switch (current().kind) {
      case TokenKind::Open:
        return parse_group(target);
      case TokenKind::Field:
        return parse_field(target);
      case TokenKind::Equals: {
        const std::size_t begin = take().span.begin;
        return parse_value({target.field, target.shorthand, true}, begin);
      }
      case TokenKind::Word:
      case TokenKind::Wildcard:
      case TokenKind::Fuzzy:
      case TokenKind::Quoted:
      case TokenKind::Star:
        return parse_value(target, current().span.begin);
      default:
        missing_operand();
    }
  }

  Node parse_group(const Target& target) {
    const Span open = take().span;
    if (current().kind == TokenKind::Star && tokens_[next_ + 1].kind == TokenKind::Close) {
      const bool text = target.field == FieldId::Text;
      stop({open.begin, tokens_[next_ + 1].span.end}, "* alone in a group",
           text ? "leave the parentheses out" : "write " + std::string(name_of(target)) + ":*");
    }
    enter(open);
    Node node = parse_or(target);
    --depth_;
    if (current().kind != TokenKind::Close) {
      stop(open, "this \"(\" is never closed", "put \")\" at the end of the group");
    }
    take();
    return node;
  }

  Node parse_field(const Target& outer) {
    const Token& name = take();
    const Target target = resolve(name);
    if (outer.field != FieldId::Text || outer.exact) {
      stop(name.span,
           "a field inside a group that " + std::string(outer.exact ? "= or " : "") + "a field stands before",
           "close the group first, or put the field inside at each word");
    }
    if (current().kind != TokenKind::Equals) return parse_value(target, name.span.begin);
    take();
    return parse_value({target.field, target.shorthand, true}, name.span.begin);
  }

  /// A word, a quotation or a group, all of it a value of `target`. `begin`: where the field or `=` began.
  Node parse_value(const Target& target, std::size_t begin) {
    check_target(target, begin);
    if (current().kind == TokenKind::Open) return parse_group(target);
    const Token& token = take();
    Node node = leaves_.make(token, target, {begin, token.span.end});
    leaf_count_ += leaves_in(node);
    if (leaf_count_ > kMaxLeaves) {
      stop(token.span, "the query has more than " + std::to_string(kMaxLeaves) + " words", "shorten it");
    }
    // What one word with wildcards stands for needs parentheses when it is printed.
    if (depth_ == kMaxDepth && leaves_in(node) > 1) too_deep(token.span);
    if (target.field == FieldId::Saved && depth_ + levels_in(node) > kMaxDepth) too_deep(token.span);
    return node;
  }

  void check_target(const Target& target, std::size_t begin) const {
    const FieldKind kind = spec(target.field).kind;
    if (target.exact && (kind == FieldKind::Date || kind == FieldKind::Number || kind == FieldKind::State)) {
      stop({begin, current().span.begin}, std::string(name_of(target)) + ": does not go with =", "leave the = out");
    }
  }

  Target resolve(const Token& token) const {
    const std::string name = ascii_lower(token.text);
    if (const auto field = field_from_name(name)) return {*field, {}, false};
    if (const auto shorthand = shorthand_from_name(name)) return {FieldId::Date, shorthand, false};
    if (name == spec(FieldId::Summary).name) {
      stop(token.span, "no search in the summary alone",
           "write has:summary for articles with one; words without a field are looked for there, too");
    }
    const std::string near = name.size() > kMaxFieldName ? std::string() : text::nearest(name, field_names());
    stop(token.span, "unknown field " + shown(token.text),
         near.empty() ? "the fields are " + list_fields() + "; to search for the words put them in quotation marks"
                      : "did you mean " + near + "?");
  }

  static std::string list_fields() {
    std::string list;
    for (const FieldSpec& field : fields()) list.append(list.empty() ? "" : ", ").append(field.name);
    for (const ShorthandSpec& shorthand : shorthands()) list.append(", ").append(shorthand.name);
    return list;
  }

  /// The current token cannot begin an operand: an operator, `)` or the end.
  [[noreturn]] void missing_operand() const {
    const Token& here = current();
    const Token before = next_ > 0 ? tokens_[next_ - 1] : Token{};
    const auto is_operator = [](const Token& token) {
      return token.kind == TokenKind::And || token.kind == TokenKind::Or || token.kind == TokenKind::Not ||
             token.kind == TokenKind::Minus || token.kind == TokenKind::Proximity;
    };
    if (here.kind == TokenKind::Proximity && (before.kind == TokenKind::Not || before.kind == TokenKind::Minus)) {
      stop(here.span, shown(here.text) + " directly after " + shown(before.text),
           "to exclude what is near write NOT (a " + here.text + " b)");
    }
    if (is_operator(here)) {
      const bool doubled = is_operator(before);
      stop(here.span,
           shown(here.text) +
               (doubled ? " directly after " + shown(before.text) : std::string(" has nothing before it")),
           (doubled ? "put a word between" : "put a word before it") + as_word(here));
    }
    if (is_operator(before)) {
      stop(before.span, shown(before.text) + " has nothing after it", "put a word after it" + as_word(before));
    }
    if (before.kind == TokenKind::Open) {
      stop({before.span.begin, here.span.end},
           here.kind == TokenKind::Close ? "an empty group" : "this \"(\" is never closed",
           here.kind == TokenKind::Close ? "put words between the parentheses, or leave them out"
                                         : "put words and \")\" after it, or leave it out");
    }
    stop(here.span, "no \"(\" for this \")\"", "leave it out, or put \"(\" before the group");
  }

  std::string_view query_;
  std::vector<Token> tokens_;
  LeafMaker leaves_;
  std::size_t next_ = 0;
  std::size_t leaf_count_ = 0;
  int depth_ = 0;
};

}  // namespace

Node parse(std::string_view query, const ParseOptions& options) {
  if (query.size() > kMaxLength) {
    // The caret goes where the room ends; the rest is not even looked at.
    constexpr std::size_t kAround = 512;
    fail(query.substr(kMaxLength - kAround, 2 * kAround),
         {{kAround, kAround}, "the query is longer than " + std::to_string(kMaxLength / 1024) + " KiB", "shorten it"});
  }
  return Parser(query, options).run();
}

Node parse_date_value(std::string_view value, const ParseOptions& options) {
  auto result = read_date(value, options.today);
  if (auto* problem = std::get_if<Problem>(&result)) {
    throw Error(ErrorCode::Query, std::move(problem->message), std::move(problem->hint));
  }
  return std::get<Node>(std::move(result));
}

}  // namespace morgue::query
