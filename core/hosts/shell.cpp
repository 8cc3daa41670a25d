#include "core/hosts/host.h"

namespace howdah {

namespace {

bool isPlain(QChar character)
{
    static const QString harmless = QStringLiteral("%+,-./:=@_");
    return (character.unicode() < 128 && character.isLetterOrNumber()) || harmless.contains(character);
}

} // namespace

QString shellQuoted(const QString &word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QString inner = word;
    inner.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

QString shellLine(const Host &host, const Command &command)
{
    QStringList words;
    if (!command.workingDirectory.isEmpty() || !command.environment.isEmpty())
        words << QStringLiteral("env");
    if (!command.workingDirectory.isEmpty())
        words << QStringLiteral("--chdir=") + command.workingDirectory;
    for (const auto &[name, value] : command.environment)
        words << name + QLatin1Char('=') + value;
    words += command.argv;
    for (int shell = 0; shell < host.scriptShells(); ++shell)
        for (QString &word : words)
            word = shellQuoted(word);
    QStringList prefix = host.scriptPrefix(command.asUser);
    for (QString &word : prefix)
        word = shellQuoted(word);
    const QString line = (prefix + words).join(QLatin1Char(' '));
    if (command.input.isEmpty())
        return line;
    return QStringLiteral("printf %s %1 | %2").arg(shellQuoted(QString::fromUtf8(command.input)), line);
}

} // namespace howdah
