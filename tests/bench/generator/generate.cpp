// SPDX-License-Identifier: GPL-2.0-or-later
// Writes a dump of invented articles, JSON Lines, to standard output, in constant memory. The same arguments give the
// same bytes; --begin and --end cut a piece out of the same dump. Usage: morgue_generate [--articles N] [--seed N]
//   [--words MEAN] [--from YEAR] [--to YEAR] [--foreign SHARE] [--begin NUMBER] [--end NUMBER]
#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/generator/article_maker.h"
#include "tests/bench/generator/json_line.h"

namespace morgue::bench {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;

template <typename Number>
Number parse(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) throw std::runtime_error("not a number: " + text);
  return number;
}

struct Request {
  ArticleMaker::Options options;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

Request read_request(const std::vector<std::string>& arguments) {
  Request request;
  bool cut = false;
  for (std::size_t i = 0; i < arguments.size(); i += 2) {
    const std::string& name = arguments[i];
    if (i + 1 == arguments.size()) throw std::runtime_error(name + " needs a value");
    const std::string& value = arguments[i + 1];
    if (name == "--articles") {
      request.options.articles = parse<std::uint64_t>(value);
    } else if (name == "--seed") {
      request.options.seed = parse<std::uint64_t>(value);
    } else if (name == "--words") {
      request.options.words = parse<double>(value);
    } else if (name == "--from") {
      request.options.first_year = parse<int>(value);
    } else if (name == "--to") {
      request.options.last_year = parse<int>(value);
    } else if (name == "--foreign") {
      request.options.foreign = parse<double>(value);
    } else if (name == "--begin") {
      request.begin = parse<std::uint64_t>(value);
    } else if (name == "--end") {
      request.end = parse<std::uint64_t>(value);
      cut = true;
    } else {
      throw std::runtime_error("unknown argument " + name);
    }
  }
  if (!cut) request.end = request.options.articles;
  return request;
}

void write(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw std::runtime_error("cannot write");
}

void run(const Request& request) {
  const ArticleMaker maker(request.options);
  std::string buffer;
  for (std::uint64_t number = request.begin; number < request.end; ++number) {
    append_json_line(maker.make(number), buffer);
    if (buffer.size() < kBuffer) continue;
    write(buffer);
    buffer.clear();
  }
  write(buffer);
  if (std::fflush(stdout) != 0) throw std::runtime_error("cannot write");
}

}  // namespace
}  // namespace morgue::bench

int main(int argc, char** argv) {
  try {
    morgue::bench::run(morgue::bench::read_request({argv + 1, argv + argc}));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
