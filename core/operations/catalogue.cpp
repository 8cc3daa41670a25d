#include "core/operations/catalogue.h"
