// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/receipt_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/timestamp.h"
#include "formats/json_flatten.h"
#include "formats/reject.h"
#include "io/buffered_input.h"
#include "io/raw_file.h"
#include "render/json_writer.h"

namespace morgue::cli {
namespace {

using formats::counted;

constexpr int kFormatVersion = 1;
constexpr std::string_view kMark = "{\"morgue_receipt\":";
constexpr std::string_view kMarkName = "morgue_receipt";
constexpr std::size_t kLargest = std::size_t{1} << 30U;
constexpr const char* kHint =
    "use the receipt as it was written, or take a new one with: morgue search ... --receipt FILE";

std::string time_text(std::int64_t seconds) {
  const auto time = Timestamp::from_utc_seconds(seconds);
  return time ? time->to_string() : std::string();
}

void write_filters(render::JsonWriter& json, const archive::Receipt& receipt) {
  json.key("filters").begin_object();
  for (std::size_t i = 0; i < receipt.filters.size(); ++i) {
    const auto& [name, value] = receipt.filters[i];
    if (i == 0 || receipt.filters[i - 1].first != name) json.key(name).begin_array();
    json.string(value);
    if (i + 1 == receipt.filters.size() || receipt.filters[i + 1].first != name) json.end_array();
  }
  json.end_object();
}

template <typename Number>
void write_column(render::JsonWriter& json, std::string_view name, const archive::Receipt& receipt, Number number) {
  json.key(name).begin_array();
  for (const auto& match : receipt.matches) json.integer(match.*number);
  json.end_array();
}

/// All but the end: what the hash at the end is of.
std::string body_of(const archive::Receipt& receipt) {
  using archive::ReceiptMatch;
  render::JsonWriter json;
  json.begin_object().key(kMarkName).integer(kFormatVersion).key("query").string(receipt.query);
  write_filters(json, receipt);
  json.key("tree").string(receipt.tree).key("morgue").string(receipt.morgue).key("analyser").string(receipt.analyser);
  const auto& state = receipt.state;
  json.key("archive").begin_object().key("id").string(state.archive).key("articles").integer(state.articles);
  json.key("run").integer(state.run).key("seq").integer(state.seq).key("time").string(time_text(state.time));
  json.end_object().key("total").integer(static_cast<std::int64_t>(receipt.matches.size()));
  json.key("ids_hash").string(receipt.ids_hash).key("matches").begin_object();
  write_column(json, "id", receipt, &ReceiptMatch::id);
  write_column(json, "revision", receipt, &ReceiptMatch::revision);
  write_column(json, "seq", receipt, &ReceiptMatch::seq);
  json.key("canceled").begin_array();
  for (const auto& match : receipt.matches) {
    if (match.canceled) json.integer(match.id);
  }
  json.end_array().end_object();
  return json.take();
}

std::string contents_of(const std::string& path) {
  io::RawFile file(path);
  std::string text;
  std::array<char, 1U << 16U> block{};
  while (const std::size_t got = file.read(block)) {
    text.append(block.data(), got);
    if (text.size() > kLargest) throw Error(ErrorCode::Input, path + ": is no receipt: it is larger than 1 GiB", kHint);
  }
  return text;
}

/// The members of a receipt by their path.
class Members {
 public:
  Members(const std::string& path, std::string text) : path_(path) {
    const std::size_t size = text.size();
    text.resize(size + io::BufferedInput::kPadding);
    const formats::ReaderLimits limits{kLargest, 8, kLargest};
    const auto problem = formats::JsonFlattener(limits).flatten(std::string_view(text).substr(0, size), fields_);
    if (problem) refuse(*problem + " (it has " + std::to_string(size) + " bytes)");
    for (std::size_t i = 0; i < fields_.size(); ++i) by_path_[fields_[i].path].push_back(i);
  }

  [[noreturn]] void refuse(const std::string& problem) const {
    throw Error(ErrorCode::Input, path_ + ": is no sound receipt: " + problem, kHint);
  }

