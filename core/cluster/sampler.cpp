#include "core/cluster/sampler.h"
