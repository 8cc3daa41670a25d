#include "core/operations/operation_desk.h"
