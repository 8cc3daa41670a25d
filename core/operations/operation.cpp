#include "core/operations/operation.h"
