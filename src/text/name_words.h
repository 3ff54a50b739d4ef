// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// Vocabulary of bylines. All take words in lower case.

/// A news agency that is credited by a name of its own: `ap`, `reuters`, `associated press`.
bool is_agency(std::string_view name);
/// The noun a job title ends in: `editor`, `correspondent`, `reporterin`.
bool is_role_noun(std::string_view word);
/// The plural of one, as a desk signs: `editors`, `reporters`.
bool is_collective_role(std::string_view word);
/// What stands before a role noun: `senior`, `staff`, `political`.
bool is_role_modifier(std::string_view word);
/// A title before a name that is no part of it: `dr`, `prof`.
bool is_title(std::string_view word);
/// `jr`, `iii`: belongs to the name even behind a comma.
bool is_name_suffix(std::string_view word);
/// An academic degree or a decoration behind a name.
bool is_degree(std::string_view word);
/// `van`, `de`, `bin`: small inside a name.
bool is_particle(std::string_view word);
/// A whole element that is page furniture, a section, a photo agency or a social network: `view all`, `getty images`.
bool is_furniture_name(std::string_view name);
/// A word that no name has: `the`, `who`, `covering`, `click`.
bool is_never_in_name(std::string_view word);
/// A word that no name of more than two words has: `read`, `she`, `in`.
bool is_seldom_in_name(std::string_view word);
/// A place that datelines and bylines name in more than one word: `new york`.
bool is_long_place(std::string_view name);

}  // namespace morgue::text
