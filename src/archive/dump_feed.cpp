// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/dump_feed.h"

#include <utility>

#include "formats/wide_reader.h"

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
  walk.reserve(files.size());
  for (const IntakeFile& file : files) walk.push_back({file.path, file.inner, file.offset});
  return walk;
}

}  // namespace

DumpFeed::DumpFeed(const IntakeOptions& options)
    : forced_(options.format),
      records_name_(options.records),
      files_(options.files),
      joined_files_(options.extract.mappings),
      walker_(files_.empty() ? io::Walker(options.paths) : io::Walker(to_walk(files_))) {}

std::optional<DumpFeed::Item> DumpFeed::next() {
  while (!ended_) {
    std::optional<What> what = reader_ ? or_broken_off([this] { return read(); }) : open_next();
    if (what) return Item{std::move(*what), format_, place(), walker_.progress()};
  }
  return std::nullopt;
}

template <typename Step>
std::optional<DumpFeed::What> DumpFeed::or_broken_off(const Step& step) {
  try {
    return step();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::Internal) throw;
    return broken_off(error);
  }
}

std::optional<DumpFeed::What> DumpFeed::open_next() {
  auto found = walker_.next();
  if (!found) {
    ended_ = true;
    return std::nullopt;
  }
  if (auto* problem = std::get_if<io::EntryError>(&*found)) return Unreadable{problem->name, problem->error};
  return or_broken_off([&] { return open(std::move(std::get<io::Entry>(*found))); });
}

std::optional<DumpFeed::What> DumpFeed::open(io::Entry found) {
  const bool given_by_name = found.inner.empty();
  reader_.reset();
  input_.reset();
  entry_.emplace(std::move(found));
  input_.emplace(*entry_->bytes);
  records_of_dump_ = 0;
  const std::string_view head = input_->peek(kDetectionBytes);
  const IntakeFile* file = given();
  const bool continued = file != nullptr && file->offset > 0;
  base_ = continued ? *file : IntakeFile{};
  auto known = forced_ ? forced_ : formats::detect(head, entry_->name);
  if (continued) known = formats::Format::JsonLines;
  if (!known && !records_name_.empty() && formats::is_xml(head, entry_->name)) known = formats::Format::Xml;
  if (!forced_ && known && !given_by_name && lies_aside(*known, head)) known.reset();
  if (known && !head.empty()) {
    format_ = *known;
    decoded_ = formats::is_decoded_first(*known, head);
    reader_ = formats::open_reader(*known, {*input_, entry_->name, entry_->inner, {}, records_name_});
    return std::nullopt;
  }
  if (!given_by_name) return Skipped{entry_->name};
  if (head.empty()) {
    return Unreadable{entry_->name, Error(ErrorCode::Input, entry_->name + ": is empty", "nothing to read from it")};
  }
  return Unreadable{entry_->name, unknown(head)};
}

/// Whether the open file belongs to a dump instead of being one.
bool DumpFeed::lies_aside(formats::Format format, std::string_view head) {
  if (joined_files_.empty()) return companions_.include(*entry_, format, head);
  using formats::Format;
  const bool one_text =
      format == Format::Text || format == Format::Page || format == Format::Html || format == Format::Markdown;
  if (one_text && joined_files_.takes(entry_->name)) return true;
  // Data beside pages are not about these where the mapping says how the two belong together.
  return format == Format::Text && companions_.include(*entry_, format, head);
}

std::optional<DumpFeed::What> DumpFeed::read() {
  auto result = reader_->next();
  if (!result) {
    reader_.reset();
    return std::nullopt;
  }
  ++records_of_dump_;
  if (auto* passed = std::get_if<PassedOver>(&*result)) return std::move(*passed);
  if (auto* reject = std::get_if<Reject>(&*result)) {
    shift(reject->where);
    return std::move(*reject);
  }
  auto& record = std::get<Record>(*result);
  shift(record.where);
  return std::move(record);
}

const IntakeFile* DumpFeed::given() const {
  return files_.empty() ? nullptr : &files_[walker_.begun() - 1];
}

/// Readers count from where the dump was begun.
void DumpFeed::shift(Location& where) const {
  where.record += base_.records;
  where.offset += base_.offset;
}

Error DumpFeed::unknown(std::string_view head) const {
  const std::string what = formats::why_no_dump(head, entry_->name);
  if (what.empty()) {
    return {ErrorCode::Input, entry_->name + ": is not a dump of a known format",
            "if it is one, name the format with --format (" + known_formats() + ")"};
  }
  const bool xml = formats::is_xml(head, entry_->name) && what.starts_with("XML");
  return {ErrorCode::Input, entry_->name + ": is " + what + ", not a dump of a known format",
          xml ? "name the element of a record with --records and its fields with --map, or try --format xml"
              : "nothing to read from it"};
}

Reject DumpFeed::broken_off(const Error& error) {
  Reject reject;
  reject.where = {entry_->name, records_of_dump_ + 1, input_ ? input_->offset() : 0};
  shift(reject.where);
  // The place is named already.
  const std::string prefix = entry_->name + ": ";
  reject.reason = error.message().starts_with(prefix) ? error.message().substr(prefix.size()) : error.message();
  reader_.reset();
  return reject;
}

IntakePlace DumpFeed::place() const {
  IntakePlace place;
  place.file = walker_.begun() == 0 ? 0 : walker_.begun() - 1;
  // The reader is gone where the dump broke off.
  place.resumable = reader_ && entry_->as_on_disk && format_ == formats::Format::JsonLines && !decoded_;
  if (input_) place.offset = base_.offset + input_->offset();
  place.records = base_.records + records_of_dump_;
  return place;
}

}  // namespace morgue::archive
