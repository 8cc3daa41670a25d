#include "core/pg/server_version.h"
