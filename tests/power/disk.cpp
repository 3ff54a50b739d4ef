// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/power/disk.h"

#include <fcntl.h>

#include <algorithm>
#include <random>
#include <stdexcept>

namespace morgue::power {
namespace {

constexpr std::size_t kSector = 512;

}  // namespace

Disk::Disk(const std::filesystem::path& root) : root_(root.string()) {
  load(root);
}

Disk::Id Disk::load(const std::filesystem::path& path) {
  const Id id = objects_.size();
  objects_.emplace_back();
  if (!std::filesystem::is_directory(path)) {
    const Tree file = read_tree(path);
    objects_[id].synced = objects_[id].live = file.begin()->second.value();
    return id;
  }
  objects_[id].folder = true;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    const Id child = load(entry.path());
    objects_[id].synced_names[entry.path().filename().string()] = child;
  }
  objects_[id].live_names = objects_[id].synced_names;
  return id;
}

Disk::Place Disk::place(const std::string& path) const {
  Place at{0, ""};
  const std::filesystem::path relative = path.substr(std::min(path.size(), root_.size() + 1));
  for (const auto& part : relative) {
    if (!at.name.empty()) at = {find(at), ""};
    at.name = part.string();
  }
  return at;
}

Disk::Id Disk::find(const Place& place) const {
  if (place.name.empty()) return place.folder;
  const Names& names = objects_[place.folder].live_names;
  const auto found = names.find(place.name);
  if (found == names.end()) throw std::runtime_error("the log uses " + place.name + ", which is not there");
  return found->second;
}

void Disk::apply(const Record& record) {
  ++order_;
  switch (record.op) {
    case Op::Open: {
      const Place at = place(record.path);
      const bool there = at.name.empty() || objects_[at.folder].live_names.contains(at.name);
      if (!there) {
        if ((record.value & O_CREAT) == 0) throw std::runtime_error(record.path + " was opened and is not there");
        objects_.emplace_back();
        change_names({order_, Op::Link, at, at, objects_.size() - 1});
      }
      const Id object = find(at);
      open_[record.fd] = {object, record.path};
      if ((record.value & O_TRUNC) != 0 && !objects_[object].live.empty()) {
        change_contents(object, {order_, 0, {}, true});
      }
      return;
    }
    case Op::Write:
      return change_contents(open_.at(record.fd).object, {order_, record.value, record.data, false});
    case Op::Truncate:
      return change_contents(open_.at(record.fd).object, {order_, record.value, {}, true});
    case Op::Sync:
      return sync(open_.at(record.fd).object);
    case Op::Mkdir:
      objects_.emplace_back();
      objects_.back().folder = true;
      return change_names({order_, Op::Link, place(record.path), place(record.path), objects_.size() - 1});
    case Op::Link:
      return change_names({order_, Op::Link, place(record.second), place(record.second), find(place(record.path))});
    case Op::Rename:
    case Op::Swap:
      return change_names({order_, record.op, place(record.path), place(record.second), find(place(record.path))});
    case Op::Unlink:
      return change_names({order_, Op::Unlink, place(record.path), place(record.path), find(place(record.path))});
    case Op::Unknown:
      throw std::runtime_error(record.path + " was changed in a way this test does not know");
  }
}

void Disk::rename(std::map<Id, Names>& names, const NameChange& change) {
  Names& from = names[change.from.folder];
  if (change.op == Op::Unlink) {
    from.erase(change.from.name);
  } else if (change.op == Op::Swap) {
    std::swap(names[change.from.folder][change.from.name], names[change.to.folder][change.to.name]);
  } else {
    if (change.op == Op::Rename) from.erase(change.from.name);
    names[change.to.folder][change.to.name] = change.object;
  }
}

void Disk::change_names(NameChange change) {
  std::map<Id, Names> live;
  for (const Id folder : {change.from.folder, change.to.folder}) live[folder] = objects_[folder].live_names;
  rename(live, change);
  for (auto& [folder, names] : live) objects_[folder].live_names = std::move(names);
  name_changes_.push_back(std::move(change));
}

