// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "markup/tree.h"

namespace morgue::formats {

/// The first child element of that name; null for none, and for a null parent.
const markup::Node* child_of(const markup::Node* parent, std::string_view name);
/// Down a path of such children.
const markup::Node* child_at(const markup::Node* parent, std::initializer_list<std::string_view> path);
std::vector<const markup::Node*> children_of(const markup::Node* parent, std::string_view name);
/// All elements of that name below `within`, in order; those inside of one another, too.
std::vector<const markup::Node*> all_below(const markup::Node* within, std::string_view name);
/// Text on one line; empty for null.
std::string line_of(const markup::Node* node);
/// Of the first child element of that name.
std::string child_line(const markup::Node* parent, std::string_view name);
/// An attribute of a node that may be null.
std::string_view attribute_of(const markup::Node* node, std::string_view name);

}  // namespace morgue::formats
