// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/browse_loop.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <optional>

#include "browse/browser.h"
#include "browse/count_engine.h"
#include "browse/exporter.h"
#include "browse/search_engine.h"
#include "browse/view.h"
#include "browse/worker.h"
#include "cli/answer_queue.h"
#include "cli/curses_screen.h"
#include "cli/exit_code.h"
#include "cli/reading_export.h"
#include "cli/signal_pipe.h"
#include "cli/web_browser.h"
#include "core/error.h"
#include "render/export.h"

namespace morgue::cli {
namespace {

std::unique_ptr<render::ExportWriter> writer_of(const std::string& format, const query::Node& query) {
  if (is_reading_format(format)) return reading_export(format, query, false);
  return render::export_writer(format, {});
}

constexpr int kLookAfterChild = 200;  // milliseconds

/// Everything that takes part, in the order it depends on each other: threads end before what they use.
class Loop {
 public:
  Loop(const browse::Access& access, const std::string& query, bool colour)
      : screen_(colour),
        search_(access),
        count_(access),
        browser_({!screen_.unicode(), process_environment()("HOME").value_or("")}, screen_.size(), query),
        searcher_(search_, emit()),
        counter_(count_, emit()),
        exporter_(access, writer_of, emit()) {}

  int run() {
    while (!exit_) {
      if (const auto wanted = browser_.next_wanted()) {
        searcher_.want(*wanted);
        counter_.want(*wanted);
      }
      screen_.draw(browse::draw(browser_.state()));
      wait();
      while (const auto signal = signals_->next()) act_on(*signal);
      // What is typed behind the key that quits is for the shell.
      while (const auto key = exit_ ? std::nullopt : screen_.read_key()) {
        browser_.key(*key);
        bring_about_effects();
      }
      for (auto& answer : answers_.take()) browser_.answer(std::move(answer));
      bring_about_effects();
      if (const std::string problem = web_.problem(); !problem.empty()) browser_.notice(problem, true);
    }
    // The terminal at once, then the threads: what they are at may take a while, and can be ended by a second signal.
    screen_.leave();
    signals_.reset();
    return *exit_;
  }

 private:
  browse::Emit emit() {
    return [this](browse::Answer answer) { answers_.put(std::move(answer)); };
  }

  void wait() {
    std::array<pollfd, 3> sources = {
        {{STDIN_FILENO, POLLIN, 0}, {signals_->descriptor(), POLLIN, 0}, {answers_.descriptor(), POLLIN, 0}}};
    if (::poll(sources.data(), sources.size(), web_.waiting() ? kLookAfterChild : -1) < 0 && errno != EINTR) {
      throw system_error("poll", errno);
    }
    if ((sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) exit_ = kInterrupted;  // the terminal is gone
  }

  void act_on(int signal) {
    switch (signal) {
      case SIGWINCH:
        screen_.resize();
        browser_.resize(screen_.size());
        break;
      case SIGTSTP:
        screen_.leave();
        signals_->stop_here();
        [[fallthrough]];
      case SIGCONT:
        screen_.come_back();
        browser_.resize(screen_.size());
        break;
      default:
        exit_ = kInterrupted;
    }
  }

  void bring_about_effects() {
    for (const auto& effect : browser_.take_effects()) bring_about(effect);
  }

  void bring_about(const browse::Effect& effect) {
    using Kind = browse::Effect::Kind;
    switch (effect.kind) {
      case Kind::Quit:
        exit_ = kSuccess;
        break;
      case Kind::Redraw:
        screen_.forget();
        break;
      case Kind::Open:
        open(effect.text);
        break;
      case Kind::Copy:
        screen_.copy(effect.text);
        break;
      case Kind::Export:
        if (!exporter_.start(effect.order)) browser_.notice("another export is still being written: wait for it", true);
        break;
    }
  }

  void open(const std::string& address) {
    const BrowserCommand command = browser_command(process_environment(), address);
    if (command.in_terminal) screen_.leave();
    const std::string problem = web_.open(command);
    browser_.notice(problem.empty() ? "opened " + address : problem, !problem.empty());
  }

  std::optional<SignalPipe> signals_{std::in_place};  // before curses, which then leaves these signals alone
  AnswerQueue answers_;
  CursesScreen screen_;
  browse::SearchEngine search_;
  browse::CountEngine count_;
  browse::Browser browser_;
  WebBrowser web_;
  std::optional<int> exit_;
  browse::Worker searcher_;
  browse::Worker counter_;
  browse::Exporter exporter_;
};

}  // namespace

int run_browser(const browse::Access& access, const std::string& query, bool colour) {
  return Loop(access, query, colour).run();
}

}  // namespace morgue::cli