void Disk::write(std::string& contents, const Change& change, Fate fate, unsigned seed) {
  if (fate == Fate::Dropped) return;
  if (change.truncate) {
    contents.resize(static_cast<std::size_t>(change.at));
    return;
  }
  const auto begin = static_cast<std::size_t>(change.at);
  const std::size_t end = begin + change.data.size();
  if (fate != Fate::Torn && contents.size() < end) contents.resize(end);
  if (fate == Fate::Zeroed) return;
  std::mt19937 random(seed ^ static_cast<unsigned>(change.order));
  for (std::size_t at = begin; at < end;) {
    const std::size_t stop = std::min(end, (at / kSector + 1) * kSector);
    if (fate == Fate::Kept || random() % 2 == 0) {
      if (contents.size() < stop) contents.resize(stop);
      contents.replace(at, stop - at, change.data, at - begin, stop - at);
    }
    at = stop;
  }
}

void Disk::change_contents(Id object, Change change) {
  write(objects_[object].live, change, Fate::Kept, 0);
  objects_[object].changes.push_back(std::move(change));
}

void Disk::sync(Id id) {
  Object& object = objects_[id];
  if (!object.folder) {
    object.synced = object.live;
    object.changes.clear();
    return;
  }
  // A rename from one folder to another is one entry of a journal: either sync makes it durable.
  std::erase_if(name_changes_, [&](const NameChange& change) {
    if (change.from.folder != id && change.to.folder != id) return false;
    std::map<Id, Names> names;
    for (const Id folder : {change.from.folder, change.to.folder}) names[folder] = objects_[folder].synced_names;
    rename(names, change);
    for (auto& [folder, now] : names) objects_[folder].synced_names = std::move(now);
    return true;
  });
}

std::vector<std::pair<std::size_t, bool>> Disk::pending_orders() const {
  std::vector<std::pair<std::size_t, bool>> out;
  for (const NameChange& change : name_changes_) out.emplace_back(change.order, true);
  for (const Object& object : objects_) {
    for (const Change& change : object.changes) out.emplace_back(change.order, false);
  }
  std::ranges::sort(out);
  return out;
}

std::vector<bool> Disk::pending() const {
  std::vector<bool> out;
  for (const auto& [order, names] : pending_orders()) out.push_back(names);
  return out;
}

void Disk::collect(Id id, const std::string& path, const std::map<Id, Names>& names,
                   const std::map<std::size_t, Fate>& fates, unsigned seed, Tree& tree) const {
  const Object& object = objects_[id];
  if (!object.folder) {
    std::string contents = object.synced;
    for (const Change& change : object.changes) write(contents, change, fates.at(2 * change.order), seed);
    tree[path] = std::move(contents);
    return;
  }
  if (!path.empty()) tree[path] = std::nullopt;
  const auto found = names.find(id);
  if (found == names.end()) return;
  for (const auto& [name, child] : found->second) {
    collect(child, path.empty() ? name : path + "/" + name, names, fates, seed, tree);
  }
}

Tree Disk::after(const std::vector<Fate>& fates, unsigned seed) const {
  const auto orders = pending_orders();
  std::map<std::size_t, Fate> fate_of;  // an open may create a name and cut contents: two changes of one order
  for (std::size_t i = 0; i < orders.size(); ++i)
    fate_of[2 * orders[i].first + (orders[i].second ? 1 : 0)] = fates.at(i);
  std::map<Id, Names> names;
  for (Id id = 0; id < objects_.size(); ++id) {
    if (objects_[id].folder) names[id] = objects_[id].synced_names;
  }
  for (const NameChange& change : name_changes_) {
    if (fate_of.at(2 * change.order + 1) != Fate::Dropped) rename(names, change);
  }
  Tree tree;
  collect(0, "", names, fate_of, seed, tree);
  return tree;
}

Tree Disk::complete() const {
  return after(std::vector<Fate>(pending().size(), Fate::Kept), 0);
}

}  // namespace morgue::power
