# SPDX-License-Identifier: Apache-2.0
# One interface target carries the warnings, the arithmetic and the sanitizers that every room is compiled with.
add_library(kept_compile_options INTERFACE)
target_compile_options(kept_compile_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wconversion
                                                      -Wno-sign-conversion -Wold-style-cast -Winvalid-pch)
# A product is rounded before it is added to: store/split_steps.cpp computes as the database does.
target_compile_options(kept_compile_options INTERFACE -ffp-contract=off)
if(KEPT_WARNINGS_AS_ERRORS)
  target_compile_options(kept_compile_options INTERFACE -Werror)
endif()
if(KEPT_SANITIZE)
  target_compile_options(kept_compile_options INTERFACE -fsanitize=${KEPT_SANITIZE} -fno-omit-frame-pointer)
  if(KEPT_SANITIZE_WITHOUT)
    target_compile_options(kept_compile_options INTERFACE -fno-sanitize=${KEPT_SANITIZE_WITHOUT})
  endif()
  target_link_options(kept_compile_options INTERFACE -fsanitize=${KEPT_SANITIZE})
endif()
