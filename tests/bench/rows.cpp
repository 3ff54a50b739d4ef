// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/rows.h"

#include <algorithm>
#include <memory>

#include "query/ast.h"
#include "tests/bench/child.h"

namespace morgue::bench {
namespace {

using Draw = std::function<std::optional<Task>()>;
using Words = Sampler::Words;

constexpr std::int64_t kValues = 40;
constexpr double kCommon = 0.01;
constexpr double kSome = 0.001;

std::string quoted(const std::string& word) {
  return '"' + word + '"';
}

std::string joined(const Words& words, const std::string& between) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : between) + word;
  return all;
}

/// Makes a task of the words drawn, if any were.
Draw draw(std::function<Words()> words, std::function<Task(const Words&)> task) {
  return [words = std::move(words), task = std::move(task)]() -> std::optional<Task> {
    const Words drawn = words();
    if (drawn.empty()) return std::nullopt;
    return task(drawn);
  };
}

/// For Lucene.
Words kind(const std::string& of, Words words) {
  words.insert(words.begin(), of);
  return words;
}

Task all_of(const Words& words) {
  Task task;
  task.query = joined(words, " ");
  for (const auto& word : words) task.match += (task.match.empty() ? "" : " AND ") + quoted(word);
  task.lucene = kind("all", words);
  return task;
}

Task phrase(const Words& words) {
  const std::string text = quoted(joined(words, " "));
  return {text, text, {}, {}, kind("phrase", words)};
}

/// FTS5 counts the words between the two.
Task near(const Words& words) {
  return {words[0] + " w/10 " + words[1],
          "NEAR(" + quoted(words[0]) + ' ' + quoted(words[1]) + ", 9)",
          {},
          {},
          kind("near", words)};
}

