#include "core/cluster/cluster_definition.h"
