// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_flatten.h"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <utility>

#include "formats/json_repair.h"
#include "formats/json_scan.h"
#include "formats/json_string.h"
#include "formats/reject.h"
#include "io/buffered_input.h"
#include "text/utf8.h"

namespace morgue::formats {
namespace {

namespace ondemand = simdjson::ondemand;

static_assert(io::BufferedInput::kPadding >= simdjson::SIMDJSON_PADDING);

/// Keys of one record, joined; a hostile record could otherwise multiply one long key by many values.
constexpr std::size_t kLongestPath = 1024;
/// A parser that has seen a giant record is replaced: it needs several times the record's size.
constexpr std::size_t kKeptCapacity = 16U << 20U;

/// JSON's grammar of numbers, which is also what makes a value fit to be stored as written.
bool is_number(std::string_view text) {
  std::size_t pos = 0;
  const auto digits = [&] {
    const std::size_t begin = pos;
    while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9') ++pos;
    return pos > begin;
  };
  if (pos < text.size() && text[pos] == '-') ++pos;
  const bool zero = pos < text.size() && text[pos] == '0';
  const std::size_t whole = pos;
  if (!digits() || (zero && pos > whole + 1)) return false;
  if (pos < text.size() && text[pos] == '.' && (++pos, !digits())) return false;
  if (pos < text.size() && (text[pos] == 'e' || text[pos] == 'E')) {
    ++pos;
    if (pos < text.size() && (text[pos] == '+' || text[pos] == '-')) ++pos;
    if (!digits()) return false;
  }
  return pos == text.size();
}

std::string words_for(simdjson::error_code code) {
  switch (code) {
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "a string contains a raw control character, such as a tab or a line break";
    case simdjson::STRING_ERROR:
      return "a string contains an escape that JSON does not have";
    case simdjson::NUMBER_ERROR:
      return "a number is malformed";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "a word is neither a string nor true, false or null";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "an object or a list is not closed";
    case simdjson::DEPTH_ERROR:
      return "objects or lists are nested too deeply";
    case simdjson::EMPTY:
      return "it is empty";
    case simdjson::TAPE_ERROR:
      return "a comma, a colon, a quote or a bracket is missing or out of place";
    default:
      return simdjson::error_message(code);
  }
}

/// Walks the values of one record. Every function returns false after a failure, which is then in `problem`.
class Walk {
 public:
  Walk(const ReaderLimits& limits, std::vector<Field>& fields) : limits_(limits), fields_(fields) {}

  bool object(ondemand::object object, int depth) {
    const std::size_t parent = path_.size();
    for (auto item : object) {
      ondemand::field field;
      if (const auto error = std::move(item).get(field)) return fail(error);
      if (parent > 0) path_ += '.';
      if (append_json_string(field.key().raw(), path_) == nullptr) return fail(simdjson::STRING_ERROR);
      if (path_.size() > kLongestPath) return fail("a field name is longer than " + size_words(kLongestPath));
      if (!value(field.value(), depth)) return false;
      path_.resize(parent);
    }
    return true;
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }
  bool fail(simdjson::error_code code) {
    if (code == simdjson::MEMALLOC) throw std::bad_alloc();  // nothing is wrong with the record
    return fail("it is not valid JSON: " + words_for(code));
  }
  bool fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }

 private:
  bool value(ondemand::value value, int depth) {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return fail(error);
    const bool nests = type == ondemand::json_type::object || type == ondemand::json_type::array;
    if (nests && depth >= limits_.nesting) {
      return fail("objects or lists are nested deeper than " + std::to_string(limits_.nesting) + " levels");
    }
    switch (type) {
      case ondemand::json_type::object: {
        ondemand::object inner;
        if (const auto error = value.get_object().get(inner)) return fail(error);
        return object(inner, depth + 1);
      }
      case ondemand::json_type::array: {
        ondemand::array inner;
        if (const auto error = value.get_array().get(inner)) return fail(error);
        for (auto item : inner) {
          ondemand::value element;
          if (const auto error = std::move(item).get(element)) return fail(error);
          if (!this->value(element, depth + 1)) return false;
        }
        return true;
      }
      case ondemand::json_type::string: {
        ondemand::raw_json_string raw;
        if (const auto error = value.get_raw_json_string().get(raw)) return fail(error);
        std::string text;
        if (append_json_string(raw.raw(), text) == nullptr) return fail(simdjson::STRING_ERROR);
        return add(std::move(text), Field::Kind::Text);
      }
      default:
        return scalar(trimmed(value.raw_json_token()));
    }
  }

