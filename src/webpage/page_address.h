// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::webpage {

/// Host of a web address in lower case, without port and `www.`; empty if there is none.
std::string host_of_address(std::string_view address);
/// Path of a web address with what follows it; empty without one.
std::string_view path_of_address(std::string_view address);
/// `href` made absolute by the address of its page; empty when it is no web address and none can be made of it.
std::string absolute_address(std::string_view href, std::string_view page);

}  // namespace morgue::webpage
