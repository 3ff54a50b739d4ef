// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/yaml_fields.h"

#include <yaml.h>

#include <map>
#include <utility>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

std::string_view view(const yaml_char_t* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}

std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// A scalar without quotes that stands for nothing or for a truth.
bool is_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool is_boolean(std::string_view text) {
  return text == "true" || text == "false" || text == "True" || text == "False";
}

class Event {
 public:
  Event() = default;
  ~Event() { yaml_event_delete(&event_); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  yaml_event_t* operator->() { return &event_; }
  yaml_event_t* get() { return &event_; }

 private:
  yaml_event_t event_{};
};

/// Walks the events with a stack of its own, so that no nesting can exhaust the program's.
class Walk {
 public:
  Walk(std::string_view yaml, const ReaderLimits& limits, std::vector<Field>& fields)
      : limits_(limits), fields_(fields) {
    ready_ = yaml_parser_initialize(&parser_) != 0;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(yaml.data()), yaml.size());
  }
  ~Walk() {
    if (ready_) yaml_parser_delete(&parser_);
  }
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;

  std::optional<std::string> run() {
    if (!ready_) return "there is no memory for it";
    while (true) {
      Event event;
      if (yaml_parser_parse(&parser_, event.get()) == 0) return problem();
      if (event->type == YAML_STREAM_END_EVENT || event->type == YAML_DOCUMENT_END_EVENT) return std::nullopt;
      if (auto failure = take(event)) return failure;
    }
  }

 private:
  struct Level {
    bool mapping = false;
    bool at_key = true;      ///< of a mapping: the next scalar is a key
    std::size_t prefix = 0;  ///< size of the path around it
  };

  [[nodiscard]] std::string problem() const {
    return std::string(view(reinterpret_cast<const yaml_char_t*>(parser_.problem))) + " (line " +
           std::to_string(parser_.problem_mark.line + 1) + ")";
  }

  std::optional<std::string> take(Event& event) {
    switch (event->type) {
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT:
        if (std::cmp_greater_equal(levels_.size(), limits_.nesting)) {
          return "values are nested deeper than " + std::to_string(limits_.nesting) + " levels";
        }
        levels_.push_back({event->type == YAML_MAPPING_START_EVENT, true, path_.size()});
        return std::nullopt;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        path_.resize(levels_.back().prefix);
        levels_.pop_back();
        ended();
        return std::nullopt;
      case YAML_SCALAR_EVENT:
        return scalar(event);
      case YAML_ALIAS_EVENT: {
        const auto known = anchors_.find(std::string(view(event->data.alias.anchor)));
        return known == anchors_.end() ? ended() : value(known->second, true);
      }
      default:
        return std::nullopt;
    }
  }

  /// A value, whatever it was, is over: what comes next in a mapping is a key.
  std::optional<std::string> ended() {
    if (levels_.empty() || !levels_.back().mapping) return std::nullopt;
    Level& level = levels_.back();
    if (!level.at_key) path_.resize(level.prefix);
    level.at_key = !level.at_key;
    return std::nullopt;
  }

  std::optional<std::string> scalar(Event& event) {
    const auto& data = event->data.scalar;
    const std::string_view text = view(data.value, data.length);
    constexpr std::size_t kLongestAnchored = 4096;
    constexpr std::size_t kMostAnchors = 1000;
    if (data.anchor != nullptr && text.size() <= kLongestAnchored && anchors_.size() < kMostAnchors)
      anchors_.insert_or_assign(std::string(view(data.anchor)), std::string(text));
    if (levels_.empty()) return is_null(text) ? std::nullopt : std::optional<std::string>("it names no values");
    Level& level = levels_.back();
    if (!level.mapping || !level.at_key) return value(text, data.style == YAML_PLAIN_SCALAR_STYLE);
    constexpr std::size_t kLongestPath = 1024;
    if (text.size() + path_.size() > kLongestPath) return "a name is longer than " + size_words(kLongestPath);
    if (!path_.empty()) path_ += '.';
    path_ += text;
    level.at_key = false;
    return std::nullopt;
  }

  std::optional<std::string> value(std::string_view text, bool plain) {
    const bool nothing = text.empty() || (plain && is_null(text));
    if (!nothing && !path_.empty()) {
      if (fields_.size() >= limits_.fields) return "it has more than " + counted(limits_.fields, "value");
      fields_.push_back(
          {path_, std::string(text), plain && is_boolean(text) ? Field::Kind::Boolean : Field::Kind::Text});
    }
    return ended();
  }

  const ReaderLimits& limits_;
  std::vector<Field>& fields_;
  yaml_parser_t parser_{};
  bool ready_ = false;
  std::vector<Level> levels_;
  std::string path_;
  std::map<std::string, std::string> anchors_;
};

}  // namespace

std::optional<std::string> yaml_fields(std::string_view yaml, const ReaderLimits& limits, std::vector<Field>& fields) {
  return Walk(yaml, limits, fields).run();
}

}  // namespace morgue::formats
