#include "core/pg/lsn.h"
