# foghorn_flags: what every target of ours is compiled with.
add_library(foghorn_flags INTERFACE)
target_compile_features(foghorn_flags INTERFACE cxx_std_20)
target_include_directories(foghorn_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(foghorn_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlaps in std::string that are not there (GCC bug 105651)
  target_compile_options(foghorn_flags INTERFACE -Wno-restrict)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # later ones see the payload of an empty std::optional being moved (GCC bug 80635)
  target_compile_options(foghorn_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(FOGHORN_WERROR)
  target_compile_options(foghorn_flags INTERFACE -Werror)
endif()
if(FOGHORN_SANITIZE)
  # A target with the property FOGHORN_UNSANITIZED is left as it is.
  set(sanitized "$<NOT:$<BOOL:$<TARGET_PROPERTY:FOGHORN_UNSANITIZED>>>")
  target_compile_options(foghorn_flags INTERFACE
      "$<${sanitized}:-fsanitize=${FOGHORN_SANITIZE};-fno-omit-frame-pointer;-fno-sanitize-recover=all>")
  target_link_options(foghorn_flags INTERFACE "$<${sanitized}:-fsanitize=${FOGHORN_SANITIZE}>")
endif()
if(FOGHORN_COVERAGE)
  target_compile_options(foghorn_flags INTERFACE --coverage -O0)
  target_link_options(foghorn_flags INTERFACE --coverage)
endif()
target_compile_definitions(foghorn_flags INTERFACE FOGHORN_VERSION="${PROJECT_VERSION}")

# foghorn_qt_flags: the same for targets that use Qt.
add_library(foghorn_qt_flags INTERFACE)
target_link_libraries(foghorn_qt_flags INTERFACE foghorn_flags Qt6::Core)
target_compile_definitions(foghorn_qt_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_NO_KEYWORDS)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.7)
  # the macros QTRY_… of Qt Test put milliseconds into an int there
  target_compile_options(foghorn_qt_flags INTERFACE
      "$<$<IN_LIST:Qt6::Test,$<TARGET_PROPERTY:LINK_LIBRARIES>>:-Wno-conversion>")
endif()
