// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::index {

/// The host of a URL, or of a bare `example.com` or `example.com/news`: lower case, without user, port and trailing
/// dot. Empty if there is none.
std::string host_of(std::string_view url);
/// A host and every parent domain, longest first: `www.example.com`, `example.com`, `com`. Addresses have no parents.
std::vector<std::string> domains_of(std::string_view host);

}  // namespace morgue::index
