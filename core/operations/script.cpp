#include "core/operations/script.h"
