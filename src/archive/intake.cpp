// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/intake.h"

#include <filesystem>

#include "formats/reader.h"
#include "io/buffered_input.h"
#include "io/walk.h"

namespace morgue::archive {
namespace {

constexpr std::size_t kDetectionBytes = 64U << 10U;

/// Plain text beside structured dumps describes them (Reuters-21578 comes with such notes); articles as text files come
/// in folders of their own. Only asked for files of a walked folder.
class CompanionNotes {
 public:
  bool holds(const std::string& file) {
    const auto folder = std::filesystem::path(file).parent_path();
    if (folder != folder_) {
      folder_ = folder;
      beside_dumps_ = false;
      std::error_code unreadable;
      for (const auto& sibling : std::filesystem::directory_iterator(folder, unreadable)) {
        beside_dumps_ = beside_dumps_ || formats::structured_by_name(sibling.path().filename().string());
      }
    }
    return beside_dumps_;
  }

 private:
  std::filesystem::path folder_;
  bool beside_dumps_ = false;
};

std::string known_formats() {
  std::string names;
  for (const std::string_view name : formats::format_names()) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

}  // namespace

struct Intake::State {
  explicit State(IntakeOptions given) : options(std::move(given)), walker(options.paths), extractor(options.extract) {}

  /// Opens the next dump. Nothing at the end; an item when there is something to say about it first.
  std::optional<Item> open_next(bool& ended);
  std::optional<Item> open(io::Entry entry);
  Item broken_off(const Error& error);

  IntakeOptions options;
  io::Walker walker;
  extract::Extractor extractor;
  // The reader refers to the input, and the input to the entry's bytes.
  CompanionNotes notes;
  std::optional<io::Entry> entry;
  std::optional<io::BufferedInput> input;
  std::unique_ptr<formats::RecordReader> reader;
  std::int64_t records = 0;
  std::int64_t records_of_dump = 0;
};

std::optional<Intake::Item> Intake::State::open(io::Entry found) {
  const bool given_by_name = found.inner.empty();
  reader.reset();
  input.reset();
  entry.emplace(std::move(found));
  input.emplace(*entry->bytes);
  records_of_dump = 0;
  const std::string_view head = input->peek(kDetectionBytes);
  auto format = options.format ? options.format : formats::detect(head, entry->name);
  if (!options.format && format == formats::Format::Text && !given_by_name && notes.holds(entry->name)) format.reset();
  if (format && !head.empty()) {
    reader = formats::open_reader(*format, {*input, entry->name, entry->inner, {}});
    return std::nullopt;
  }
  if (!given_by_name) return Skipped{entry->name};
  if (head.empty()) {
    return Unreadable{entry->name, Error(ErrorCode::Input, entry->name + ": is empty", "nothing to read from it")};
  }
  return Unreadable{entry->name, Error(ErrorCode::Input, entry->name + ": is not a dump of a known format",
                                       "if it is one, name the format with --format (" + known_formats() + ")")};
}

std::optional<Intake::Item> Intake::State::open_next(bool& ended) {
  auto found = walker.next();
  if (!found) {
    ended = true;
    return std::nullopt;
  }
  if (auto* problem = std::get_if<io::EntryError>(&*found)) return Unreadable{problem->name, problem->error};
  try {
    return open(std::move(std::get<io::Entry>(*found)));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::Internal) throw;
    return broken_off(error);
  }
}

Intake::Item Intake::State::broken_off(const Error& error) {
  Reject reject;
  reject.where = {entry->name, records_of_dump + 1, input ? input->offset() : 0};
  reject.reason = error.message();
  reader.reset();
  ++records;
  return reject;
}

Intake::Intake(IntakeOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Intake::~Intake() = default;

std::optional<Intake::Item> Intake::next() {
  State& s = *state_;
  while (s.options.limit == 0 || s.records < s.options.limit) {
    if (!s.reader) {
      bool ended = false;
      if (auto item = s.open_next(ended)) return item;
      if (ended) return std::nullopt;
      continue;
    }
    try {
      auto result = s.reader->next();
      if (!result) {
        s.reader.reset();
        continue;
      }
      ++s.records;
      ++s.records_of_dump;
      if (auto* reject = std::get_if<Reject>(&*result)) return std::move(*reject);
      auto extracted = s.extractor.extract(std::get<Record>(*result));
      if (auto* reject = std::get_if<Reject>(&extracted)) return std::move(*reject);
      return std::move(std::get<Article>(extracted));
    } catch (const Error& error) {
      if (error.code() == ErrorCode::Internal) throw;
      return s.broken_off(error);
    }
  }
  return std::nullopt;
}

io::RawProgress Intake::progress() const {
  return state_->walker.progress();
}

std::int64_t Intake::records() const {
  return state_->records;
}

}  // namespace morgue::archive
