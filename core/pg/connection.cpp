#include "core/pg/connection.h"
