// What nearly every file of this room includes; compiled once.
#pragma once

#include "core/operations/operation.h"
#include "core/precompiled.h"
