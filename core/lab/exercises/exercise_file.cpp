#include "core/lab/exercises/exercise_file.h"

#include "core/lab/exercises/exercise_parts_file.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <yaml-cpp/yaml.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseFile)
};

constexpr int knownFormat = 1;

/// They are shown before there is a lab.
LocalText readPlainText(YamlReader &reader, const YAML::Node &parent, const char *key)
{
    const LocalText text = readLocalText(reader, parent, key);
    for (const QString &spoken : text.byLanguage)
        if (reader.ok() && spoken.contains(QLatin1String("{{")))
            reader.refuse(parent[key], Tr::tr("{{…}} stands for nothing here: there is no lab yet."));
    return text;
}

QList<ExerciseProof> readProofs(YamlReader &reader, const YAML::Node &parent)
{
    QList<ExerciseProof> proofs;
    reader.each(parent, "proofs", [&](const YAML::Node &proof) {
        reader.expectKeys(proof, {QStringLiteral("shell"), QStringLiteral("missing")});
        if (reader.ok())
            proofs.append({reader.requiredText(proof, "shell"), readLocalText(reader, proof, "missing")});
    });
    return proofs;
}

ExerciseNeeds readNeeds(YamlReader &reader, const YAML::Node &parent)
{
    ExerciseNeeds needs;
    const YAML::Node node = parent["needs"];
    if (!node)
        return needs;
    reader.expectKeys(node,
                      {QStringLiteral("standbys"), QStringLiteral("archive"), QStringLiteral("load"),
                       QStringLiteral("disk-mb"), QStringLiteral("oldest-server"), QStringLiteral("newest-server"),
                       QStringLiteral("tools"), QStringLiteral("containers"), QStringLiteral("proofs")});
    needs.standbys = static_cast<int>(reader.number(node, "standbys", needs.standbys));
    needs.archive = reader.boolean(node, "archive", needs.archive);
    needs.workloadPerSecond = reader.number(node, "load", 0);
    needs.diskBytes = static_cast<qint64>(reader.number(node, "disk-mb", 0)) * 1024 * 1024;
    needs.oldestServer = static_cast<int>(reader.number(node, "oldest-server", needs.oldestServer));
    needs.newestServer = static_cast<int>(reader.number(node, "newest-server", 0));
    needs.containers = reader.boolean(node, "containers", false);
    reader.each(node, "tools", [&](const YAML::Node &tool) { needs.tools << reader.text(tool); });
    needs.proofs = readProofs(reader, node);
    return needs;
}

QString readId(YamlReader &reader, const YAML::Node &parent, const char *key)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z][a-z0-9-]*$"));
    const QString id = reader.requiredText(parent, key);
    if (reader.ok() && !plain.match(id).hasMatch())
        reader.refuse(parent[key], Tr::tr("“%1” is not a plain name: small letters, digits and hyphens.").arg(id));
    return id;
}

ExerciseQuestion readQuestion(YamlReader &reader, const YAML::Node &parent)
{
    ExerciseQuestion question;
    const YAML::Node node = parent["ask"];
    if (!node)
        return question;
    reader.expectKeys(node, {QStringLiteral("text"), QStringLiteral("choices"), QStringLiteral("right")});
    question.text = readLocalText(reader, node, "text");
    reader.each(node, "choices", [&](const YAML::Node &choice) {
        reader.expectKeys(choice, {QStringLiteral("id"), QStringLiteral("text")});
        question.choices.append({readId(reader, choice, "id"), readLocalText(reader, choice, "text")});
    });
    question.right = reader.requiredText(node, "right");
    const bool known = std::any_of(question.choices.begin(), question.choices.end(),
                                   [&](const auto &choice) { return choice.id == question.right; });
    if (reader.ok() && !known)
        reader.refuse(node["right"], Tr::tr("“%1” is none of the choices.").arg(question.right));
    return question;
}

QList<ExerciseTask> readTasks(YamlReader &reader, const YAML::Node &parent, const char *key)
{
    QList<ExerciseTask> tasks;
    reader.each(parent, key, [&](const YAML::Node &task) { tasks << readTask(reader, task); });
    return tasks;
}

