#include "core/lab/exercises/exercise_parts_file.h"

#include <QCoreApplication>
#include <QLocale>

#include <yaml-cpp/yaml.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseFile)
};

template <typename Kind> struct Word
{
    const char *key;
    Kind kind;
};

constexpr Word<ExerciseTask::Kind> taskWords[] = {
    {"sql", ExerciseTask::Kind::Sql},
    {"shell", ExerciseTask::Kind::Shell},
    {"operation", ExerciseTask::Kind::Operation},
    {"fault", ExerciseTask::Kind::Fault},
};

constexpr Word<Measurement::Kind> measurementWords[] = {
    {"sql", Measurement::Kind::Sql},           {"shell", Measurement::Kind::Shell},
    {"role", Measurement::Kind::Role},         {"state", Measurement::Kind::State},
    {"timeline", Measurement::Kind::TimelineNow}, {"replay-lag", Measurement::Kind::ReplayLag},
    {"finding", Measurement::Kind::Finding},   {"log", Measurement::Kind::Log},
    {"file", Measurement::Kind::File},         {"verdict", Measurement::Kind::Verdict},
};

constexpr Word<Expectation::Kind> expectationWords[] = {
    {"is", Expectation::Kind::Is},           {"is-not", Expectation::Kind::IsNot},
    {"at-least", Expectation::Kind::AtLeast}, {"at-most", Expectation::Kind::AtMost},
    {"more-than", Expectation::Kind::MoreThan}, {"matches", Expectation::Kind::Matches},
    {"refused", Expectation::Kind::Refused},
};

template <typename Words> QStringList keysOf(const Words &words)
{
    QStringList keys;
    for (const auto &word : words)
        keys << QString::fromLatin1(word.key);
    return keys;
}

/// The one of `words` that is a key of `node`, with its text.
template <typename Kind, typename Words>
QString readOneOf(YamlReader &reader, const YAML::Node &node, const Words &words, Kind &kind)
{
    int count = 0;
    QString text;
    for (const auto &word : words) {
        if (!node[word.key])
            continue;
        ++count;
        kind = word.kind;
        text = reader.text(node[word.key]);
    }
    if (count != 1 && reader.ok())
        reader.refuse(node,
                      Tr::tr("Exactly one of these is expected: %1.").arg(QLocale().createSeparatedList(keysOf(words))));
    return text;
}

Measurement readMeasurement(YamlReader &reader, const YAML::Node &node)
{
    Measurement measurement;
    measurement.text = readOneOf(reader, node, measurementWords, measurement.kind);
    measurement.node = reader.optionalText(node, "at", QStringLiteral("primary"));
    measurement.database = reader.optionalText(node, "database", QStringLiteral("postgres"));
    const auto ofNode = {Measurement::Kind::Role, Measurement::Kind::State, Measurement::Kind::TimelineNow,
                         Measurement::Kind::ReplayLag};
    if (std::find(ofNode.begin(), ofNode.end(), measurement.kind) != ofNode.end())
        measurement.node = measurement.text;
    if (measurement.kind == Measurement::Kind::Finding)
        measurement.node = reader.optionalText(node, "at"); // of any node unless said
    return measurement;
}

const QStringList measurementKeys{keysOf(measurementWords) + QStringList{QStringLiteral("at"), QStringLiteral("database")}};

} // namespace

LocalText readLocalText(YamlReader &reader, const YAML::Node &node)
{
    LocalText local;
    if (node.IsScalar()) {
        local.byLanguage.insert(QStringLiteral("en"), reader.text(node));
        return local;
    }
    reader.expectKeys(node, {QStringLiteral("en"), QStringLiteral("es")});
    if (!reader.ok())
        return local;
    for (const auto &entry : node)
        local.byLanguage.insert(QString::fromStdString(entry.first.Scalar()), reader.text(entry.second));
    if (local.byLanguage.value(QStringLiteral("en")).isEmpty())
        reader.refuse(node, Tr::tr("The English text (en) is missing."));
    return local;
}

LocalText readLocalText(YamlReader &reader, const YAML::Node &parent, const char *key)
{
    const YAML::Node node = parent[key];
    if (node)
        return readLocalText(reader, node);
    reader.refuse(parent, Tr::tr("“%1” is missing or empty.").arg(QLatin1String(key)));
    return {};
}

ExerciseTask readTask(YamlReader &reader, const YAML::Node &node)
{
    reader.expectKeys(node, keysOf(taskWords) + QStringList{QStringLiteral("at"), QStringLiteral("database"),
                                                            QStringLiteral("with"), QStringLiteral("refused"),
                                                            QStringLiteral("may-fail"), QStringLiteral("background")});
    if (!reader.ok())
        return {};
    ExerciseTask task;
    task.text = readOneOf(reader, node, taskWords, task.kind);
    task.node = reader.optionalText(node, "at", QStringLiteral("primary"));
    task.database = reader.optionalText(node, "database", QStringLiteral("postgres"));
    task.refused = reader.optionalText(node, "refused");
    task.mayFail = reader.boolean(node, "may-fail", false);
    task.background = reader.boolean(node, "background", false);
    if (const YAML::Node with = node["with"]) {
        if (!with.IsMap())
            reader.refuse(with, Tr::tr("A mapping (key: value) is expected here."));
        else
            for (const auto &entry : with)
                task.arguments.insert(QString::fromStdString(entry.first.Scalar()), reader.text(entry.second));
    }
    return task;
}

Measurement readFound(YamlReader &reader, const YAML::Node &node)
{
    reader.expectKeys(node, {QStringLiteral("finding"), QStringLiteral("log"), QStringLiteral("at")});
    return reader.ok() ? readMeasurement(reader, node) : Measurement();
}

NotedValue readNoted(YamlReader &reader, const YAML::Node &node)
{
    reader.expectKeys(node, measurementKeys + QStringList{QStringLiteral("name")});
    if (!reader.ok())
        return {};
    return {reader.requiredText(node, "name"), readMeasurement(reader, node)};
}

ExerciseObservation readObservation(YamlReader &reader, const YAML::Node &node)
{
    reader.expectKeys(node, measurementKeys + keysOf(expectationWords) +
                                QStringList{QStringLiteral("text"), QStringLiteral("within")});
    if (!reader.ok())
        return {};
    ExerciseObservation observation;
    observation.text = readLocalText(reader, node, "text");
    observation.measurement = readMeasurement(reader, node);
    observation.expectation.value = readOneOf(reader, node, expectationWords, observation.expectation.kind);
    observation.withinSeconds = static_cast<int>(reader.number(node, "within", 0));
    return observation;
}

} // namespace howdah
