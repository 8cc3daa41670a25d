#include "core/operations/file_programs.h"
#include "core/operations/script_writer.h"

#include <QRegularExpression>

// Actions on files and directories, as a shell does them.

namespace howdah {

namespace {
/// As a basic regular expression that means itself.
QString sedPattern(QString text)
{
    static const QRegularExpression special(QStringLiteral(R"([\\/.*\[\]^$])"));
    return text.replace(special, QStringLiteral("\\\\\\0"));
}

QString sedReplacement(QString text)
{
    static const QRegularExpression special(QStringLiteral(R"([\\/&])"));
    return text.replace(special, QStringLiteral("\\\\\\0"));
}

} // namespace

QString ScriptWriter::write(const WriteFile &action) const
{
    const QString mode = QString::number(action.mode, 8);
    return QStringLiteral("printf %s %1 | %2\n%3")
        .arg(shellQuoted(QString::fromUtf8(action.content)),
             fromStandardInput(action.hostId, action.owner, QStringLiteral(">"), action.path),
             words(action.hostId, action.owner, {QStringLiteral("chmod"), mode, action.path}));
}

QString ScriptWriter::write(const AppendFile &action) const
{
    return QStringLiteral("printf %s %1 | %2")
        .arg(shellQuoted(QString::fromUtf8(action.content)),
             fromStandardInput(action.hostId, action.owner, QStringLiteral(">>"), action.path));
}

QString ScriptWriter::write(const PointPoolerAt &action) const
{
    QString program;
    for (const QString &database : action.databases) {
        const QString name = sedPattern(database);
        const auto set = [&](const QString &keyword, const QString &value) {
            program += QStringLiteral("/^ *\"\\{0,1\\}%1\"\\{0,1\\} *=/{/[= ]%2 *=/!s/$/ %2=/;"
                                      "s/\\([= ]%2 *=\\) *[^ ]*/\\1%3/;}\n")
                           .arg(name, keyword, sedReplacement(value.isEmpty() ? QStringLiteral("''") : value));
        };
        set(QStringLiteral("host"), action.host);
        set(QStringLiteral("port"), action.port);
    }
    return words(action.hostId, action.owner,
                 {QStringLiteral("sh"), QStringLiteral("-c"),
                  QStringLiteral("new=$(sed '/^\\[databases\\]/,/^\\[[^d]/{'\"$1\"'}' \"$2\") && "
                                 "printf '%s\\n' \"$new\" > \"$2\""),
                  QStringLiteral("sh"), program, action.path});
}

QString ScriptWriter::write(const BringFile &action) const
{
    return QStringLiteral("%1 | %2\n%3")
        .arg(words(action.fromHostId, action.fromOwner, {QStringLiteral("cat"), QStringLiteral("--"), action.from}),
             fromStandardInput(action.hostId, action.owner, QStringLiteral(">"), action.path),
             words(action.hostId, action.owner,
                   {QStringLiteral("chmod"), QString::number(action.mode, 8), action.path}));
}

QString ScriptWriter::write(const MakeDirectory &action) const
{
    return words(action.hostId, action.owner,
                 {QStringLiteral("mkdir"), QStringLiteral("-p"), QStringLiteral("-m"), QString::number(action.mode, 8),
                  action.path});
}

QString ScriptWriter::write(const MovePath &action) const
{
    const auto line = [&](const QStringList &argv) { return words(action.hostId, action.owner, argv); };
    // rmdir takes away an empty directory only; mv -T does not move into one that is there all the same.
    return QStringLiteral("if %1; then\n%2\nfi\n%3")
        .arg(line({QStringLiteral("test"), QStringLiteral("-d"), action.to}),
             line({QStringLiteral("rmdir"), action.to}),
             line({QStringLiteral("mv"), QStringLiteral("-T"), QStringLiteral("-n"), action.from, action.to}));
}

QString ScriptWriter::write(const MakeMarkedDirectory &action) const
{
    const QString marker = action.path + QLatin1Char('/') + QLatin1String(markerFileName);
    return QStringLiteral("%1\n%2").arg(
        words(action.hostId, action.owner,
              {QStringLiteral("mkdir"), QStringLiteral("-m"), QStringLiteral("700"), action.path}),
        write(WriteFile{action.hostId, marker, action.owner, action.marker.toUtf8()}));
}

QString ScriptWriter::write(const RemoveMarkedDirectory &action) const
{
    const QString marker = action.path + QLatin1Char('/') + QLatin1String(markerFileName);
    return QStringLiteral("if %1; then\n%2\nfi")
        .arg(words(action.hostId, action.owner,
                   {QStringLiteral("grep"), QStringLiteral("-qsxF"), action.marker, marker}),
             words(action.hostId, action.owner,
                   {QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("--"), action.path}));
}

QString ScriptWriter::write(const RemoveFile &action) const
{
    return words(action.hostId, action.owner,
                 {QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("--"), action.path});
}

QString ScriptWriter::write(const CopyFile &action) const
{
    return words(action.hostId, action.owner, copyProgram(action));
}

QString ScriptWriter::write(const PatchFile &action) const
{
    return words(action.hostId, action.owner, patchProgram(action));
}

QString ScriptWriter::write(const PasswordLine &action) const
{
    return words(action.hostId, action.owner, passwordLineProgram(action));
}

} // namespace howdah
