# SPDX-License-Identifier: GPL-2.0-or-later
# Compiler settings shared by everything of ours, and the function that declares a room.
add_library(morgue_options INTERFACE)
target_include_directories(morgue_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(morgue_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wcast-qual
  # GCC 12 sees overlapping copies in its own std::string (its bug 105329).
  -Wno-restrict
  -Wimplicit-fallthrough -Wno-sign-conversion $<$<BOOL:${MORGUE_WERROR}>:-Werror>)
if(MORGUE_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Instrumented, GCC takes what its own std::regex moves for uninitialized; its manual warns of such false alarms.
  target_compile_options(morgue_options INTERFACE -Wno-maybe-uninitialized)
endif()
# What an attacker gains by a defect of ours is made small; tests/hardening looks for each of these in the program.
# FORTIFY needs an optimiser and disturbs sanitizers.
if(MORGUE_HARDEN)
  set(is_shared $<IN_LIST:$<TARGET_PROPERTY:TYPE>,MODULE_LIBRARY$<SEMICOLON>SHARED_LIBRARY>)
  target_compile_options(morgue_options INTERFACE -fstack-protector-strong -fstack-clash-protection
    $<$<NOT:${is_shared}>:-fPIE>)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(morgue_options INTERFACE -fcf-protection)
  endif()
  if(NOT MORGUE_SANITIZE)
    target_compile_options(morgue_options INTERFACE $<$<CONFIG:Release>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
  endif()
  target_link_options(morgue_options INTERFACE LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack
    $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)
endif()
if(MORGUE_SANITIZE)
  target_compile_options(morgue_options INTERFACE -fsanitize=${MORGUE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  string(REPLACE "fuzzer-no-link," "" link_sanitizers "${MORGUE_SANITIZE}")
  target_link_options(morgue_options INTERFACE -fsanitize=${link_sanitizers})
endif()

# morgue_room(NAME SOURCES a.cpp b.cpp USES other rooms LIBRARIES imported targets)
# A room is a static library linked to just the rooms it may include; tests/lint checks the includes themselves.
function(morgue_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(morgue_${name} STATIC ${ROOM_SOURCES})
  list(TRANSFORM ROOM_USES PREPEND morgue_)
  target_link_libraries(morgue_${name} PUBLIC morgue_options ${ROOM_USES} PRIVATE ${ROOM_LIBRARIES})
endfunction()
