// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::extract {

/// A web address in the one form that identifies a page: with scheme (`//host/x` https, `host.tld/x` http), host in
/// lower case, without default port, fragment and the parameters that count clicks (`utm_*`); copies in
/// web.archive.org by the address they are copies of. Empty when it is not a web address.
std::string normal_address(std::string_view text);
/// Host of a normal address without `www.`; empty if there is none.
std::string host_of(std::string_view address);
/// Whether a normal address leads to the front page of its site.
bool is_front_page(std::string_view address);
/// Whether the host keeps copies of other sites' pages.
bool is_archive_host(std::string_view host);

}  // namespace morgue::extract
