#include "core/operations/preparation.h"
