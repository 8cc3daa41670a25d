#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace howdah::test {

/// PostgreSQL's own program (or another, by its path), as the user that servers run as. Fails the test with its words.
bool runServerTool(const QString &tool, const QStringList &arguments);
/// Of that user, gone with its object.
[[nodiscard]] std::unique_ptr<QTemporaryDir> serverDirectory();
/// A data directory to copy: what initdb makes serves the whole process, and those that it starts once it is made.
[[nodiscard]] QString serverTemplate();

} // namespace howdah::test
