# SPDX-License-Identifier: GPL-2.0-or-later
# The Debian package, made by scripts/package. The dependencies are those that the program is linked to.
set(MORGUE_MAINTAINER "The morgue authors <morgue-authors@lists.alioth.debian.org>" CACHE STRING "Who answers for the package")
set(MORGUE_PACKAGE_VERSION ${PROJECT_VERSION}-1)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME morgue)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT ${MORGUE_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search of news archives from the terminal")
set(CPACK_PACKAGE_DESCRIPTION
  "morgue turns dumps of news articles into an archive and answers questions
about it: every story by one reporter, about one topic, in one month, with
one phrase, exactly and at once.
.
It reads JSON, CSV, web pages, web crawls, feeds and the formats of the news
industry, keeps every revision, and writes text, JSON, CSV and citations.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "less, xapian-tools, sqlite3")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/packaging/stage.cmake)
configure_file(${CMAKE_SOURCE_DIR}/packaging/debian/changelog.in ${CMAKE_BINARY_DIR}/packaging/changelog @ONLY)
set(CPACK_MORGUE_CHANGELOG ${CMAKE_BINARY_DIR}/packaging/changelog)
include(CPack)

install(DIRECTORY ${CMAKE_SOURCE_DIR}/packaging/systemd/system ${CMAKE_SOURCE_DIR}/packaging/systemd/user
  DESTINATION lib/systemd)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/config.toml DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
