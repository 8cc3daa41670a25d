#include "core/operations/executor.h"
