#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace howdah::test {

/// Where a test's servers and files lie, as a template for QTemporaryDir: in memory where there is room for them, for
/// most of the time that they take a disk is waited for; else below /tmp. HOWDAH_TEST_SCRATCH names another directory.
[[nodiscard]] QString scratch(const QString &name);

/// False where another directory was named, as benches do: there nothing is spared that a user would wait for.
[[nodiscard]] bool isScratchOurs();

/// A HOWDAH_HOME of a test's own, in which labs find their place too: whoever their servers run as, the way leads
/// through here.
[[nodiscard]] std::unique_ptr<QTemporaryDir> scratchHome();

} // namespace howdah::test