  [[nodiscard]] bool has(const std::string& name) const { return by_path_.contains(name); }
  /// Empty where there is none: the reader of JSON passes over empty texts.
  [[nodiscard]] std::string text(const std::string& name) const {
    const auto& places = at(name);
    if (places.size() > 1) refuse(name + " has more than one value");
    return places.empty() ? std::string() : fields_[places.front()].value;
  }
  [[nodiscard]] std::int64_t number(const std::string& name) const {
    const auto all = numbers(name);
    if (all.size() != 1) refuse(name + (all.empty() ? " is missing" : " has more than one value"));
    return all.front();
  }
  [[nodiscard]] std::vector<std::int64_t> numbers(const std::string& name) const {
    std::vector<std::int64_t> out;
    for (const std::size_t place : at(name)) {
      const std::string& value = fields_[place].value;
      const char* end = value.data() + value.size();
      std::int64_t number = 0;
      const auto [stop, error] = std::from_chars(value.data(), end, number);
      if (error != std::errc{} || stop != end || fields_[place].kind != Field::Kind::Number) {
        refuse("value " + std::to_string(out.size() + 1) + " of " + name + " is not a whole number");
      }
      out.push_back(number);
    }
    return out;
  }
  /// Those below `prefix`, in the order of the file.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> below(std::string_view prefix) const {
    std::vector<std::pair<std::string, std::string>> out;
    for (const Field& field : fields_) {
      if (field.path.starts_with(prefix)) out.emplace_back(field.path.substr(prefix.size()), field.value);
    }
    return out;
  }

 private:
  [[nodiscard]] const std::vector<std::size_t>& at(const std::string& name) const {
    static const std::vector<std::size_t> none;
    const auto found = by_path_.find(name);
    return found == by_path_.end() ? none : found->second;
  }

  const std::string& path_;
  std::vector<Field> fields_;
  std::map<std::string, std::vector<std::size_t>> by_path_;
};

std::vector<archive::ReceiptMatch> matches_of(const Members& members) {
  const auto ids = members.numbers("matches.id");
  const auto revisions = members.numbers("matches.revision");
  const auto seqs = members.numbers("matches.seq");
  for (const auto& [name, size] : {std::pair("matches.revision", revisions.size()), {"matches.seq", seqs.size()}}) {
    if (size != ids.size()) {
      members.refuse(std::string(name) + " has " + counted(size, "number") + ", matches.id has " +
                     std::to_string(ids.size()));
    }
  }
  if (members.number("total") != static_cast<std::int64_t>(ids.size())) {
    members.refuse("total is " + members.text("total") + ", matches.id has " + counted(ids.size(), "number"));
  }
  auto canceled = members.numbers("matches.canceled");
  std::ranges::sort(canceled);
  std::vector<archive::ReceiptMatch> matches;
  matches.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    matches.push_back({ids[i], revisions[i], seqs[i], std::ranges::binary_search(canceled, ids[i])});
  }
  return matches;
}

archive::Receipt receipt_of(const Members& members) {
  archive::Receipt receipt;
  receipt.query = members.text("query");
  receipt.filters = members.below("filters.");
  receipt.tree = members.text("tree");
  receipt.morgue = members.text("morgue");
  receipt.analyser = members.text("analyser");
  const auto time = Timestamp::from_string(members.text("archive.time"));
  if (!time) members.refuse("archive.time is no time");
  receipt.state = {members.text("archive.id"), members.number("archive.articles"), members.number("archive.run"),
                   members.number("archive.seq"), time->utc_seconds()};
  receipt.matches = matches_of(members);
  receipt.ids_hash = members.text("ids_hash");
  if (receipt.ids_hash != archive::hash_of_ids(receipt.matches)) {
    members.refuse("the numbers of matches.id do not agree with ids_hash");
  }
  return receipt;
}

}  // namespace

std::string receipt_json(const archive::Receipt& receipt) {
  const std::string body = body_of(receipt);
  return body + ",\"receipt_hash\":\"" + archive::text_hash(body) + "\"}\n";
}

archive::Receipt read_receipt(const std::string& path) {
  const Members members(path, contents_of(path));
  if (!members.has(std::string(kMarkName))) members.refuse("there is no " + std::string(kMarkName) + " in it");
  const std::int64_t version = members.number(std::string(kMarkName));
  if (version > kFormatVersion) {
    throw Error(ErrorCode::Version,
                path + ": is a receipt of format " + std::to_string(version) + "; this program reads format " +
                    std::to_string(kFormatVersion),
                "use a version of morgue that is at least " + members.text("morgue") + ", which wrote it");
  }
  archive::Receipt receipt = receipt_of(members);
  // Made again from what was read, so that who has it set by another program may do so.
  if (members.text("receipt_hash") != archive::text_hash(body_of(receipt))) {
    members.refuse("its members do not agree with receipt_hash: something in it is not as it was written");
  }
  return receipt;
}

bool looks_like_receipt(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kMark.size(), '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return file && head == kMark;
}

}  // namespace morgue::cli
