# Run by cpack over the tree that it is about to pack: what a Debian package has and `cmake --install` need not.
cmake_policy(VERSION 3.25)
set(share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
set(doc ${share}/doc/koppelkans)

foreach(part PLUGIN SBOM)
    set(file ${CPACK_KOPPELKANS_${part}})
    if(file AND NOT EXISTS ${CPACK_TEMPORARY_DIRECTORY}/${file})
        message(FATAL_ERROR "${file} has not been built: cmake --build the whole tree, or its target package")
    endif()
endforeach()

# The licence in full, since Debian keeps no copy of it; a line of a field begins with a space, an empty one is a dot.
file(READ ${CPACK_KOPPELKANS_SOURCE_DIR}/LICENSE licence)
string(STRIP "${licence}" licence)
string(REGEX REPLACE "[ \t]+\n" "\n" licence "${licence}")
string(REGEX REPLACE "\n[ \t]*" "\n " licence "${licence}")
string(REGEX REPLACE "\n (\n|$)" "\n .\n" licence "${licence}")
string(REGEX REPLACE "\n (\n|$)" "\n .\n" licence "${licence}")
file(READ ${CMAKE_CURRENT_LIST_DIR}/copyright copyright)
file(WRITE ${doc}/copyright "${copyright} ${licence}\n")

# A package without a Debian revision has one changelog: the project's, in the form of Debian.
execute_process(
    COMMAND awk -v version=${CPACK_PACKAGE_VERSION} -v maintainer=${CPACK_PACKAGE_CONTACT}
        -f ${CMAKE_CURRENT_LIST_DIR}/debian_changelog.awk ${CPACK_KOPPELKANS_SOURCE_DIR}/CHANGELOG.md
    OUTPUT_FILE ${doc}/changelog
    COMMAND_ERROR_IS_FATAL ANY)

# -n leaves the time out, so that the same pages give the same bytes.
file(GLOB pages ${share}/man/man1/*.1)
execute_process(COMMAND gzip -9nf ${doc}/changelog ${pages} COMMAND_ERROR_IS_FATAL ANY)

# Whatever the umask of whoever packs.
set(read OWNER_READ GROUP_READ WORLD_READ)
set(enter ${read} OWNER_WRITE OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
file(CHMOD ${CPACK_TEMPORARY_DIRECTORY}/usr ${CPACK_TEMPORARY_DIRECTORY}/usr/bin PERMISSIONS ${enter})
file(CHMOD_RECURSE ${share} FILE_PERMISSIONS ${read} OWNER_WRITE DIRECTORY_PERMISSIONS ${enter})
