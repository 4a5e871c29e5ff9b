# Fails unless each of SYMBOLS is defined in one object file of ARCHIVE and
# called from another: only then does the linker's --wrap replace it, and the
# linker does not say when it does not.
# FOREIGN_SYMBOLS are those which another library defines: a call is enough.
# NM: llvm-nm. The lists are separated by commas.
execute_process(COMMAND ${NM} ${ARCHIVE}
  OUTPUT_VARIABLE listing ERROR_QUIET RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "cannot list the symbols of ${ARCHIVE}: ${result}")
endif()
string(REPLACE "," ";" SYMBOLS "${SYMBOLS}")
string(REPLACE "," ";" FOREIGN_SYMBOLS "${FOREIGN_SYMBOLS}")
foreach(symbol IN LISTS SYMBOLS)
  if(NOT listing MATCHES "[0-9a-f]+ T ${symbol}\n")
    message(FATAL_ERROR "${ARCHIVE} does not define ${symbol}. "
      "clangd has changed: adapt driver/clangd/ClangdHooks.cpp.")
  endif()
endforeach()
foreach(symbol IN LISTS SYMBOLS FOREIGN_SYMBOLS)
  # A call within the defining object file is a reference to a defined symbol
  # and is not listed as U.
  if(NOT listing MATCHES " U ${symbol}\n")
    message(FATAL_ERROR "nothing in ${ARCHIVE} calls ${symbol} from another "
      "object file, so it cannot be wrapped. clangd has changed: adapt "
      "driver/clangd/*Hooks.cpp.")
  endif()
endforeach()
