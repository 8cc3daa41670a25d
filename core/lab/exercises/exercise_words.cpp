#include "core/lab/exercises/exercise_words.h"

#include "core/lab/lab_containers.h"
#include "core/lab/lab_settings.h"
#include "core/operations/catalogue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <functional>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseWords)
};

Error noSuch(const QString &message)
{
    return {.code = ErrorCode::NotFound, .message = message};
}

QString partOf(const Lab &lab, const NodeDefinition &node, const QString &part)
{
    if (part == QLatin1String("name"))
        return node.name;
    if (part == QLatin1String("port"))
        return node.connInfo.port();
    if (part == QLatin1String("data"))
        return node.dataDirectory;
    if (part == QLatin1String("log"))
        return lab_settings::logFile(lab, node);
    if (part == QLatin1String("conninfo"))
        return node.connInfo.toString();
    if (part == QLatin1String("container"))
        return LabContainers::containerOf(node);
    return {};
}

} // namespace

Result<NodeDefinition> ExerciseWords::node(const QString &word) const
{
    const bool wantsPrimary = word == QLatin1String("primary");
    const bool wantsStandby = word == QLatin1String("standby");
    if (!wantsPrimary && !wantsStandby) {
        if (const NodeDefinition *named = m_lab.cluster.node(word))
            return *named;
        return noSuch(Tr::tr("The cluster \"%1\" has no node named \"%2\".").arg(m_lab.cluster.name, word));
    }
    if (!m_snapshot) {
        const qsizetype index = wantsPrimary ? 0 : 1;
        if (index < m_lab.cluster.nodes.size())
            return m_lab.cluster.nodes.at(index);
    } else {
        const NodeRole role = wantsPrimary ? NodeRole::Primary : NodeRole::Standby;
        for (const NodeState &state : m_snapshot->nodes)
            if (state.role == role)
                return state.definition;
    }
    return noSuch(wantsPrimary ? Tr::tr("No node answers as a primary just now.")
                               : Tr::tr("No node answers as a standby just now."));
}

Result<QString> ExerciseWords::meaning(const QString &word) const
{
    if (word == QLatin1String("work"))
        return m_workDirectory;
    if (word == QLatin1String("bin"))
        return m_lab.binDirectory;
    if (word == QLatin1String("archive"))
        return lab_settings::archiveDirectory(m_lab);
    if (word == QLatin1String("lab"))
        return m_lab.name;
    if (word == QLatin1String("directory"))
        return m_lab.directory;
    if (word == QLatin1String("engine") && m_lab.kit.isThere())
        return m_lab.kit.engine;
    if (word == QLatin1String("compose") && m_lab.kit.isThere())
        return m_lab.kit.compose;
    const QString first = word.section(QLatin1Char('.'), 0, 0);
    const QString rest = word.section(QLatin1Char('.'), 1);
    if (first == QLatin1String("noted") && m_noted.contains(rest))
        return m_noted.value(rest);
    if (first == QLatin1String("operation")) {
        const Operation *operation = findOperation(rest);
        return operation ? Result<QString>(operation->title) : noSuch(Tr::tr("There is no operation “%1”.").arg(rest));
    }
    if (!rest.isEmpty() && first != QLatin1String("noted")) {
        const Result<NodeDefinition> found = node(first);
        if (!found)
            return found.error();
        if (const QString part = partOf(m_lab, *found, rest); !part.isEmpty())
            return part;
    }
    return noSuch(Tr::tr("{{%1}} stands for nothing here.").arg(word));
}

namespace {

using Meaning = std::function<Result<QString>(const QString &)>;

Result<QString> replaced(const QString &text, const Meaning &meaning)
{
    static const QRegularExpression word(QStringLiteral("\\{\\{([A-Za-z0-9_.-]+)\\}\\}"));
    QString result;
    qsizetype end = 0;
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const Result<QString> meant = meaning(match.captured(1));
        if (!meant)
            return meant.error();
        result += text.mid(end, match.capturedStart() - end) + *meant;
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

} // namespace

Result<QString> ExerciseWords::filled(const QString &text) const
{
    return replaced(text, [this](const QString &word) { return meaning(word); });
}

QString ExerciseWords::readable(const QString &text) const
{
    const auto orDots = [this](const QString &word) {
        const QString meant = meaning(word).valueOr({});
        return Result<QString>(meant.isEmpty() ? QStringLiteral("…") : meant);
    };
    return *replaced(text, orDots);
}

Exercise ExerciseWords::readable(Exercise exercise) const
{
    const auto makeReadable = [this](LocalText &local) {
        for (QString &text : local.byLanguage)
            text = readable(text);
    };
    makeReadable(exercise.title);
    makeReadable(exercise.why);
    for (ExerciseStep &step : exercise.steps) {
        makeReadable(step.title);
        makeReadable(step.text);
        makeReadable(step.question.text);
        for (LocalText &hint : step.hints)
            makeReadable(hint);
        for (ExerciseQuestion::Choice &choice : step.question.choices)
            makeReadable(choice.text);
        for (ExerciseObservation &observation : step.observations)
            makeReadable(observation.text);
    }
    return exercise;
}

} // namespace howdah
