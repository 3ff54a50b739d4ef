// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/news_xml_reader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

#include "formats/agency_xml.h"
#include "formats/field_list.h"
#include "formats/newsml1_item.h"
#include "formats/newsml_g2_item.h"
#include "formats/nitf_fields.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

constexpr auto kItems = std::to_array<std::string_view>(
    {"nitf", "NewsItem", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"});

bool is_item(std::string_view name) {
  return std::find(kItems.begin(), kItems.end(), name) != kItems.end();
}

bool holds_items(const markup::Node& root) {
  return is_item(root.name) || std::any_of(kItems.begin(), kItems.end(),
                                           [&](auto name) { return markup::find_first(&root, name) != nullptr; });
}

/// The element of a story, in a document that is of no standard.
std::string own_record(std::string_view head) {
  const markup::Tree document = markup::parse_xml(head);
  if (document.root() == nullptr || holds_items(*document.root())) return {};
  return agency_record(document);
}

}  // namespace

bool is_news_xml(const markup::Tree& document) {
  return document.root() != nullptr && (holds_items(*document.root()) || !agency_record(document).empty());
}

NewsXmlReader::NewsXmlReader(ReaderInput input) : input_(std::move(input)) {
  constexpr std::size_t kSample = 64U << 10U;
  own_ = own_record(input_.bytes.peek(kSample));
  const auto read = [this](std::span<char> into) -> std::size_t {
    if (input_.bytes.buffered().empty() && !input_.bytes.more()) return 0;
    const std::string_view bytes = input_.bytes.buffered();
    const std::size_t size = std::min(bytes.size(), into.size());
    std::memcpy(into.data(), bytes.data(), size);
    input_.bytes.consume(size);
    return size;
  };
  markup::XmlLimits limits;
  limits.record_bytes = input_.limits.record_bytes;
  records_ = std::make_unique<markup::XmlRecords>(
      read,
      [own = own_](std::string_view name, std::string_view, int) {
        return is_item(name) || (!own.empty() && name == own);
      },
      limits);
}

std::optional<ReadItem> NewsXmlReader::next() {
  if (ended_) return std::nullopt;
  const auto tree = records_->next();
  if (tree && tree->root() != nullptr) {
    return item(*tree, {input_.dump, ++count_, records_->offset()});
  }
  ended_ = true;
  if (count_ > 0) return std::nullopt;
  const std::string& error = records_->error();
  return make_reject(
      {input_.dump, ++count_, 0},
      error.empty() ? "there is no item of NITF or NewsML in the document" : "the XML is broken: " + error, {});
}

ReadItem NewsXmlReader::item(const markup::Tree& tree, Location where) {
  if (records_->cut()) {
    return make_reject(std::move(where),
                       "the item is larger than the limit of " + size_words(input_.limits.record_bytes), {});
  }
  const markup::Node& root = *tree.root();
  FieldList fields;
  std::optional<std::string> other_kind;
  if (!is_item(root.name)) {
    add_agency_story(fields, root);
  } else if (root.name == "nitf") {
    add_nitf(fields, root);
  } else if (root.name == "NewsItem") {
    other_kind = add_newsml1(fields, root);
  } else {
    other_kind = add_newsml_g2(fields, root);
  }
  if (other_kind) return PassedOver{std::move(where), std::move(*other_kind)};
  Record record;
  record.where = std::move(where);
  record.fields = fields.take();
  if (record.fields.size() <= input_.limits.fields) return record;
  return make_reject(std::move(record.where),
                     "the item has more than " + std::to_string(input_.limits.fields) + " values", {});
}

}  // namespace morgue::formats
