// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/power/scenario.h"

#include <algorithm>
#include <random>

namespace morgue::power {
namespace {

constexpr const char* kWorld = "WORLD/";
constexpr const char* kSecret = "Penhaligon";

std::string record(std::mt19937& random, int number, const std::string& source) {
  static const std::vector<std::string> words = {"harbour", "ferry", "council", "strike", "grain", "storm",
                                                 "market",  "union", "quay",    "fog",    "tram",  "budget"};
  std::string body;
  for (auto w = 20 + random() % 60; w > 0; --w) body += words[random() % words.size()] + " ";
  const std::string secret = number == 4 ? std::string(kSecret) + " refused to comment" : "";
  return R"({"id":"k)" + std::to_string(number) + R"(","title":"Story )" + std::to_string(number) + " " + source +
         secret + R"(","text":")" + secret + body + R"(","date":")" + std::to_string(1990 + number % 30) + "-05-0" +
         std::to_string(1 + number % 9) + R"(","author":"Ann Lee"})" + "\n";
}

void write_dump(const std::filesystem::path& file, unsigned seed, int first, int records) {
  std::mt19937 random(seed);
  std::ofstream out(file, std::ios::binary);
  for (int i = 0; i < records; ++i) out << record(random, first + i, file.stem().string());
}

Step on(std::vector<std::string> arguments, std::vector<int> exit_codes = {0}) {
  arguments.insert(arguments.begin(), {"--archive", "WORLD/archive"});
  return {std::move(arguments), std::move(exit_codes)};
}

Step ingest(std::vector<std::string> dumps) {
  for (std::string& dump : dumps) dump = "WORLD/in/" + dump + ".jsonl";
  dumps.insert(dumps.begin(), "ingest");
  return on(std::move(dumps));
}

}  // namespace

void write_dumps(const std::filesystem::path& world) {
  std::filesystem::create_directories(world / "in");
  write_dump(world / "in/a.jsonl", 1, 0, 60);
  write_dump(world / "in/b.jsonl", 2, 40, 60);  // revises 20 of a
  write_dump(world / "in/c.jsonl", 3, 90, 30);
}

std::vector<Scenario> all_scenarios() {
  const std::vector<std::string> few = {"a"};
  const Step collect = on({"collection", "add", "all", "WORLD/in"});
  const std::vector<std::string> takedown = {"takedown", "5", "--purge", "--yes", "--reason", "court order"};
  const Step purge = on(takedown);
  // Once the takedown is committed, the same command says that it was; the next one that writes finishes it.
  const Step purge_again = on(takedown, {0, 2});
  const Step reindex = on({"reindex"});
  const Step backup = on({"backup", "WORLD/copies/backup"});
  return {
      {"first ingest", {}, ingest({"a", "b"}), {ingest({"a", "b"})}},
      {"ingest of more", {ingest({"a"})}, ingest({"b", "c"}), {ingest({"b", "c"})}},
      {"reindex", {ingest(few), collect}, reindex, {reindex}},
      {"reindex of all", {ingest(few), ingest({"b"})}, on({"reindex", "--full"}), {on({"reindex", "--full"})}},
      {"takedown", {ingest({"a", "b"})}, purge, {purge_again, reindex}, "archive", kSecret},
      {"compact", {ingest(few), ingest({"c"})}, on({"compact"}), {on({"compact"})}},
      {"first backup", {ingest({"a", "b"})}, backup, {backup}, "copies/backup"},
      {"second backup",
       {ingest(few), backup, ingest({"b"}), on({"reindex", "--full"})},
       backup,
       {backup},
       "copies/backup"},
  };
}

test::Finished run_step(const Step& step, const std::filesystem::path& world, const std::filesystem::path& scratch,
                        const std::vector<std::string>& environment) {
  std::vector<std::string> all = {"env"};
  all.insert(all.end(), environment.begin(), environment.end());
  all.emplace_back(MORGUE_BINARY);
  for (std::string argument : step.arguments) {
    if (argument.starts_with(kWorld)) argument = (world / argument.substr(std::string(kWorld).size())).string();
    all.push_back(std::move(argument));
  }
  return test::run(all, scratch);
}

std::string complaint(const Step& step, const test::Finished& end) {
  if (std::ranges::find(step.exit_codes, end.exit_code) != step.exit_codes.end()) return {};
  std::string command = "morgue";
  for (const std::string& argument : step.arguments) command += " " + argument;
  return command + " ended with " + std::to_string(end.exit_code) + ": " + end.err;
}

std::string found_in(const std::filesystem::path& world, const std::string& archive,
                     const std::filesystem::path& scratch) {
  std::string all;
  const std::string where = kWorld + archive;
  for (const Step& step : {Step{{"--archive", where, "search", "*", "--sort", "oldest", "-n", "1000", "-o", "jsonl",
                                 "--body", "--no-snippets", "--fields", "id,key,headline,body,revision,authors"}},
                           Step{{"--archive", where, "search", "harbour storm", "-n", "1000", "-o", "ids"}}}) {
    const test::Finished end = run_step(step, world, scratch);
    all += end.out + "exit " + std::to_string(end.exit_code) + "\n";
  }
  return all;
}

}  // namespace morgue::power
