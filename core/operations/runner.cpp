#include "core/operations/runner.h"
