#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace howdah::test {

/// Major versions that Howdah operates, and those that it only watches (9.6 as well, for which no programs are to be
/// had).
inline const QList<int> operatedMajors{13, 14, 15, 16, 17, 18};
inline const QList<int> watchedMajors{10, 11, 12};

/// The directory of initdb, pg_ctl and postgres (no other tool is there) of a major version, as tests/fetch-postgres
/// left it: in HOWDAH_TEST_POSTGRES_VERSIONS, else in build/postgres-versions. NotFound says what to do, for QSKIP.
[[nodiscard]] Result<QString> serverPrograms(int major);

/// All programs of PostgreSQL 17 or 18, as tests/fetch-postgres-tools left them beside those. NotFound as above.
[[nodiscard]] Result<QString> allPrograms(int major);
[[nodiscard]] inline Result<QString> programsOf17()
{
    constexpr int major = 17;
    return allPrograms(major);
}

} // namespace howdah::test
