// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/completion.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/help_topic.h"
#include "cli/query_completion.h"

namespace morgue::cli {
namespace {

/// Options whose values are names in the archive, and of which kind.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNameOptions = {{{"--author", "author"},
                                                                                         {"--topic", "topic"},
                                                                                         {"--source", "source"},
                                                                                         {"--section", "section"},
                                                                                         {"--place", "place"},
                                                                                         {"--person", "person"},
                                                                                         {"--org", "org"},
                                                                                         {"--collection", "collection"},
                                                                                         {"--add", "tagged"},
                                                                                         {"--remove", "tagged"}}};

const OptionOutline* option_named(const CommandOutline& command, const std::string& name) {
  for (const OptionOutline& option : command.options) {
    if (!option.positional && std::ranges::find(option.names, name) != option.names.end()) return &option;
  }
  return nullptr;
}

class Line {
 public:
  Line(const CommandOutline& program, const NameSource& names) : program_(program), chain_{&program}, names_(names) {}

  /// A word that is complete.
  void read(const std::string& word) {
    if (pending_ != nullptr) {
      take_value(*std::exchange(pending_, nullptr), word);
    } else if (!only_arguments_ && word == "--") {
      only_arguments_ = true;
    } else if (!only_arguments_ && word.size() > 1 && word[0] == '-') {
      read_option(word);
    } else if (const CommandOutline* below = arguments_ == 0 ? chain_.back()->find(word) : nullptr) {
      chain_.push_back(below);
    } else {
      ++arguments_;
    }
  }

  /// The word at the cursor.
  [[nodiscard]] Completion offer(const std::string& word) const {
    if (pending_ != nullptr) return values(*pending_, word, "");
    if (!only_arguments_ && word.starts_with('-')) {
      const auto equals = word.find('=');
      if (equals == std::string::npos) return option_names(word);
      const OptionOutline* option = option_in_chain(word.substr(0, equals));
      return option == nullptr ? Completion{} : values(*option, word.substr(equals + 1), word.substr(0, equals + 1));
    }
    Completion out;
    if (arguments_ == 0) {
      for (const CommandOutline& command : chain_.back()->commands) add(out, command.path.back(), command.help, word);
    }
    if (!out.words.empty() || chain_.back()->needs_command) return out;
    if (const OptionOutline* argument = argument_at(arguments_)) return values(*argument, word, "");
    return out;
  }

 private:
  static void add(Completion& out, const std::string& text, const std::string& help, const std::string& typed) {
    if (text.starts_with(typed)) out.words.push_back({text, help});
  }

  [[nodiscard]] const OptionOutline* option_in_chain(const std::string& name) const {
    for (auto command = chain_.rbegin(); command != chain_.rend(); ++command) {
      if (const OptionOutline* option = option_named(**command, name)) return option;
    }
    return nullptr;
  }

  void read_option(const std::string& word) {
    const auto equals = word.find('=');
    const OptionOutline* option = option_in_chain(word.substr(0, equals));
    if (option == nullptr || option->value.empty()) return;
    if (equals == std::string::npos) {
      pending_ = option;
    } else {
      take_value(*option, word.substr(equals + 1));
    }
  }

  void take_value(const OptionOutline& option, const std::string& value) {
    if (option.names.back() == "--archive") archive_ = value;
  }

  [[nodiscard]] Completion option_names(const std::string& typed) const {
    Completion out;
    for (auto command = chain_.rbegin(); command != chain_.rend(); ++command) {
      for (const OptionOutline& option : (*command)->options) {
        if (option.positional) continue;
        for (const std::string& name : option.names) {
          const bool there = std::ranges::any_of(out.words, [&](const auto& word) { return word.text == name; });
          if (!there) add(out, name, option.help, typed);
        }
      }
    }
    return out;
  }

  [[nodiscard]] const OptionOutline* argument_at(std::size_t index) const {
    const OptionOutline* last = nullptr;
    for (const OptionOutline& option : chain_.back()->options) {
      if (!option.positional) continue;
      last = &option;
      if (index-- == 0) return last;
    }
    return last != nullptr && last->repeats ? last : nullptr;
  }

  void add_names(Completion& out, const std::string& kind, const std::string& typed, const std::string& before) const {
    for (const std::string& name : names_({archive_, kind, typed})) out.words.push_back({before + name, kind});
  }

  void add_topics(Completion& out, const std::string& typed) const {
    add(out, "query", "The query language", typed);
    for (const Topic& topic : topics()) add(out, topic.name, topic.summary, typed);
    for (const CommandOutline& command : program_.commands) add(out, command.path.back(), command.help, typed);
  }

  /// Values of an option or argument; `before` stands before each (`--color=`).
  [[nodiscard]] Completion values(const OptionOutline& option, const std::string& typed,
                                  const std::string& before) const {
    Completion out;
    for (const std::string& choice : option.choices) {
      if (choice.starts_with(typed)) out.words.push_back({before + choice, ""});
    }
    if (!option.choices.empty()) return out;
    const std::string& name = option.names.back();
    for (const auto& [option_name, kind] : kNameOptions) {
      if (name == option_name) add_names(out, std::string(kind), typed, before);
    }
    if (!out.words.empty()) return out;
    const std::string& command = chain_.size() > 1 ? chain_[1]->path.front() : name;
    if (option.value == "DIR" || name == "DIR") return {Completion::Kind::Folders, {}};
    if (option.value == "FILE" || name == "PATH" || name == "FILE") return {Completion::Kind::Files, {}};
    if (name == "QUERY" || option.value == "QUERY") {
      for (Candidate& word : complete_query(typed, [&](const std::string&kind, const std::string&prefix) {
             return names_({archive_, kind, prefix});
           })) {
        out.words.push_back({before + word.text, word.help});
      }
    } else if (name == "NAME" && (command == "saved" || command == "watch")) {
      add_names(out, "saved", typed, before);
    } else if (name == "NAME" && command == "collection") {
      add_names(out, "collection", typed, before);
    } else if (name == "TOPIC") {
      add_topics(out, typed);
    }
    return out;
  }

  const CommandOutline& program_;
  std::vector<const CommandOutline*> chain_;  ///< from the program down to the command
  const NameSource& names_;
  const OptionOutline* pending_ = nullptr;
  std::string archive_;
  bool only_arguments_ = false;
  std::size_t arguments_ = 0;
};

}  // namespace

Completion complete(const CommandOutline& program, const std::vector<std::string>& words, const NameSource& names) {
  if (words.empty()) return {};
  Line line(program, names);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) line.read(words[i]);
  return line.offer(words.back());
}

}  // namespace morgue::cli
