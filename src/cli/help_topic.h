// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace morgue::cli {

struct TopicRow {
  std::string term;
  std::string meaning;  ///< without a full stop
};

struct TopicSection {
  std::string title;
  std::vector<std::string> paragraphs;
  std::vector<std::string> example;  ///< lines of a file or a session, shown as they are
  std::vector<TopicRow> rows;
};

/// Something to read that is no command: shown by `morgue help NAME`, and as a manual page.
struct Topic {
  std::string name;
  std::string summary;
  int manual = 0;  ///< section of its manual page morgue-NAME; 0: it has none of its own
  std::vector<TopicSection> sections;
};

Topic archive_topic();
Topic map_topic();
Topic config_topic();
Topic receipts_topic();
Topic batch_topic();
Topic coverage_topic();
Topic exit_code_topic();
Topic environment_topic();
/// In the order in which help lists them.
const std::vector<Topic>& topics();

/// A page of 80 columns.
std::string topic_page(const Topic& topic);

}  // namespace morgue::cli
