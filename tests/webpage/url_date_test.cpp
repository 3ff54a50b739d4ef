// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/url_date.h"

#include <gtest/gtest.h>

#include <string>

namespace morgue::webpage {
namespace {

bool any(const Timestamp&) {
  return true;
}

struct Case {
  const char* address;
  const char* expected;
};

class AddressDate : public testing::TestWithParam<Case> {};

TEST_P(AddressDate, IsRead) {
  const auto date = date_in_address(GetParam().address, any);
  EXPECT_EQ(date ? date->to_string() : "", GetParam().expected) << GetParam().address;
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, AddressDate,
    testing::Values(Case{"https://news.example/2024/05/31/ferry", "2024-05-31"},
                    Case{"https://news.example/2024/5/3/ferry.html", "2024-05-03"},
                    Case{"https://news.example/2024/may/31/ferry", "2024-05-31"},
                    Case{"https://news.example/ferry-2024-05-31.html", "2024-05-31"},
                    Case{"https://news.example/a/20240531/ferry", "2024-05-31"},
                    Case{"https://news.example/31-05-2024/ferry", "2024-05-31"},
                    Case{"https://news.example/2024/05/ferry", "2024-05"},
                    Case{"https://archive.example/web/20190101000000/http://news.example/2012/03/04/x", "2012-03-04"},
                    Case{"https://news.example/2024/13/31/ferry", ""},
                    Case{"https://news.example/2024/02/31/ferry", "2024-02"},
                    Case{"https://news.example/article-20249931", ""}, Case{"https://news.example/a/1234567890", ""},
                    Case{"https://20240531.example/ferry", ""}, Case{"no address", ""}));

TEST(AddressDate, MustBePlausible) {
  const auto never = [](const Timestamp&) { return false; };
  EXPECT_FALSE(date_in_address("https://news.example/2024/05/31/ferry", never));
}

TEST(FileNameDate, IsReadFromTheNameAlone) {
  EXPECT_EQ(date_in_file_name("dumps/2001-02-03/page_2024-05-31.html.gz", any)->to_string(), "2024-05-31");
  EXPECT_EQ(date_in_file_name("a.zip!2001-02-03/page.html", any), std::nullopt);
}

}  // namespace
}  // namespace morgue::webpage
