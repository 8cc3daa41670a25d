#include "core/cluster/cluster_store.h"
