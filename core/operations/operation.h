#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/hosts/host.h"
#include "core/operations/action.h"

#include <QDateTime>
#include <QJsonObject>
#include <QVariantMap>

#include <functional>
#include <stop_token>

namespace howdah {

/// Arguments of an operation by parameter id, as text (what a command line gives and a wizard's field holds).
using Arguments = QHash<QString, QString>;

/// What a probe saw, or why it could not.
struct Fact
{
    QVariantMap values;
    std::optional<Error> error;
    QDateTime observedAt; ///< UTC
};

/// Everything that checks and plans may look at. Immutable; deciding is a pure function of it.
struct Situation
{
    ClusterSnapshotPtr snapshot;
    Arguments arguments;
    QHash<QString, Fact> facts; ///< by probe id
    QString operationId;        ///< known before the run, so that names in the plan carry it
    QDateTime now;              ///< UTC

    [[nodiscard]] QString argument(const QString &id) const { return arguments.value(id); }
    [[nodiscard]] const Fact *fact(const QString &probe) const;
    /// One value of a fact; invalid when the probe failed or did not say.
    [[nodiscard]] QVariant value(const QString &probe, const QString &key) const;
    [[nodiscard]] const NodeState *node(const QString &name) const { return snapshot->node(name); }
};

/// What a probe may use, on a worker thread. It looks; it changes nothing.
struct ProbeContext
{
    const Situation &situation; ///< snapshot and arguments; facts of the probes before it
    Hosts &hosts;
    Deadline deadline;
    std::stop_token stop;
    std::function<Result<Connection>(const ServerRef &)> connect; ///< opens with the passwords known
};

struct Probe
{
    QString id;
    std::function<Result<QVariantMap>(ProbeContext &)> look;
    /// The probes whose facts it uses: it looks beside all others, once those have. Not given: all declared before it.
    std::optional<QStringList> after = {};
    /// At the approval what it saw is taken over if it is no older than this; 0: it always looks again, as must
    /// whatever guards against a second primary or a loss.
    Milliseconds lasts{0};
    /// True when the situation leaves nothing to look at: then it has no values, and nobody waits for it.
    std::function<bool(const Situation &)> needless = {};
};

/// One question about the cluster or its hosts, answered before anything happens.
enum class Verdict { Ok, Warning, Blocked };

struct Judgement
{
    Verdict verdict = Verdict::Ok;
    QString observed;        ///< the value seen: "12 GB free, 3 GB needed"
    QString remedy;          ///< for a warning or a block: what to do
    QDateTime observedAt;    ///< how old the value is; invalid: as old as the snapshot
    QString remedyOperation; ///< an operation that mends it, or empty
    Arguments remedyArguments;
};

struct Check
{
    QString id;
    QString title;
    QString why; ///< why it matters, one or two sentences
    std::function<Judgement(const Situation &)> judge;
    /// Judged again before an interrupted run goes on: no step of the operation itself changes the answer, but those
    /// called `changedBy`; once one of them was begun it is not judged any more.
    bool lasting = false;
    QStringList changedBy = {};
};

struct CheckResult
{
    QString id, title, why;
    Judgement judgement;
};

/// One that a Param of the kind Objects may name.
struct ObjectItem
{
    QString id; ///< without line breaks
    QString title;
    QStringList path;       ///< the groups that it lies in, outermost first
    QString note = {};      ///< beside it: its size, that it is there already
    bool attention = false; ///< the note is a warning
    bool operator==(const ObjectItem &) const = default;
};

/// An argument that an operation takes. The wizard's field, the command line's --option and its help all come from
/// this.
struct Param
{
    /// Objects: any number of those that can be listed; its text has a line for each.
    enum class Kind { Text, Node, Standby, Primary, Path, Port, Integer, Duration, Rate, Boolean, Choice, Objects };
    struct Option
    {
        QString value, title;
    };
    QString id; ///< "target-directory": the option's name too
    QString title;
    QString help;
    Kind kind = Kind::Text;
    bool required = true;
    bool advanced = false;                                  ///< folded away in the wizard
    bool orAll = false;                                     ///< of a Node: "all" names every node
    bool byPlace = false;                                   ///< a command line may give it without its name
    QList<Option> options;                                  ///< of a Choice
    std::function<QString(const Situation &)> suggest = {}; ///< a default from the cluster as it is; pure
    /// Empty when acceptable, else a sentence. Called after the kind's own check (number, known node …).
    std::function<QString(const QString &value, const Situation &)> objection = {};
    std::function<QList<ObjectItem>(const Situation &)> items = {}; ///< of Objects: what there is; pure
};

/// The value of a Param of the kind Objects, and back.
[[nodiscard]] QStringList objectsOf(const QString &value);
[[nodiscard]] QString objectsValue(const QStringList &ids);

/// The value of a Param that is `orAll`.
[[nodiscard]] inline QString allNodes()
{
    return QStringLiteral("all");
}

/// One step of a plan: concrete.
struct PlannedStep
{
    QString id;
    QString title;
    QList<Action> actions;
    QList<Action> undo;           ///< bears being run when the actions ran in part or not at all
    QList<Observation> verify;    ///< all must be seen; on resume a step whose verify holds already is not run again
    bool pointOfNoReturn = false; ///< once begun, nothing before it is undone any more
    bool always = false;          ///< run on resume even if verify holds
    /// What it does must not outlast the run (clients of a pooler wait): it is done again on resume, and undone even
    /// when the undo of a later step has failed.
    bool passing = false;
    QString standing = {};        ///< how things stand if the operation is broken off in this step, and what to do
};

struct Plan
{
    QString operation, id, cluster, systemIdentifier;
    Arguments arguments;
    QList<PlannedStep> steps;
    QStringList consequences; ///< for the Confirm page, in sentences
    QString confirmWord;      ///< destructive: this must be typed (a node's name); empty otherwise
    /// Nodes that answered as primary when it was made. Nothing for a plan of an earlier version.
    std::optional<QStringList> primaries = {};
};

[[nodiscard]] QJsonObject toJson(const Plan &plan);
[[nodiscard]] Result<Plan> planFromJson(const QJsonObject &json);
/// Equal in everything that would be done; who was the primary is not compared.
[[nodiscard]] bool samePlan(const Plan &left, const Plan &right);

/// A step as declared: pure functions from the situation to concrete actions. A step with no action and no verify is
/// left out.
struct Step
{
    QString id;
    std::function<QString(const Situation &)> title;
    std::function<QList<Action>(const Situation &)> act;
    std::function<QList<Action>(const Situation &)> undo = {};
    std::function<QList<Observation>(const Situation &)> verify = {};
    bool pointOfNoReturn = false;
    bool always = false;
    bool passing = false;                                    ///< see PlannedStep
    std::function<QString(const Situation &)> standing = {}; ///< see PlannedStep
};

/// Where menus show it: the first by itself, each of the others below a title of its own.
enum class OperationGroup { Nodes, Backups, Synchronous, Slots, Server };

/// One declaration; five faces (wizard, command line, dry run, journal, undo) come out of it.
struct Operation
{
    QString id; ///< the sub-command's name: "clone"
    QString title;
    QString summary; ///< one sentence
    QString icon;    ///< name under resources/icons
    OperationGroup group = OperationGroup::Nodes;
    bool destructive = false;
    QList<Param> params;
    QList<Probe> probes;
    QList<Check> checks;
    QList<Step> steps;
    std::function<QStringList(const Situation &)> consequences = {};
    std::function<QString(const Situation &)> confirmWord = {};
    /// What stands behind "Ready." at the top: "No committed transaction will be lost …". Empty: a general sentence.
    std::function<QString(const Situation &)> readySentence = {};
    /// Empty when the operation makes sense for the cluster now, else why not (the disabled button's tooltip). Cheap,
    /// pure.
    std::function<QString(const ClusterSnapshot &)> impossible = {};
    /// What to do next, for the Result page; pure.
    std::function<QStringList(const Situation &)> next = {};
    /// Titles of the values that a run finds out, by the name that they have in JSON (RunSql::resultName …); of a
    /// field in an object by both names, as "lost.savedTo".
    QHash<QString, QString> resultTitles = {};
};

} // namespace howdah
