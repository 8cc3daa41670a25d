#include "core/cluster/history.h"
