#include "core/cluster/discovery.h"
