#include "tests/support/live_lab.h"
