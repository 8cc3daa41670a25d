#include "core/cluster/cluster_snapshot.h"
