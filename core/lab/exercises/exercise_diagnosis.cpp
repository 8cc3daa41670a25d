#include "core/lab/exercises/exercise_diagnosis.h"

#include "core/base/wake_up.h"
#include "core/lab/exercises/masked_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseDiagnosis)
};

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

QString likelyReason(ExercisePlace &place)
{
    const ClusterSnapshotPtr snapshot = place.look();
    const auto isAway = [](const NodeState &node) { return !node.sample || node.sample->failure; };
    const bool allAway = std::all_of(snapshot->nodes.begin(), snapshot->nodes.end(), isAway);
    if (allAway && !place.lab.kit.isThere()) // containers are brought up in the exercise itself
        return Tr::tr(
                   "No server of this lab answers. “Start the lab” in its menu starts them, or: howdahctl lab start %1")
            .arg(place.lab.name);
    QStringList texts;
    for (const Finding &finding : snapshot->findings)
        if (finding.severity != Severity::Information)
            texts << finding.text;
    return texts.mid(0, 3).join(QLatin1Char(' '));
}

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
