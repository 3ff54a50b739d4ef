// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/curses_screen.h"

#define NCURSES_NOMACROS 1
#include <curses.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>  // NOLINT(modernize-deprecated-headers): wcwidth is POSIX

#include <array>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "cli/base64.h"
#include "cli/terminal.h"
#include "cli/terminal_kind.h"
#include "core/code_points.h"
#include "core/error.h"

namespace morgue::cli {
namespace {

using browse::Key;
using browse::Style;

constexpr int kEscapeDelay = 25;  // milliseconds: long enough for the rest of a function key, too short to be felt
constexpr short kHitPair = 1;
constexpr short kHeadingPair = 2;
constexpr short kProblemPair = 3;
constexpr int kEscape = 27;
constexpr int kBackspace = 8;
constexpr int kDelete = 127;

struct Look {
  attr_t attributes = A_NORMAL;
  short pair = 0;
};

Look look_of(Style style) {
  switch (style) {
    case Style::Plain:
      return {};
    case Style::Dim:
      return {A_DIM, 0};
    case Style::Bold:
      return {A_BOLD, 0};
    case Style::Heading:
      return {A_BOLD, kHeadingPair};
    case Style::Hit:
      return {A_BOLD, kHitPair};
    case Style::HeadingHit:
      return {A_BOLD | A_UNDERLINE, kHitPair};
    case Style::Selected:
      return {A_REVERSE, 0};
    case Style::SelectedHit:
      return {A_REVERSE | A_BOLD | A_UNDERLINE, 0};
    case Style::Bar:
      return {A_NORMAL, kHeadingPair};
    case Style::Problem:
      return {A_BOLD, kProblemPair};
    case Style::Key:
      return {A_BOLD, 0};
  }
  return {};
}

[[noreturn]] void refuse(const std::string& why, const std::string& hint) {
  throw Error(ErrorCode::Usage, "browse needs a terminal: " + why, hint);
}

constexpr const char* kElsewhere = "morgue search prints results anywhere";

void require_terminal() {
  if (!inspect_stream(STDIN_FILENO).terminal) refuse("standard input is none", kElsewhere);
  if (!inspect_stream(STDOUT_FILENO).terminal) refuse("standard output is none", kElsewhere);
  const std::string term = process_environment()("TERM").value_or("");
  if (term.empty()) refuse("TERM is not set", "set it to the kind of terminal, such as xterm-256color");
  if (term == "dumb") refuse("this one (TERM=dumb) has no full screen", kElsewhere);
}

std::optional<Key> key_of_code(wint_t code) {
  using Kind = Key::Kind;
  switch (code) {
    case KEY_ENTER:
      return browse::pressed(Kind::Enter);
    case KEY_BACKSPACE:
      return browse::pressed(Kind::Backspace);
    case KEY_DC:
      return browse::pressed(Kind::Delete);
    case KEY_LEFT:
      return browse::pressed(Kind::Left);
    case KEY_RIGHT:
      return browse::pressed(Kind::Right);
    case KEY_UP:
      return browse::pressed(Kind::Up);
    case KEY_DOWN:
      return browse::pressed(Kind::Down);
    case KEY_PPAGE:
      return browse::pressed(Kind::PageUp);
    case KEY_NPAGE:
      return browse::pressed(Kind::PageDown);
    case KEY_HOME:
      return browse::pressed(Kind::Home);
    case KEY_END:
      return browse::pressed(Kind::End);
    case KEY_BTAB:
      return browse::pressed(Kind::BackTab);
    case KEY_F(1):
      return browse::pressed(Kind::Help);
    case KEY_F(5):
      return browse::pressed(Kind::Refresh);
    default:
      return std::nullopt;
  }
}

std::optional<Key> key_of_mouse() {
  MEVENT event{};
  if (getmouse(&event) != OK || event.x < 0 || event.y < 0) return std::nullopt;
  Key key{Key::Kind::Click, 0, static_cast<std::size_t>(event.y), static_cast<std::size_t>(event.x)};
  if ((event.bstate & BUTTON4_PRESSED) != 0) {
    key.kind = Key::Kind::WheelUp;
  } else if ((event.bstate & BUTTON5_PRESSED) != 0) {
    key.kind = Key::Kind::WheelDown;
  } else if ((event.bstate & BUTTON1_PRESSED) == 0) {
    return std::nullopt;
  }
  return key;
}

Key key_of_character(wint_t character) {
  using Kind = Key::Kind;
  if (character == L'\r' || character == L'\n') return browse::pressed(Kind::Enter);
  if (character == L'\t') return browse::pressed(Kind::Tab);
  if (character == kEscape) return browse::pressed(Kind::Escape);
  if (character == kBackspace || character == kDelete) return browse::pressed(Kind::Backspace);
  if (character < L' ') return {Kind::Control, static_cast<char32_t>(character) + U'a' - 1};
  return browse::typed(static_cast<char32_t>(character));
}

}  // namespace

struct CursesScreen::State {
  SCREEN* screen = nullptr;
  bool unicode = false;
  bool colour = false;

