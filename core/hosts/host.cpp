#include "core/hosts/host.h"
