#pragma once

#include "core/lab/lab.h"

#include <QLockFile>

#include <memory>

namespace howdah {

/// What is on file of a lab: the lab, and what only the lab's own code needs.
struct LabRecord
{
    Lab lab;
    QString marker;           ///< content of the marker file in its directory: what may be removed with it
    qint64 workloadStart = 0; ///< start time of the workload's process, so that a recycled number is never taken for it
};

/// One file per lab in `labs` of the state directory, and a copy as lab.json in the lab's own directory for people to
/// read. Thread-safe by holding nothing; files are replaced atomically.
namespace lab_records {

/// Puts a new name on record. AlreadyExists when it is taken.
[[nodiscard]] Result<void> claim(const LabRecord &record);
[[nodiscard]] Result<void> save(const LabRecord &record);
[[nodiscard]] Result<LabRecord> find(const QString &name); ///< NotFound says which there are
[[nodiscard]] Result<QList<LabRecord>> all();              ///< unreadable ones left out
[[nodiscard]] Result<void> remove(const QString &name);
[[nodiscard]] QByteArray toJson(const LabRecord &record);

/// One change at a time per lab, among all processes of this user. Busy when another has it.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lock(const QString &name);

} // namespace lab_records
} // namespace howdah