  /// The cell as the terminal's own C library would count its columns; a sign of that width where they disagree.
  void put(int row, int column, const browse::Cell& cell) const;
};

void CursesScreen::State::put(int row, int column, const browse::Cell& cell) const {
  if (cell.text.empty()) return;  // behind a wide one
  std::array<wchar_t, CCHARW_MAX + 1> signs{};
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < cell.text.size() && count < CCHARW_MAX;) {
    const char32_t c = next_code_point(cell.text, pos);
    if (count > 0 && (!unicode || wcwidth(static_cast<wchar_t>(c)) != 0)) break;
    signs[count++] = static_cast<wchar_t>(c);
  }
  const bool plain = signs[0] < 0x7F;
  const int columns = plain ? 1 : wcwidth(signs[0]);
  const Look look = look_of(cell.style);
  cchar_t out;
  if ((!plain && !unicode) || columns < 1 || columns > 2) {
    constexpr wchar_t kEllipsis = 0x2026;
    signs = {signs[0] == kEllipsis ? L'.' : L'?'};
  }
  setcchar(&out, signs.data(), look.attributes, colour ? look.pair : short{0}, nullptr);
  mvadd_wch(row, column, &out);
}

CursesScreen::CursesScreen(bool colour) : state_(std::make_unique<State>()) {
  require_terminal();
  std::setlocale(LC_CTYPE, "");  // NOLINT(concurrency-mt-unsafe): before any other thread
  state_->unicode = std::string_view(nl_langinfo(CODESET)) == "UTF-8";
  const std::string term = process_environment()("TERM").value_or("");
  if (terminal_is_known()) state_->screen = newterm(nullptr, stdout, stdin);
  if (state_->screen == nullptr) {
    refuse("nothing is known of its kind, " + term, "set TERM to a kind that is known here, such as xterm-256color");
  }
  if (tigetstr("cup") == nullptr) {
    endwin();
    delscreen(state_->screen);
    refuse("this one (TERM=" + term + ") has no full screen", kElsewhere);
  }
  set_escdelay(kEscapeDelay);
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, nullptr);
  mouseinterval(0);
  state_->colour = colour && has_colors();
  if (state_->colour) {
    start_color();
    use_default_colors();
    init_pair(kHitPair, COLOR_YELLOW, -1);
    init_pair(kHeadingPair, COLOR_CYAN, -1);
    init_pair(kProblemPair, COLOR_RED, -1);
  }
}

CursesScreen::~CursesScreen() {
  leave();
  delscreen(state_->screen);
}

browse::Size CursesScreen::size() const {
  return {static_cast<std::size_t>(getmaxy(stdscr)), static_cast<std::size_t>(getmaxx(stdscr))};
}

bool CursesScreen::unicode() const {
  return state_->unicode;
}

void CursesScreen::resize() {
  const Stream stream = inspect_stream(STDOUT_FILENO);
  if (stream.rows > 0 && stream.columns > 0) {
    resizeterm(static_cast<int>(stream.rows), static_cast<int>(stream.columns));
  }
}

void CursesScreen::draw(const browse::Surface& surface) {
  const browse::Size size = surface.size();
  werase(stdscr);
  for (std::size_t row = 0; row < size.rows; ++row) {
    for (std::size_t column = 0; column < size.columns; ++column) {
      const browse::Cell& cell = surface.at(row, column);
      if (cell.text == " " && cell.style == Style::Plain) continue;
      state_->put(static_cast<int>(row), static_cast<int>(column), cell);
    }
  }
  const browse::Cursor& cursor = surface.cursor;
  curs_set(cursor.shown ? 1 : 0);
  if (cursor.shown) wmove(stdscr, static_cast<int>(cursor.row), static_cast<int>(cursor.column));
  wrefresh(stdscr);
}

void CursesScreen::forget() {
  clearok(stdscr, TRUE);
}

std::optional<browse::Key> CursesScreen::read_key() {
  while (true) {
    wint_t character = 0;
    const int kind = wget_wch(stdscr, &character);
    if (kind == ERR) return std::nullopt;
    if (kind != KEY_CODE_YES) {
      if (character != 0) return key_of_character(character);
      continue;
    }
    if (const auto key = character == KEY_MOUSE ? key_of_mouse() : key_of_code(character)) return key;
  }
}

void CursesScreen::leave() {
  // A second time would take the cursor to where it was before the first.
  if (!isendwin()) endwin();
  forget();
}

void CursesScreen::come_back() {
  if (!isendwin()) reset_prog_mode();
  resize();
  forget();
}

void CursesScreen::copy(std::string_view text) {
  const std::string sequence = "\033]52;c;" + base64(text) + "\a";
  std::fwrite(sequence.data(), 1, sequence.size(), stdout);
  std::fflush(stdout);
}

}  // namespace morgue::cli