QString readStepNeed(YamlReader &reader, const YAML::Node &node)
{
    const QString need = reader.text(node);
    if (reader.ok() && need != QLatin1String("root") && need != QLatin1String("disk"))
        reader.refuse(node, Tr::tr("A step needs “root” or “disk”, not “%1”.").arg(need));
    return need;
}

ExerciseStep readStep(YamlReader &reader, const YAML::Node &node)
{
    reader.expectKeys(node, {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("text"),
                             QStringLiteral("needs"), QStringLiteral("proofs"), QStringLiteral("note"),
                             QStringLiteral("arrange"), QStringLiteral("found"), QStringLiteral("do"),
                             QStringLiteral("hints"), QStringLiteral("ask"), QStringLiteral("observe")});
    if (!reader.ok())
        return {};
    ExerciseStep step;
    step.id = readId(reader, node, "id");
    step.title = readLocalText(reader, node, "title");
    step.text = readLocalText(reader, node, "text");
    reader.each(node, "needs", [&](const YAML::Node &need) { step.needs << readStepNeed(reader, need); });
    step.proofs = readProofs(reader, node);
    reader.each(node, "found", [&](const YAML::Node &found) { step.found << readFound(reader, found); });
    reader.each(node, "note", [&](const YAML::Node &noted) { step.noted << readNoted(reader, noted); });
    step.arranged = readTasks(reader, node, "arrange");
    step.tasks = readTasks(reader, node, "do");
    reader.each(node, "hints", [&](const YAML::Node &hint) { step.hints << readLocalText(reader, hint); });
    step.question = readQuestion(reader, node);
    reader.each(node, "observe", [&](const YAML::Node &seen) { step.observations << readObservation(reader, seen); });
    if (reader.ok() && step.observations.isEmpty() && !step.question.isAsked())
        reader.refuse(node, Tr::tr("The step observes nothing and asks nothing: how would one know that it was done?"));
    return step;
}

Exercise readDocument(YamlReader &reader, const YAML::Node &root)
{
    reader.expectKeys(root, {QStringLiteral("format"), QStringLiteral("number"), QStringLiteral("id"),
                             QStringLiteral("title"), QStringLiteral("why"), QStringLiteral("minutes"),
                             QStringLiteral("needs"), QStringLiteral("prepare"), QStringLiteral("steps")});
    if (!reader.ok())
        return {};
    if (static_cast<int>(reader.number(root, "format", 0)) != knownFormat)
        reader.refuse(root, Tr::tr("“format: %1” is what this Howdah reads.").arg(knownFormat));
    Exercise exercise;
    exercise.number = static_cast<int>(reader.number(root, "number", 0));
    exercise.id = readId(reader, root, "id");
    exercise.title = readPlainText(reader, root, "title");
    exercise.why = readPlainText(reader, root, "why");
    exercise.minutes = static_cast<int>(reader.number(root, "minutes", 0));
    exercise.needs = readNeeds(reader, root);
    exercise.prepared = readTasks(reader, root, "prepare");
    QSet<QString> ids;
    reader.each(root, "steps", [&](const YAML::Node &node) {
        exercise.steps << readStep(reader, node);
        if (reader.ok() && ids.contains(exercise.steps.last().id))
            reader.refuse(node, Tr::tr("Two steps are called “%1”.").arg(exercise.steps.last().id));
        ids.insert(exercise.steps.last().id);
    });
    if (reader.ok() && exercise.steps.isEmpty())
        reader.refuse(root, Tr::tr("“%1” is missing or empty.").arg(QStringLiteral("steps")));
    return exercise;
}

} // namespace

Result<Exercise> readExercise(const QByteArray &yaml, const QString &file)
{
    YamlReader reader(file);
    Exercise exercise;
    try { // yaml-cpp tells by exceptions; none leaves this function
        exercise = readDocument(reader, YAML::Load(yaml.toStdString()));
    } catch (const YAML::Exception &thrown) {
        reader.refuseLine(thrown.mark.line + 1, QString::fromStdString(thrown.msg));
    }
    if (!reader.ok())
        return reader.error();
    exercise.file = file;
    return exercise;
}

} // namespace howdah
