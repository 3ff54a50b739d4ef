// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/web_browser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace morgue::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kAddress = "https://herald.example/1?a=b&c=%22;reboot";

BrowserCommand with(const std::string& browser) {
  return browser_command(
      [&](const std::string& name) { return name == "BROWSER" ? std::optional(browser) : std::nullopt; }, kAddress);
}

TEST(BrowserCommandTest, IsXdgOpenUnlessOneIsNamed) {
  EXPECT_THAT(with("").arguments, ElementsAre("xdg-open", kAddress));
  EXPECT_FALSE(with("").in_terminal);
  EXPECT_THAT(with(" & ").arguments, ElementsAre("xdg-open", kAddress));
}

TEST(BrowserCommandTest, GivesTheAddressAsOneArgument) {
  EXPECT_THAT(with("w3m -T text/html").arguments, ElementsAre("w3m", "-T", "text/html", kAddress));
  EXPECT_TRUE(with("w3m").in_terminal);
  EXPECT_THAT(with("firefox --url=%s &").arguments, ElementsAre("firefox", std::string("--url=") + kAddress));
  EXPECT_FALSE(with("firefox %s &").in_terminal);
  EXPECT_THAT(with("lynx:w3m").arguments, ElementsAre("lynx", kAddress));
}

TEST(WebBrowserTest, SaysWhatWentWrong) {
  WebBrowser browser;
  EXPECT_THAT(browser.open({{"/no/such/program", kAddress}, true}), HasSubstr("cannot run /no/such/program"));
  EXPECT_EQ(browser.open({{"false"}, true}), "false failed with exit code 1");
  EXPECT_EQ(browser.open({{"true"}, true}), "");
}

TEST(WebBrowserTest, HearsOfOneThatRunsByItselfLater) {
  WebBrowser browser;
  ASSERT_EQ(browser.open({{"false"}, false}), "");
  std::string problem;
  for (int i = 0; i < 500 && browser.waiting(); ++i) {
    problem = browser.problem();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(problem, "false failed with exit code 1");
}

}  // namespace
}  // namespace morgue::cli
