// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/intake.h"

#include "archive/companions.h"
#include "archive/joined_files.h"
#include "formats/reader.h"
#include "io/buffered_input.h"
#include "io/walk.h"

namespace morgue::archive {
namespace {

constexpr std::size_t kDetectionBytes = 64U << 10U;

std::string known_formats() {
  std::string names;
  for (const std::string_view name : formats::format_names()) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

std::vector<io::WalkFile> to_walk(const std::vector<IntakeFile>& files) {
  std::vector<io::WalkFile> walk;
  for (const IntakeFile& file : files) walk.push_back({file.path, file.inner, file.offset});
  return walk;
}

}  // namespace

struct Intake::State {
  explicit State(IntakeOptions given)
      : options(std::move(given)),
        walker(options.files.empty() ? io::Walker(options.paths) : io::Walker(to_walk(options.files))),
        extractor(options.extract),
        joined_files(options.extract.mappings) {}

  /// Opens the next dump. Nothing at the end; an item when there is something to say about it first.
  std::optional<Item> open_next(bool& ended);
  std::optional<Item> open(io::Entry entry);
  [[nodiscard]] const IntakeFile* given() const;
  void shift(Location& where) const;
  [[nodiscard]] Error unknown(std::string_view head) const;
  Item broken_off(const Error& error);

  IntakeOptions options;
  io::Walker walker;
  extract::Extractor extractor;
  JoinedFiles joined_files;
  // The reader refers to the input, and the input to the entry's bytes.
  Companions companions;
  std::optional<io::Entry> entry;
  std::optional<io::BufferedInput> input;
  std::unique_ptr<formats::RecordReader> reader;
  formats::Format format = formats::Format::Text;
  Record record;
  std::int64_t records = 0;
  std::int64_t records_of_dump = 0;
  IntakeFile base;  ///< where the dump was begun
};

std::optional<Intake::Item> Intake::State::open(io::Entry found) {
  const bool given_by_name = found.inner.empty();
  reader.reset();
  input.reset();
  entry.emplace(std::move(found));
  input.emplace(*entry->bytes);
  records_of_dump = 0;
  const std::string_view head = input->peek(kDetectionBytes);
  const IntakeFile* file = given();
  const bool continued = file != nullptr && file->offset > 0;
  base = continued ? *file : IntakeFile{};
  auto known = options.format ? options.format : formats::detect(head, entry->name);
  if (continued) known = formats::Format::JsonLines;
  if (!known && !options.records.empty() && formats::is_xml(head, entry->name)) known = formats::Format::Xml;
  if (!options.format && known && !given_by_name && companions.include(*entry, *known, head)) known.reset();
  if (known && !head.empty()) {
    format = *known;
    reader = formats::open_reader(*known, {*input, entry->name, entry->inner, {}, options.records});
    return std::nullopt;
  }
  if (!given_by_name) return Skipped{entry->name};
  if (head.empty()) {
    return Unreadable{entry->name, Error(ErrorCode::Input, entry->name + ": is empty", "nothing to read from it")};
  }
  return Unreadable{entry->name, unknown(head)};
}

const IntakeFile* Intake::State::given() const {
  return options.files.empty() ? nullptr : &options.files[walker.begun() - 1];
}

/// Readers count from where the dump was begun.
void Intake::State::shift(Location& where) const {
  where.record += base.records;
  where.offset += base.offset;
}

Error Intake::State::unknown(std::string_view head) const {
  const std::string what = formats::why_no_dump(head, entry->name);
  if (what.empty()) {
    return {ErrorCode::Input, entry->name + ": is not a dump of a known format",
            "if it is one, name the format with --format (" + known_formats() + ")"};
  }
  const bool xml = formats::is_xml(head, entry->name) && what.starts_with("XML");
  return {ErrorCode::Input, entry->name + ": is " + what + ", not a dump of a known format",
          xml ? "name the element of a record with --records and its fields with --map, or try --format xml"
              : "nothing to read from it"};
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
  shift(reject.where);
  // The place is named already.
  const std::string prefix = entry->name + ": ";
  reject.reason = error.message().starts_with(prefix) ? error.message().substr(prefix.size()) : error.message();
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
      ++s.records_of_dump;
      if (auto* passed = std::get_if<PassedOver>(&*result)) return std::move(*passed);
      if (auto* reject = std::get_if<Reject>(&*result)) {
        ++s.records;
        s.shift(reject->where);
        return std::move(*reject);
      }
      Record& record = s.record = std::move(std::get<Record>(*result));
      s.shift(record.where);
      if (auto problem = s.joined_files.join(record)) {
        ++s.records;
        return Reject{record.where, std::move(*problem), {}};
      }
      auto extracted = s.extractor.extract(record);
      if (auto* passed = std::get_if<PassedOver>(&extracted)) return std::move(*passed);
      ++s.records;
      if (auto* reject = std::get_if<Reject>(&extracted)) return std::move(*reject);
      return std::move(std::get<Article>(extracted));
    } catch (const Error& error) {
      if (error.code() == ErrorCode::Internal) throw;
      return s.broken_off(error);
    }
  }
  return std::nullopt;
}

const std::vector<std::string>& Intake::remarks() const {
  return state_->extractor.remarks();
}

const Record& Intake::record() const {
  return state_->record;
}

formats::Format Intake::format() const {
  return state_->format;
}

io::RawProgress Intake::progress() const {
  return state_->walker.progress();
}

std::int64_t Intake::records() const {
  return state_->records;
}

IntakePlace Intake::place() const {
  const State& s = *state_;
  IntakePlace place;
  place.file = s.walker.begun() == 0 ? 0 : s.walker.begun() - 1;
  // The reader is gone where the dump broke off.
  place.resumable = s.reader && s.entry->as_on_disk && s.format == formats::Format::JsonLines;
  if (s.input) place.offset = s.base.offset + s.input->offset();
  place.records = s.base.records + s.records_of_dump;
  return place;
}

}  // namespace morgue::archive
