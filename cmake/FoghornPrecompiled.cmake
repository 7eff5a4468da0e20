# Precompiled headers: most of a compile is Qt's headers, and they are the same for hundreds of files. There is one set
# for each group of targets that are compiled with the same switches. `./dev lint` reads the sources without them, so
# that a file still includes what it uses.
option(FOGHORN_PRECOMPILE "Precompile Qt's headers" ON)

# foghorn_precompiled(NAME HEADERS headers... LINK targets...)
function(foghorn_precompiled name)
  cmake_parse_arguments(ARG "" "" "HEADERS;LINK" ${ARGN})
  if(NOT FOGHORN_PRECOMPILE)
    return()
  endif()
  file(WRITE "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp.new" "// only so that the target has a source\n")
  file(COPY_FILE "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp.new" "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp" ONLY_IF_DIFFERENT)
  add_library(${name} STATIC "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp")
  target_link_libraries(${name} PRIVATE foghorn_qt_flags ${ARG_LINK})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

# foghorn_use_precompiled(TARGET NAME): unless NAME was not made, as in a build without precompiled headers.
function(foghorn_use_precompiled target name)
  if(TARGET ${name})
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

# Not Qt Test's: it defines QT_TESTCASE_BUILDDIR anew for each folder.
set(core_headers <QtCore/QtCore> <chrono> <functional> <memory> <optional> <variant> <vector>)
foghorn_precompiled(foghorn_pch_core HEADERS ${core_headers})
if(FOGHORN_BUILD_DESKTOP)
  foghorn_precompiled(foghorn_pch_widgets HEADERS ${core_headers} <QtWidgets/QtWidgets> LINK Qt6::Widgets)
endif()
