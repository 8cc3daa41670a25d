# Every flag of the project stands on this one target.
add_library(howdah_flags INTERFACE)
target_compile_features(howdah_flags INTERFACE cxx_std_20)
target_compile_options(howdah_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough
    -Wno-missing-field-initializers # declarations name only the fields they set
    $<$<BOOL:${HOWDAH_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(howdah_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 HOWDAH_VERSION="${PROJECT_VERSION}")
target_include_directories(howdah_flags INTERFACE "${CMAKE_SOURCE_DIR}")
if(HOWDAH_SANITIZE)
    list(JOIN HOWDAH_SANITIZE "," sanitizers)
    target_compile_options(howdah_flags INTERFACE -fsanitize=${sanitizers} -fno-omit-frame-pointer)
    target_link_options(howdah_flags INTERFACE -fsanitize=${sanitizers})
endif()

# howdah_room(NAME SOURCES … NEEDS … [PRECOMPILED …]): one room of the core. NEEDS names the rooms below it: what is not named
# cannot be linked, and resources/cmake/CheckArrows.cmake refuses what could still be included. Its classes have no Q_OBJECT, unless
# the property AUTOMOC is set afterwards. Headers are compiled once for all rooms, in base; a room with PRECOMPILED has its own.
function(howdah_room name)
    cmake_parse_arguments(room "" "PRECOMPILED" "SOURCES;NEEDS" ${ARGN})
    add_library(howdah_${name} STATIC ${room_SOURCES})
    list(TRANSFORM room_NEEDS PREPEND howdah_)
    target_link_libraries(howdah_${name} PUBLIC howdah_flags Qt6::Core ${room_NEEDS})
    if(room_PRECOMPILED)
        target_precompile_headers(howdah_${name} PRIVATE ${room_PRECOMPILED})
    else()
        target_precompile_headers(howdah_${name} REUSE_FROM howdah_base)
    endif()
endfunction()
