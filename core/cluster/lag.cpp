#include "core/cluster/lag.h"
