// What nearly every test includes; compiled once.
#pragma once

#include "core/precompiled.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
