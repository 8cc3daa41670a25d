#include "core/pg/server_identity.h"