  bool scalar(std::string_view token) {
    if (token == "null") return true;
    if (token == "true" || token == "false") return add(std::string(token), Field::Kind::Boolean);
    if (is_number(token)) return add(std::string(token), Field::Kind::Number);
    const bool like_number = !token.empty() && (token[0] == '-' || (token[0] >= '0' && token[0] <= '9'));
    return fail(like_number ? simdjson::NUMBER_ERROR : simdjson::T_ATOM_ERROR);
  }

  bool add(std::string value, Field::Kind kind) {
    if (value.empty()) return true;
    if (fields_.size() >= limits_.fields) return fail("it has more than " + counted(limits_.fields, "value"));
    fields_.push_back({path_, std::move(value), kind});
    return true;
  }

  const ReaderLimits& limits_;
  std::vector<Field>& fields_;
  std::string path_;
  std::string problem_;
};

}  // namespace

struct JsonFlattener::State {
  ReaderLimits limits;
  ondemand::parser parser;
  std::string repaired;

  /// The reason of a failure; empty when there is none.
  std::string parse(std::string_view json, std::size_t capacity, std::vector<Field>& fields, bool& bad_utf8) {
    Walk walk(limits, fields);
    ondemand::document document;
    auto error = parser.iterate(simdjson::padded_string_view(json.data(), json.size(), capacity)).get(document);
    bad_utf8 = error == simdjson::UTF8_ERROR;
    ondemand::json_type type{};
    if (!error) error = document.type().get(type);
    if (!error && type != ondemand::json_type::object) return "it is JSON but not an object with named fields";
    ondemand::object object;
    if (!error) error = document.get_object().get(object);
    if (error) {
      walk.fail(error);
    } else if (walk.object(object, 1) && document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
      walk.fail(std::string("there is more text behind the end of the object"));
    }
    return walk.problem();
  }
};

JsonFlattener::JsonFlattener(const ReaderLimits& limits) : state_(std::make_unique<State>()) {
  state_->limits = limits;
}
JsonFlattener::~JsonFlattener() = default;

std::optional<std::string> JsonFlattener::flatten(std::string_view json, std::vector<Field>& fields) {
  const std::size_t before = fields.size();
  bool bad_utf8 = false;
  std::string problem = state_->parse(json, json.size() + io::BufferedInput::kPadding, fields, bad_utf8);
  if (bad_utf8) {
    state_->repaired = text::repair_utf8(json);
    const std::size_t size = state_->repaired.size();
    state_->repaired.resize(size + io::BufferedInput::kPadding);
    problem =
        state_->parse(std::string_view(state_->repaired).substr(0, size), state_->repaired.size(), fields, bad_utf8);
  }
  if (!problem.empty()) {
    // After any damage: a sound record is not to be read twice.
    if (std::string repaired = without_nan(json); !repaired.empty()) {
      fields.resize(before);
      state_->repaired = text::repair_utf8(repaired);
      const std::size_t size = state_->repaired.size();
      state_->repaired.resize(size + io::BufferedInput::kPadding);
      problem =
          state_->parse(std::string_view(state_->repaired).substr(0, size), state_->repaired.size(), fields, bad_utf8);
    }
  }
  if (json.size() > kKeptCapacity) {
    state_->parser = ondemand::parser();
    state_->repaired = std::string();
  }
  if (problem.empty()) return std::nullopt;
  return problem;
}

}  // namespace morgue::formats
