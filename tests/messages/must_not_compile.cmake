# SPDX-License-Identifier: EUPL-1.2
# The compiler refuses a Text made from a plain string: each attempt in plain_string_is_no_text.cpp must fail, the same file without any must pass.
set(attempt ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only -I${CMAKE_SOURCE_DIR}/src ${CMAKE_CURRENT_LIST_DIR}/plain_string_is_no_text.cpp)
add_test(NAME must_not_compile.text_from_words_compiles COMMAND ${attempt})
foreach(number 1 2 3 4)
  add_test(NAME must_not_compile.text_from_plain_string_${number} COMMAND ${attempt} -DATTEMPT=${number})
  set_tests_properties(must_not_compile.text_from_plain_string_${number} PROPERTIES WILL_FAIL TRUE)
endforeach()
