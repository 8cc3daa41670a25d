#include "core/lab/exercises/typed_line.h"

#include "core/lab/exercises/exercise_tasks.h"
#include "core/lab/exercises/masked_text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TypedLine)
};

constexpr Milliseconds patience{3'600'000}; // a learner's statement may wait for a lock as long as the learner likes

Result<CommandOutcome> run(const TypedLine &line, const ExercisePlace &place)
{
    const bool sql = line.language == TypedLine::Language::Sql;
    Result<Command> command =
        place.shell(sql ? QStringLiteral("psql -X -v ON_ERROR_STOP=1 -v FETCH_COUNT=1000 -P pager=off -f - -d %1")
                              .arg(shellQuoted(line.database))
                        : line.text,
                    line.node);
    const auto host = place.hosts().find(QStringLiteral("local"));
    if (!command || !host)
        return command ? host.error() : command.error();
    if (sql)
        command->input = line.text.toUtf8() + '\n';
    return (*host)->run(*command, Deadline::after(patience), place.stop);
}

/// psql names its standard input before each error: nothing that a learner could look up, and a narrow console is full
/// of it before the error begins.
QString withoutOrigin(const QByteArray &output)
{
    static const QRegularExpression origin(QStringLiteral("^psql:<stdin>:\\d+: "), QRegularExpression::MultilineOption);
    QString text = QString::fromUtf8(output).remove(origin);
    while (text.endsWith(QLatin1Char('\n'))) // what stands before a table's first title keeps it over its column
        text.chop(1);
    return text;
}

} // namespace

QString databaseAfter(const QString &sql, const QString &before)
{
    static const QRegularExpression connect(QStringLiteral("^\\s*\\\\c(?:onnect)?\\s+\"?([^\\s\"]+)"),
                                            QRegularExpression::MultilineOption);
    QString after = before;
    for (auto matches = connect.globalMatch(sql); matches.hasNext();)
        after = matches.next().captured(1);
    return after;
}

TaskEvidence runTypedLine(const TypedLine &line, const ExercisePlace &place)
{
    TaskEvidence evidence{
        .what = line.language == TypedLine::Language::Sql ? Tr::tr("SQL on %1").arg(line.node) : Tr::tr("Shell"),
        .line = maskedText(line.text, place.secrets),
        .at = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)};
    QElapsedTimer clock;
    clock.start();
    const Result<CommandOutcome> outcome = run(line, place);
    evidence.milliseconds = static_cast<int>(clock.elapsed());
    evidence.succeeded = outcome && outcome->succeeded();
    evidence.output = evidenceText(outcome ? withoutOrigin(outcome->output + outcome->errorOutput) : outcome.error().full(),
                                   place.secrets);
    return evidence;
}

} // namespace howdah
