#include "tests/support/live_server.h"