/// The bytes of a word that begin and end its letters, for patterns that keep them whole.
std::string letters_of(const std::string& word, std::size_t from, std::size_t count) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((static_cast<unsigned char>(word[i]) & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(word.size());
  from = std::min(from, starts.size() - 1);
  const std::size_t end = std::min(from + count, starts.size() - 1);
  return word.substr(starts[from], starts[end] - starts[from]);
}

std::size_t letter_count(const std::string& word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Task beginning(const Words& words) {
  const std::string start = letters_of(words[0], 0, 4);
  return {start + '*', quoted(start) + " *", {}, {}, {"prefix", start}};
}

Task gap(const Words& words) {
  const std::string pattern = letters_of(words[0], 0, 3) + '*' + letters_of(words[0], letter_count(words[0]) - 3, 3);
  return {pattern, pattern, {}, {}, {"wildcard", pattern}};
}

Task inside(const Words& words) {
  const std::string pattern = '*' + letters_of(words[0], 2, letter_count(words[0]) - 4) + '*';
  return {pattern, pattern, {}, {}, {"wildcard", pattern}};
}

Task fuzzy(const Words& words) {
  return {words[0] + "~1", words[0], {}, {}, {"fuzzy", words[0]}};
}

/// The most frequent values, one after the other.
Draw values(Sampler& sampler, const std::string& of, query::FieldId field) {
  auto left = std::make_shared<std::vector<std::string>>(sampler.values(of, kValues));
  std::ranges::reverse(*left);
  return [left, field, of]() -> std::optional<Task> {
    if (left->empty()) return std::nullopt;
    const std::string value = left->back();
    left->pop_back();
    return Task{query::print(query::Node{query::Exact{field, value}, {}}),
                value,
                {},
                {},
                {of == "source" ? of : of + "s", value}};
  };
}

}  // namespace

std::vector<Row> rows(Ours& ours, Peer& peer, Sampler& sampler) {
  const auto common = draw([&] { return sampler.common(); }, all_of);
  const auto phrases = draw([&] { return sampler.common_phrase(); }, phrase);
  const auto medium = [&](std::size_t letters, std::function<Task(const Words&)> task) {
    return draw([&sampler, letters] { return sampler.medium(letters); }, std::move(task));
  };
  const auto six_months = [&]() -> std::optional<Task> {
    const auto drawn = sampler.dated();
    if (!drawn) return std::nullopt;
    const std::string range = drawn->month + ".." + months_later(drawn->until, -1);
    return Task{drawn->word + " date:" + range,
                quoted(drawn->word),
                drawn->month,
                drawn->until,
                {"between", drawn->month, drawn->until, drawn->word}};
  };

  const auto our_best = [&](const Task& task) { ours.best(task.query); };
  const auto our_total = [&](const Task& task) { ours.total_and_best(task.query); };
  const auto our_newest = [&](const Task& task) { ours.newest(task.query); };
  const auto our_count = [&](const Task& task) { (void)ours.count(task.query); };
  const auto our_facets = [&](const archive::Facet& field, std::size_t limit) {
    return [&ours, field, limit](const Task& task) { ours.facets(task.query, field, limit); };
  };
  const auto best = [&](const Task& task) { peer.best(task.match); };
  const auto total = [&](const Task& task) { peer.total_and_best(task.match); };
  const auto newest = [&](const Task& task) { peer.newest(task.match); };
  const auto by_number = [&](const Task& task) { peer.newest_by_number(task.match); };
  const auto count = [&](const Task& task) { return peer.count(task.match); };
  const auto between = [&](const Task& task) { peer.total_and_best_between(task.match, task.from, task.until); };
  const auto count_between = [&](const Task& task) { return peer.count_between(task.match, task.from, task.until); };
  const auto newest_of = [&](std::string of) {
    return [&peer, of](const Task& task) { peer.newest_of(of, task.match); };
  };
  const auto count_of = [&](std::string of) {
    return [&peer, of](const Task& task) { return peer.count_of(of, task.match); };
  };
  const auto facets = [&](std::string of) { return [&peer, of](const Task& task) { peer.facets(of, task.match); }; };
  const auto like = [&](const Task& task) { peer.total_and_best(peer.words_like(task.match)); };
  const auto count_like = [&](const Task& task) { return peer.count(peer.words_like(task.match)); };
  const auto close = [&](const Task& task) { peer.total_and_best(peer.words_near(task.match, 1)); };
  const auto count_close = [&](const Task& task) { return peer.count(peer.words_near(task.match, 1)); };

  using catalog::FacetField;
  using query::FieldId;
  return {
      {"three common words, total and best 10", draw([&] { return sampler.together(); }, all_of), our_total, total,
       count, kSome, false, "total_and_best"},
      {"phrase of common words, total and best 10", phrases, our_total, total, count, kCommon, false, "total_and_best"},
      {"two-name phrase, total and best 10", draw([&] { return sampler.two_names(); }, phrase), our_total, total, count,
       0, false, "total_and_best"},
      {"common w/10 common, total and best 10", draw([&] { return sampler.near(); }, near), our_total, total, count,
       kSome, false, "total_and_best"},
      {"common word, newest 10", common, our_newest, newest, count, 0, false, "newest"},
      {"common word, newest 10; FTS5 stored by date", common, our_newest, by_number, count, 0},
      {"phrase of common words, newest 10", phrases, our_newest, newest, count, kCommon, false, "newest"},
      {"phrase of common words, newest 10; FTS5 stored by date", phrases, our_newest, by_number, count, kCommon},
      {"source, newest 10", values(sampler, "source", FieldId::Source), our_newest, newest_of("source"),
       count_of("source"), 0, false, "newest"},
      {"topic, newest 10", values(sampler, "topic", FieldId::Topic), our_newest, newest_of("topic"), count_of("topic"),
       0, false, "newest"},
      {"author, newest 10", values(sampler, "author", FieldId::Author), our_newest, newest_of("author"),
       count_of("author"), 0, false, "newest"},
      {"common word in 6 months, total and best 10", six_months, our_total, between, count_between, kSome, false,
       "total_and_best"},
      {"common word, best 10", common, our_best, best, count, 0, false, "best"},
      {"common word, total", common, our_count, [&](const Task& task) { (void)peer.count(task.match); }, count, 0,
       false, "count"},
      {"wildcard abcd*, total and best 10", medium(5, beginning), our_total, total, count, 0, false, "total_and_best"},
      {"wildcard abc*xyz, total and best 10", medium(8, gap), our_total, like, count_like, 0, false, "total_and_best"},
      {"wildcard *inside*, total and best 10", medium(8, inside), our_total, like, count_like, 0, false,
       "total_and_best"},
      {"fuzzy ~1, total and best 10", medium(6, fuzzy), our_total, close, count_close, 0, false, "total_and_best"},
      {"common word, facets by topic", common, our_facets(FacetField::Topic, 10), facets("topic"), count, 0, false,
       "topics"},
      {"common word, facets by author", common, our_facets(FacetField::Author, 10), facets("author"), count, 0, false,
       "authors"},
      {"common word, timeline by month", common, our_facets(PeriodUnit::Month, 0),
       [&](const Task& task) { peer.months(task.match); }, count, 0, false, "months"},
  };
}

Row process_row(Peer& peer, Sampler& sampler, const std::vector<std::string>& morgue_command,
                const std::string& peer_file) {
  const auto our_process = [morgue_command](const Task& task) {
    auto command = morgue_command;
    command.push_back(task.query);
    run_child(std::move(command));
  };
  const auto peer_process = [peer_file](const Task& task) {
    run_child({"sqlite3", "-readonly", "-cmd", "pragma mmap_size = 17179869184", peer_file,
               "select a.published, a.source, t.headline, snippet(news, 2, '<', '>', '...', 30) from news "
               "join articles a on a.id = news.rowid join texts t on t.id = news.rowid where news match '" +
                   task.match + "' order by rank limit 10"});
  };
  return {"whole process: common word, best 10, snippets",
          draw([&] { return sampler.common(); }, all_of),
          our_process,
          peer_process,
          [&peer](const Task& task) { return peer.count(task.match); },
          0,
          true};
}

}  // namespace morgue::bench
