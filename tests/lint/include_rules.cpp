// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/lint/include_rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>

namespace morgue::lint {
namespace {

using Names = std::set<std::string, std::less<>>;

/// Who may include whom. ARCHITECTURE.md draws the same table; a new edge belongs into both or, better, nowhere.
const std::map<std::string, Names, std::less<>>& edges() {
  static const std::map<std::string, Names, std::less<>> table = {
      {"core", {}},
      {"text", {"core"}},
      {"io", {"core"}},
      {"query", {"core", "text"}},
      {"markup", {"text", "core"}},
      {"formats", {"io", "markup", "text", "core"}},
      {"webpage", {"markup", "text", "core"}},
      {"extract", {"webpage", "markup", "text", "core"}},
      {"catalog", {"core"}},
      {"index", {"query", "text", "core"}},
      {"archive", {"core", "text", "io", "query", "markup", "formats", "webpage", "extract", "catalog", "index"}},
      {"jobs", {"archive", "catalog", "io", "core"}},
      {"render", {"core"}},
      {"browse", {"archive", "catalog", "index", "query", "render", "io", "text", "core"}},
      {"cli",
       {"core", "text", "io", "query", "markup", "formats", "webpage", "extract", "catalog", "index", "archive", "jobs",
        "render", "browse"}},
  };
  return table;
}

/// A library, by how the names of its headers begin, and the rooms that may know it.
struct Library {
  std::string_view prefix;
  Names rooms;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> table = {
      {"xapian.h", {"index"}},
      {"xapian/", {"index"}},
      {"sqlite3.h", {"catalog"}},
      {"zstd.h", {"catalog"}},
      {"CLI/", {"cli"}},
      {"curses.h", {"cli"}},
      {"term.h", {"cli"}},
      {"archive.h", {"io"}},
      {"archive_entry.h", {"io"}},
      {"unicode/", {"text"}},
      {"cld2/", {"text"}},
      {"libstemmer", {"text"}},
      {"simdjson", {"formats", "webpage"}},
      {"zlib.h", {"io"}},
      {"brotli/", {"io"}},
      {"yaml.h", {"formats"}},
      {"xxhash.h", {"text", "catalog", "index", "archive"}},
      // Everybody but core, which is the standard library alone.
      {"fmt/",
       {"text", "io", "query", "markup", "formats", "webpage", "extract", "catalog", "index", "archive", "jobs",
        "render", "browse", "cli"}},
  };
  return table;
}

/// Rooms that talk to the operating system. The others work on values and run anywhere.
const Names& posix_rooms() {
  static const Names rooms = {"io", "catalog", "index", "archive", "jobs", "cli"};
  return rooms;
}

bool is_posix(const std::string& header) {
  static const Names known = {"dirent.h", "fcntl.h", "langinfo.h", "poll.h",    "pthread.h", "pwd.h",
                              "signal.h", "spawn.h", "stdio.h",    "termios.h", "unistd.h",  "wchar.h"};
  return known.contains(header) || header.starts_with("sys/");
}

std::string room_of(const std::string& path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  return second == std::string::npos ? "" : path.substr(first + 1, second - first - 1);
}

/// What is wrong with `room` using `other`, if anything.
std::optional<std::string> judge_edge(const std::string& room, const std::string& other) {
  if (other == room) return std::nullopt;
  if (!edges().contains(other)) return "\"" + other + "\" is no room: write includes as \"room/file.h\"";
  if (edges().at(room).contains(other)) return std::nullopt;
  return room + " must not use " + other;
}

std::optional<std::string> judge_header(const std::string& room, const std::string& header) {
  for (const Library& library : libraries()) {
    if (!header.starts_with(library.prefix)) continue;
    if (library.rooms.contains(room)) return std::nullopt;
    return room + " must not use <" + header + ">";
  }
  if (is_posix(header)) {
    if (posix_rooms().contains(room)) return std::nullopt;
    return room + " must not use <" + header + ">: it has no business with the operating system";
  }
  if (header.find_first_of("./") == std::string::npos) return std::nullopt;  // the standard library
  return "<" + header + "> belongs to no library of the table";
}

/// What stands behind `prefix` and blanks, if the text begins with it.
std::optional<std::string_view> behind(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  text.remove_prefix(prefix.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

/// The operand of an #include: `<vector>`, `"core/error.h"` or a macro.
std::optional<std::string_view> operand(std::string_view line) {
  const auto hash = behind(behind(line, "").value_or(line), "#");
  if (!hash) return std::nullopt;
  if (const auto next = behind(*hash, "include_next")) return next;
  return behind(*hash, "include");
}

std::optional<std::string> judge_include(const std::string& room, const std::string& line) {
  const auto target = operand(line);
  if (!target) return std::nullopt;
  const bool angled = target->starts_with('<');
  const std::size_t end = target->find(angled ? '>' : '"', 1);
  if ((!angled && !target->starts_with('"')) || end == std::string_view::npos) {
    return "an include the check cannot read: " + std::string(*target);
  }
  const std::string header(target->substr(1, end - 1));
  const auto slash = header.find('/');
  if (!angled) {
    if (slash == std::string::npos) return "\"" + header + "\": write includes as \"room/file.h\"";
    return judge_edge(room, header.substr(0, slash));
  }
  // <room/file.h> would find our headers, too.
  if (slash != std::string::npos && edges().contains(header.substr(0, slash))) {
    return "rooms are included with quotes: <" + header + ">";
  }
  return judge_header(room, header);
}

bool is_cpp(std::string_view path) {
  if (path.ends_with(".in")) path.remove_suffix(3);
  const auto dot = path.rfind('.');
  static const Names extensions = {".h", ".hpp", ".hh", ".cpp", ".cc", ".cxx", ".c", ".inc", ".ipp"};
  return dot != std::string_view::npos && extensions.contains(path.substr(dot));
}

}  // namespace

Findings check_includes(const std::filesystem::path& root) {
  Findings findings;
  for (const SourceFile& file : read_tree(root, "src")) {
    if (!is_cpp(file.path)) continue;
    const std::string room = room_of(file.path);
    if (!edges().contains(room)) {
      findings.push_back(file.at(0, "\"" + room + "\" is no room of the table"));
      continue;
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (const auto problem = judge_include(room, file.lines[i])) findings.push_back(file.at(i, *problem));
    }
  }
  return findings;
}

Findings check_links(const std::filesystem::path& root) {
  Findings findings;
  for (const SourceFile& file : read_tree(root, "src")) {
    const std::string room = room_of(file.path);
    if (!file.path.ends_with("/CMakeLists.txt") || !edges().contains(room)) continue;
    bool in_uses = false;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::string text = file.lines[i].substr(0, file.lines[i].find('#'));
      std::replace_if(
          text.begin(), text.end(), [](char c) { return c == '(' || c == ')'; }, ' ');
      std::istringstream words(text);
      for (std::string word; words >> word;) {
        if (word == "USES" || word == "SOURCES" || word == "LIBRARIES" || word == "morgue_room") {
          in_uses = word == "USES";
        } else if (word.starts_with("morgue_") && word != "morgue_" + room && edges().contains(word.substr(7))) {
          findings.push_back(file.at(i, "name rooms after USES, not as " + word));
        } else if (in_uses) {
          if (const auto problem = judge_edge(room, word)) findings.push_back(file.at(i, *problem));
        }
      }
      // The call ends with its bracket; what follows is not a list of rooms.
      if (file.lines[i].find(')') != std::string::npos) in_uses = false;
    }
  }
  return findings;
}

}  // namespace morgue::lint
