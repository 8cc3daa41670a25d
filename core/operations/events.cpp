#include "core/operations/events.h"
