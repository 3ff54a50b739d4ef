// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "browse/answer.h"
#include "browse/exporter.h"
#include "browse/key.h"
#include "browse/state.h"
#include "browse/surface.h"
#include "browse/wanted.h"

namespace morgue::browse {

/// Something to be done outside.
struct Effect {
  enum class Kind : std::uint8_t {
    Quit,
    Redraw,  ///< everything, as the screen may be garbled
    Open,    ///< the web address `text`
    Copy,    ///< `text` to the clipboard
    Export,  ///< `order`
  };
  Kind kind = Kind::Quit;
  std::string text;
  ExportOrder order;
};

/// The browser without a terminal and without an archive: keys and answers in; wishes, effects and a picture out.
class Browser {
 public:
  struct Settings {
    bool ascii = false;  ///< draw with nothing else
    std::string home;    ///< what ~/ stands for in file names
  };
  Browser(Settings settings, Size size, std::string query);

  void resize(Size size);
  void key(const Key& key);
  void answer(Answer answer);
  void notice(std::string text, bool problem);

  /// What to ask for now, if it is something else than last time.
  std::optional<Wanted> next_wanted();
  std::vector<Effect> take_effects();
  [[nodiscard]] const State& state() const { return state_; }

 private:
  /// What waits for an article that is not here yet.
  enum class Pending : std::uint8_t { Nothing, Open, Cite, CiteBibtex };

  // Keys, by what has the focus.
  bool key_anywhere(const Key& key);
  void key_in_query(const Key& key);
  void key_in_list(const Key& key);
  void key_in_reading(const Key& key);
  void key_in_facets(const Key& key);
  void key_in_file(const Key& key);
  void key_in_replace(const Key& key);
  void key_in_help(const Key& key);
  void character_in_list(char32_t character);
  bool move_list(Key::Kind kind);
  void mouse(const Key& key);
  void click(const Key& key);
  void wheel(const Key& key, std::ptrdiff_t rows);

  void focus(Focus focus);
  void narrow(const std::optional<Narrowing>& narrowing);
  void step_hit(bool forward);
  void next_sort();
  void act(Pending action);
  void do_pending();
  void ask_for_file();
  void order_export(bool replace);
  void arrange();

  void take(Found found);
  void take(Page page);
  void take(Read read);
  void take(Spread spread);
  void take(const Counts& counts);
  void take(Failed failed);
  void take(const Exported& exported);
  [[nodiscard]] bool is_shown(std::uint64_t number) const { return number == shown_ && state_.found != nullptr; }
  [[nodiscard]] bool lacks_article() const;

  Settings settings_;
  State state_;
  std::vector<Effect> effects_;
  std::uint64_t snapshot_ = 0;
  std::uint64_t number_ = 0;  ///< of the latest question
  std::uint64_t shown_ = 0;   ///< of the one whose results are shown
  Question asked_;
  Question answered_;  ///< the one whose results are shown
  std::optional<Wanted> last_;
  Pending pending_ = Pending::Nothing;
  std::optional<bool> enter_at_hit_;  ///< of the article to come: its first hit (true) or its last
};

}  // namespace morgue::browse
