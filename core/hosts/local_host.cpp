#include "core/hosts/local_host.h"
