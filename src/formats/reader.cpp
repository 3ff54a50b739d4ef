// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/reader.h"

#include <utility>

#include "core/error.h"
#include "formats/anpa_message.h"
#include "formats/crawl_reader.h"
#include "formats/csv_reader.h"
#include "formats/feed_reader.h"
#include "formats/html_reader.h"
#include "formats/iptc7901_message.h"
#include "formats/json_lines_reader.h"
#include "formats/json_reader.h"
#include "formats/markdown_reader.h"
#include "formats/news_xml_reader.h"
#include "formats/reuters_reader.h"
#include "formats/text_reader.h"
#include "formats/wide_reader.h"
#include "formats/wire_reader.h"
#include "formats/xml_reader.h"

namespace morgue::formats {

std::unique_ptr<RecordReader> open_reader(Format format, ReaderInput input) {
  constexpr std::size_t kMark = 4;
  if (is_decoded_first(format, input.bytes.peek(kMark))) return open_wide(format, std::move(input));
  switch (format) {
    case Format::JsonLines:
      return std::make_unique<JsonLinesReader>(std::move(input));
    case Format::Json:
      return std::make_unique<JsonReader>(std::move(input));
    case Format::Csv:
      return std::make_unique<CsvReader>(std::move(input), ",;\t|");
    case Format::Tsv:
      return std::make_unique<CsvReader>(std::move(input), "\t");
    case Format::Text:
      return std::make_unique<TextReader>(std::move(input), Record::Kind::Fields);
    case Format::Page:
      return std::make_unique<TextReader>(std::move(input), Record::Kind::Page);
    case Format::Html:
      return std::make_unique<HtmlReader>(std::move(input));
    case Format::Warc:
      return std::make_unique<CrawlReader>(std::move(input));
    case Format::Reuters21578:
      return std::make_unique<ReutersReader>(std::move(input));
    case Format::Nitf:
    case Format::NewsMl:
      return std::make_unique<NewsXmlReader>(std::move(input));
    case Format::Anpa1312:
      return std::make_unique<WireReader>(std::move(input), anpa_fields);
    case Format::Iptc7901:
      return std::make_unique<WireReader>(std::move(input), iptc7901_fields);
    case Format::Markdown:
      return std::make_unique<MarkdownReader>(std::move(input));
    case Format::Feed:
      return open_feed(std::move(input));
    case Format::Xml:
      return std::make_unique<XmlReader>(std::move(input));
      break;
  }
  throw Error(ErrorCode::Internal, "format without a reader");
}

}  // namespace morgue::formats
