# SPDX-License-Identifier: EUPL-1.2
# The standard library's headers, read once instead of four hundred times: only where nothing but tests is built. The command and the web build go without,
# so a header that a file forgot to include is still found. ccache cannot look through them, and saves more where it is.
if((POLKU_SANITIZE OR POLKU_FUZZ) AND NOT CCACHE)
  set(POLKU_PRECOMPILED <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <set> <string> <string_view> <utility> <variant> <vector>)
endif()

# `flags` names what is compiled alike: core (no exceptions, no RTTI), host or tests. The first target of each compiles the headers for the others.
function(polku_precompile target flags)
  if(NOT POLKU_PRECOMPILED)
    return()
  endif()
  # Some libraries (RE2) ask for it, and all that share the headers have to be alike.
  target_compile_options(${target} PRIVATE -pthread)
  get_property(owner GLOBAL PROPERTY polku_precompiled_${flags})
  if(owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  else()
    target_precompile_headers(${target} PRIVATE ${POLKU_PRECOMPILED} ${ARGN})
    set_property(GLOBAL PROPERTY polku_precompiled_${flags} ${target})
  endif()
endfunction()
