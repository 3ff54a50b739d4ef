// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/export.h"

#include "core/error.h"
#include "render/citation.h"
#include "render/columns.h"

namespace morgue::render {
namespace {

Subject subject_of(const StoredArticle& article) {
  return {.article = &article, .stored = &article};
}

class JsonLinesExport : public ExportWriter {
 public:
  /// `annotated`: of articles that researchers wrote something on.
  JsonLinesExport(Columns columns, Columns annotated)
      : columns_(std::move(columns)), annotated_(std::move(annotated)) {}

  std::string add(const StoredArticle& article) override {
    JsonWriter json;
    write_object(json, is_annotated(article) ? annotated_ : columns_, subject_of(article));
    return json.take() + "\n";
  }

 private:
  Columns columns_;
  Columns annotated_;
};

class CsvExport : public ExportWriter {
 public:
  explicit CsvExport(Columns columns) : columns_(std::move(columns)) {}

  std::string begin() override {
    CsvWriter csv(',');
    write_header(csv, columns_);
    return csv.take();
  }
  std::string add(const StoredArticle& article) override {
    CsvWriter csv(',');
    write_row(csv, columns_, subject_of(article));
    return csv.take();
  }

 private:
  Columns columns_;
};

/// RIS and BibTeX: one reference after the other.
class ReferenceExport : public ExportWriter {
 public:
  using Reference = std::string (*)(const StoredArticle&);
  explicit ReferenceExport(Reference reference) : reference_(reference) {}

  std::string add(const StoredArticle& article) override { return reference_(article); }

 private:
  Reference reference_;
};

class CslJsonExport : public ExportWriter {
 public:
  std::string begin() override { return "["; }
  std::string add(const StoredArticle& article) override {
    std::string out = first_ ? "\n" : ",\n";
    first_ = false;
    return out + csl_json_reference(article);
  }
  std::string end() override { return "\n]\n"; }

 private:
  bool first_ = true;
};

bool is_of_search(const Field& field) {
  return field.of == Field::Of::Search || field.of == Field::Of::Collapse;
}

Columns whole_article(bool annotated) {
  Columns columns;
  for (const Field& field : all_fields()) {
    if (!is_of_search(field) && (annotated || field.of != Field::Of::Researcher)) columns.emplace_back(field);
  }
  return columns;
}

Columns columns_of(const std::vector<std::string>& fields) {
  Columns columns = columns_named(fields);
  for (const Field& field : columns) {
    if (!is_of_search(field)) continue;
    throw Error(ErrorCode::Usage, "an export has no " + std::string(field.name), "only search has it");
  }
  return columns;
}

}  // namespace

const std::vector<std::string>& export_formats() {
  static const std::vector<std::string> formats = {"jsonl", "csv", "ris", "bibtex", "csl-json"};
  return formats;
}

std::unique_ptr<ExportWriter> export_writer(std::string_view format, const std::vector<std::string>& fields) {
  if (format == "jsonl") {
    if (!fields.empty()) return std::make_unique<JsonLinesExport>(columns_of(fields), columns_of(fields));
    return std::make_unique<JsonLinesExport>(whole_article(false), whole_article(true));
  }
  if (format == "csv") {
    Columns columns = fields.empty() ? whole_article(false) : columns_of(fields);
    if (fields.empty()) std::erase_if(columns, [](const Field& field) { return field.name == "body"; });
    return std::make_unique<CsvExport>(std::move(columns));
  }
  if (!fields.empty()) {
    throw Error(ErrorCode::Usage, "--fields does not go with --to " + std::string(format),
                "references have the fields of their format; choose fields with jsonl or csv");
  }
  if (format == "ris") return std::make_unique<ReferenceExport>(ris_reference);
  if (format == "bibtex") return std::make_unique<ReferenceExport>(bibtex_reference);
  if (format == "csl-json") return std::make_unique<CslJsonExport>();
  throw Error(ErrorCode::Usage, "there is no export format \"" + std::string(format) + "\"",
              "formats are jsonl, csv, ris, bibtex, csl-json");
}

}  // namespace morgue::render
