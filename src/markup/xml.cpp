// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/xml.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "markup/xml_names.h"
#include "markup/xml_tokens.h"

namespace morgue::markup {
namespace {

constexpr std::size_t kMostNodes = 1'500'000;  // of one record, attributes too
// Tags deeper than this are not even counted; see XmlLimits::depth for what becomes part of a tree.
constexpr std::size_t kDeepestCounted = 100'000;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

struct XmlRecords::State {
  State(ReadBytes read, IsRecord is_record_given, const XmlLimits& limits_given)
      : tokens(std::move(read), limits_given.record_bytes),
        is_record(std::move(is_record_given)),
        limits(limits_given) {}

  struct Open {
    std::string name;      ///< as written
    Node* node = nullptr;  ///< in a record: where children go
  };

  /// True if the record has ended.
  bool start();
  bool end(std::string_view name);
  bool close();
  void add_element();
  void add_text(const std::string& text);
  void flush();
  [[nodiscard]] bool may_grow();
  std::optional<Tree> finish();

  XmlTokens tokens;
  IsRecord is_record;
  XmlLimits limits;
  XmlNamespaces spaces;
  std::vector<Open> open;
  std::map<std::string, std::size_t, std::less<>> open_names;
  std::optional<Tree> tree;
  std::size_t record_level = 0;  ///< open elements when the record began
  std::size_t record_offset = 0;
  std::size_t given_offset = 0;
  std::size_t nodes = 0;
  std::string text;
  bool cut = false;
  bool given_cut = false;
};

bool XmlRecords::State::may_grow() {
  if (cut) return false;
  cut = nodes >= kMostNodes || tokens.end_offset() - record_offset > limits.record_bytes;
  if (cut) tokens.fault("a record is larger than the limit");
  return !cut;
}

void XmlRecords::State::flush() {
  if (text.empty()) return;
  tree->append(open.back().node, tree->make_text(text));
  text.clear();
  ++nodes;
}

void XmlRecords::State::add_text(const std::string& more) {
  if (tree && may_grow()) text += more;
}

void XmlRecords::State::add_element() {
  const XmlNamespaces::Name name = spaces.resolve(open.back().name);
  if (!name.known) tokens.fault("an undeclared prefix: " + open.back().name.substr(0, 100));
  Node* parent = open.size() - 1 > record_level ? open[open.size() - 2].node : nullptr;
  open.back().node = parent;
  const bool grows = may_grow();
  // A record has its own element at least.
  if (!grows && parent != nullptr) return;
  Node* node = tree->make_element(name.local, name.space);
  ++nodes;
  for (const XmlTokens::Value& attribute : tokens.attributes()) {
    if (XmlNamespaces::declares(attribute.name)) continue;
    node->attributes.push_back({tree->keep(attribute.name), tree->keep(attribute.value)});
    ++nodes;
  }
  tree->append(parent, node);
  const bool too_deep = std::cmp_greater(open.size() - record_level, limits.depth);
  if (too_deep) tokens.fault("elements are nested deeper than " + std::to_string(limits.depth));
  if (!too_deep) open.back().node = node;
}

bool XmlRecords::State::start() {
  if (open.size() >= kDeepestCounted) {
    tokens.fault("elements are nested without end");
    return false;
  }
  if (tree) flush();
  spaces.enter(tokens.attributes());
  if (!tree) {
    const XmlNamespaces::Name name = spaces.resolve(tokens.name());
    if (is_record(name.local, name.space, static_cast<int>(open.size()))) {
      tree.emplace();
      record_level = open.size();
      record_offset = tokens.offset();
      nodes = 0;
      cut = false;
    }
  }
  open.push_back({tokens.name(), nullptr});
  ++open_names[tokens.name()];
  if (tree) add_element();
  return tokens.self_closing() && close();
}

bool XmlRecords::State::close() {
  if (tree) flush();
  if (const auto count = open_names.find(open.back().name); --count->second == 0) open_names.erase(count);
  open.pop_back();
  spaces.leave();
  return tree && open.size() == record_level;
}

bool XmlRecords::State::end(std::string_view name) {
  if (!open_names.contains(name)) {
    tokens.fault("</" + std::string(name.substr(0, 100)) + "> ends nothing");
    return false;
  }
  bool ended = false;
  while (open.back().name != name) {
    tokens.fault("<" + open.back().name.substr(0, 100) + "> is not ended");
    ended = close() || ended;
  }
  return close() || ended;
}

std::optional<Tree> XmlRecords::State::finish() {
  given_offset = record_offset;
  given_cut = cut;
  text.clear();
  return std::exchange(tree, std::nullopt);
}

XmlRecords::XmlRecords(ReadBytes read, IsRecord is_record, XmlLimits limits)
    : state_(std::make_unique<State>(std::move(read), std::move(is_record), limits)) {}
XmlRecords::~XmlRecords() = default;

std::optional<Tree> XmlRecords::next() {
  State& s = *state_;
  while (s.tokens.next()) {
    bool ended = false;
    switch (s.tokens.kind()) {
      case XmlTokens::Kind::Text:
        if (s.open.empty() && !is_blank(s.tokens.text())) s.tokens.fault("text outside of all elements");
        s.add_text(s.tokens.text());
        break;
      case XmlTokens::Kind::Start:
        ended = s.start();
        break;
      case XmlTokens::Kind::End:
        ended = s.end(s.tokens.name());
        break;
    }
    if (ended) return s.finish();
  }
  if (!s.open.empty()) s.tokens.fault("the document ends inside of <" + s.open.back().name.substr(0, 100) + ">");
  if (s.tree) {
    s.flush();
    s.open.clear();
    return s.finish();
  }
  return std::nullopt;
}

const std::string& XmlRecords::error() const {
  return state_->tokens.error();
}

std::int64_t XmlRecords::offset() const {
  return static_cast<std::int64_t>(state_->given_offset);
}

bool XmlRecords::cut() const {
  return state_->given_cut;
}

Tree parse_xml(std::string_view bytes, std::string* error, const XmlLimits& limits) {
  const ReadBytes read = [&](std::span<char> into) {
    const std::size_t size = std::min(into.size(), bytes.size());
    std::copy_n(bytes.data(), size, into.data());
    bytes.remove_prefix(size);
    return size;
  };
  XmlRecords records(
      read, [](std::string_view, std::string_view, int depth) { return depth == 0; }, limits);
  std::optional<Tree> tree = records.next();
  if (error != nullptr) *error = records.error();
  return tree ? std::move(*tree) : Tree();
}

}  // namespace morgue::markup
