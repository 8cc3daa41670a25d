#pragma once

#include <QByteArray>
#include <QStringList>

namespace howdah {

/// The words of postmaster.opts: the program as it is, then each word in double quotes, which the server does not
/// escape.
[[nodiscard]] QStringList commandLineWords(const QString &line);

/// Takes -D and its value out of the words, and gives the value.
QString takeDirectory(QStringList &words);

/// The value of "config_file=…" among the words of a command line, given as `-c x=y` or `--x=y`.
[[nodiscard]] QString settingIn(const QStringList &words, const QString &name);

/// The last value that a postgresql.conf gives; what it includes is not looked at.
[[nodiscard]] QString settingInFile(const QByteArray &content, const QString &name);

} // namespace howdah
