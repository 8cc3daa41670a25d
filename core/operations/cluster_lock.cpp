#include "core/operations/cluster_lock.h"
