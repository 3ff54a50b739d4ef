# SPDX-License-Identifier: GPL-2.0-or-later
# Run by CPack on the installed files, before they are packed: what Debian wants otherwise than a plain installation.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
set(doc ${root}/usr/share/doc/morgue)

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(GLOB manuals ${root}/usr/share/man/man*/*)
run(gzip -9n ${manuals})

file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
file(COPY_FILE ${CPACK_MORGUE_CHANGELOG} ${doc}/changelog.Debian)
run(gzip -9n ${doc}/changelog ${doc}/changelog.Debian)

file(RENAME ${root}/usr/share/zsh/site-functions ${root}/usr/share/zsh/vendor-completions)
file(MAKE_DIRECTORY ${root}/lib/systemd)
file(RENAME ${root}/usr/lib/systemd/system ${root}/lib/systemd/system)

# The same bytes whoever builds it, and when: SOURCE_DATE_EPOCH is set by scripts/package.
run(find ${root} -type d -exec chmod 0755 {} +)
run(find ${root} -type f -not -path ${root}/usr/bin/morgue -exec chmod 0644 {} +)
run(find ${root} -exec touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} {} +)
