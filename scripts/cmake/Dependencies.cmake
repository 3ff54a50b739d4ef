# SPDX-License-Identifier: GPL-2.0-or-later
# Every third-party library, as an imported target. All come from Debian 12 packages (scripts/install-packages).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(simdjson REQUIRED)
find_package(CLI11 REQUIRED)

foreach(entry IN ITEMS "XAPIAN;xapian-core>=1.4.22" "SQLITE;sqlite3>=3.40" "ARCHIVE;libarchive" "ICU;icu-uc;icu-i18n" "ZSTD;libzstd"
                       "XXHASH;libxxhash" "YAML;yaml-0.1" "ZLIB;zlib" "BROTLI;libbrotlidec" "CURSES;ncursesw")
  list(POP_FRONT entry name)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${entry})
endforeach()

# These two ship neither a CMake config nor a pkg-config file.
foreach(entry IN ITEMS "cld2;cld2/public/compact_lang_det.h" "stemmer;libstemmer.h")
  list(POP_FRONT entry name header)
  find_library(${name}_LIBRARY NAMES ${name} REQUIRED)
  find_path(${name}_INCLUDE_DIR NAMES ${header} REQUIRED)
  add_library(${name}::${name} UNKNOWN IMPORTED)
  set_target_properties(${name}::${name} PROPERTIES IMPORTED_LOCATION ${${name}_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${${name}_INCLUDE_DIR})
endforeach()
