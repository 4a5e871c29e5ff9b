// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include "header_session.h"

int main() {}
