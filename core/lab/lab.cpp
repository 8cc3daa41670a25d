#include "core/lab/lab.h"
