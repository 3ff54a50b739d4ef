// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/article.h"

namespace morgue::render::test {

/// An article that has every field.
inline StoredArticle full_article() {
  StoredArticle a;
  a.id = 12;
  a.key = "harbour/771";
  a.headline = "Dockers vote to end strike";
  a.summary = "The vote was close.";
  a.body = "The union said \"yes\".\n\nWork resumes on Monday.";
  a.authors = {"Ana Dvořák", "Harbour Press"};
  a.published = Timestamp::from_string("1926-05-12T14:05:00+01:00");
  a.published_origin = DateOrigin::Declared;
  a.updated = Timestamp::from_string("1926-05-13");
  a.source = "The Harbour Gazette";
  a.section = "Labour";
  a.topics = {"strike", "unions"};
  a.places = {"Hull"};
  a.people = {"Smith, John"};
  a.organizations = {"Dockers' Union"};
  a.language = "en";
  a.url = "https://gazette.example/771";
  a.dateline = "HULL, May 12";
  a.words = 7;
  a.dump = "may.zip!771.json";
  a.record = 1;
  a.revision = 2;
  a.cluster = 5;
  return a;
}

}  // namespace morgue::render::test
