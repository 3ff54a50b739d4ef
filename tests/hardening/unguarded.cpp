// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>

int main() {
  return std::puts("nobody guards me") < 0 ? 1 : 0;
}
