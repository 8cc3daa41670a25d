#include "core/lab/exercises/exercise_diagnosis.h"

#include "core/base/wake_up.h"
#include "core/lab/exercises/masked_text.h"

#include <QRegularExpression>

namespace howdah {

namespace {

constexpr Milliseconds patience{30000}; // an archiver tries three times before it says that it failed
constexpr Milliseconds betweenLooks{300};

QString lastLine(const Measurement &wanted, ExercisePlace &place)
{
    const Result<QString> file = place.words.filled(QStringLiteral("{{%1.log}}").arg(wanted.node));
    const auto host = place.hosts().find(QStringLiteral("local"));
    const Result<QByteArray> log = file && host
                                       ? (*host)->readFile(*file, As{place.lab.systemUser}, Deadline::after(patience))
                                       : Result<QByteArray>(QByteArray());
    const QRegularExpression pattern(wanted.text);
    QString last;
    for (const QString &line : QString::fromUtf8(log.valueOr({})).split(QLatin1Char('\n')))
        if (pattern.match(line).hasMatch())
            last = line;
    return last;
}

QString seen(const Measurement &wanted, const ClusterSnapshot &snapshot, ExercisePlace &place)
{
    if (wanted.kind == Measurement::Kind::Log)
        return lastLine(wanted, place);
    for (const Finding &finding : snapshot.findings)
        if (finding.id == wanted.text && (wanted.node.isEmpty() || finding.node == wanted.node))
            return finding.text;
    return {};
}

} // namespace

QStringList whatIsFound(const QList<Measurement> &wanted, ExercisePlace &place)
{
    const Deadline deadline = Deadline::after(patience);
    QStringList found;
    do {
        found.clear();
        const ClusterSnapshotPtr snapshot = place.look();
        for (const Measurement &one : wanted)
            if (const QString text = seen(one, *snapshot, place); !text.isEmpty())
                found << maskedText(text, place.secrets);
    } while (found.size() < wanted.size() && !deadline.expired() && sleepUnlessStopped(betweenLooks, place.stop));
    return found;
}

} // namespace howdah
