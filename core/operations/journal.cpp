#include "core/operations/journal.h"
