#include "core/hosts/server_layout.h"
