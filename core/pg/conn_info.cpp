#include "core/pg/conn_info.h"
