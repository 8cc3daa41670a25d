#pragma once

#include "core/operations/operation.h"

/// One function per file of this folder; catalogue.cpp lists them.
namespace howdah::library {

[[nodiscard]] Operation preparePrimary();
[[nodiscard]] Operation clone();
[[nodiscard]] Operation switchover();
[[nodiscard]] Operation failover();
[[nodiscard]] Operation pauseReplay();
[[nodiscard]] Operation resumeReplay();
[[nodiscard]] Operation restart();
[[nodiscard]] Operation rejoin();
[[nodiscard]] Operation reload();
[[nodiscard]] Operation backup();
[[nodiscard]] Operation dump();
[[nodiscard]] Operation restore();
[[nodiscard]] Operation restoreCluster();
[[nodiscard]] Operation verifyBackup();
[[nodiscard]] Operation drillBackup();
[[nodiscard]] Operation scheduleBackup();
[[nodiscard]] Operation expireBackups();
[[nodiscard]] Operation keeperBackup();
[[nodiscard]] Operation keeperRestore();
[[nodiscard]] Operation recover();
[[nodiscard]] Operation bringRowsBack();
[[nodiscard]] Operation takePlace();
[[nodiscard]] Operation receiveWal();
[[nodiscard]] Operation setArchiving();
[[nodiscard]] Operation setParameter();
[[nodiscard]] Operation synchronous();
[[nodiscard]] Operation removeSynchronous();
[[nodiscard]] Operation setDelay();
[[nodiscard]] Operation follow();
[[nodiscard]] Operation decommission();
[[nodiscard]] Operation createSlot();
[[nodiscard]] Operation dropSlot();
[[nodiscard]] Operation advanceSlot();

} // namespace howdah::library
