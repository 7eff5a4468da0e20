# A folder is a link target: these functions take every source of the calling folder.

# foghorn_library(NAME LINK targets... [NO_QT]): a static library of the folder's *.cpp and *.h.
function(foghorn_library name)
  cmake_parse_arguments(ARG "NO_QT" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp" "*.h")
  if(NOT sources MATCHES "\\.cpp")
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${ARG_LINK})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARG_LINK})
  _foghorn_flags(${name} ${ARG_NO_QT})
  _foghorn_precompiled_of(${name} ${ARG_NO_QT} "${ARG_LINK}")
endfunction()

# programs: all that a user starts, without tests and benchmarks.
add_custom_target(programs)

# foghorn_program(NAME LINK targets... [NO_QT]): a program of the folder's sources, in build/bin.
function(foghorn_program name)
  cmake_parse_arguments(ARG "NO_QT" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp" "*.h")
  if(NOT sources MATCHES "\\.cpp")
    return()
  endif()
  add_executable(${name} ${sources})
  add_dependencies(programs ${name})
  target_link_libraries(${name} PRIVATE ${ARG_LINK})
  _foghorn_flags(${name} ${ARG_NO_QT})
  _foghorn_precompiled_of(${name} ${ARG_NO_QT} "${ARG_LINK}")
endfunction()

# foghorn_tests(LINK targets... [LABELS labels...] [TIMEOUT seconds]): each tst_*.cpp of the folder is a Qt Test program
# and a test.
function(foghorn_tests)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LINK;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  file(GLOB tests CONFIGURE_DEPENDS "tst_*.cpp")
  foreach(source IN LISTS tests)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE ${ARG_LINK} Qt6::Test)
    _foghorn_flags(${name} FALSE)
    _foghorn_precompiled_of(${name} FALSE "${ARG_LINK}")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;FOGHORN_BIN=${CMAKE_BINARY_DIR}/bin;FOGHORN_SOURCE=${CMAKE_SOURCE_DIR};LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")
  endforeach()
endfunction()

function(_foghorn_flags name no_qt)
  if(no_qt)
    target_link_libraries(${name} PRIVATE foghorn_flags)
  else()
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE foghorn_qt_flags)
  endif()
endfunction()

# What links the desktop's parts is compiled with their switches.
function(_foghorn_precompiled_of name no_qt link)
  if(no_qt)
    return()
  elseif(link MATCHES "foghorn_ui|Qt6::Widgets")
    foghorn_use_precompiled(${name} foghorn_pch_widgets)
  else()
    foghorn_use_precompiled(${name} foghorn_pch_core)
  endif()
endfunction()

# foghorn_subdirectories(): every folder below the calling one that has a CMakeLists.txt.
function(foghorn_subdirectories)
  file(GLOB children RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS "*/CMakeLists.txt")
  foreach(child IN LISTS children)
    get_filename_component(folder "${child}" DIRECTORY)
    add_subdirectory("${folder}")
  endforeach()
endfunction()
