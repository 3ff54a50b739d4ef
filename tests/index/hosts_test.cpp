// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/hosts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace morgue::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Hosts, HostOf) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://News.Example.com/a/b?c#d", "news.example.com"},
      {"http://user:secret@example.com:8080/", "example.com"},
      {"example.com", "example.com"},
      {"example.com/news", "example.com"},
      {"//example.com/x", "example.com"},
      {"https://example.com./", "example.com"},
      {"https://[2001:db8::1]:443/x", "[2001:db8::1]"},
      {"https://[broken", ""},
      {"https:///path", ""},
      {"", ""},
  };
  for (const auto& [url, host] : cases) EXPECT_EQ(host_of(url), host) << url;
}

TEST(Hosts, DomainsOf) {
  EXPECT_THAT(domains_of("www.example.co.uk"), ElementsAre("www.example.co.uk", "example.co.uk", "co.uk", "uk"));
  EXPECT_THAT(domains_of("192.0.2.1"), ElementsAre("192.0.2.1"));
  EXPECT_THAT(domains_of("[2001:db8::1]"), ElementsAre("[2001:db8::1]"));
  EXPECT_THAT(domains_of(""), IsEmpty());
  std::string dots;
  for (int i = 0; i < 5000; ++i) dots += "a.";
  EXPECT_LE(domains_of(dots).size(), 127U);
}

}  // namespace
}  // namespace morgue::index
