#include "core/pg/result_set.h"
