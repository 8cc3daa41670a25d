#include "core/base/key.h"
#include "core/operations/library/archive_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

const NodeState *someNode(const Situation &situation)
{
    const QList<const NodeState *> nodes = archivingNodes(situation);
    const NodeState *primary = situation.snapshot->primary();
    return nodes.contains(primary) || nodes.isEmpty() ? primary : nodes.first();
}

/// As it is now, where that is known.
ArchiveCommand present(const Situation &situation)
{
    const NodeState *node = someNode(situation);
    if (!node)
        return {};
    const auto setting = settingOf(nodeValues(situation, key("settings"), node->name()), key("archive_command"));
    if (!setting)
        return {};
    const bool hidden = setting->value == QLatin1String("(disabled)") && setting->written;
    return parseArchiveCommand(hidden ? *setting->written : setting->value);
}

QString suggestDirectory(const Situation &situation)
{
    if (!situation.fact(key("settings")))
        return {};
    const ArchiveCommand now = present(situation);
    return now.directory.startsWith(QLatin1Char('/')) ? now.directory : suggestArchive(someNode(situation));
}

QString suggestTimeout(const Situation &situation)
{
    const NodeState *node = someNode(situation);
    const auto now =
        node ? settingOf(nodeValues(situation, key("settings"), node->name()), key("archive_timeout")) : std::nullopt;
    if (!now)
        return {};
    return now->setting == QLatin1String("0") ? key("5min") : now->setting + QLatin1Char('s');
}

QString objectionToDirectory(const QString &value, const Situation &)
{
    if (value.size() > 1 && value.endsWith(QLatin1Char('/')))
        return Tr::tr("Leave the slash at its end away.");
    return archiveCommandFor(value, Compression::None)
               ? QString()
               : Tr::tr("archive_command cannot name this path: it holds a single quote or a line's end.");
}

QString objectionToHost(const QString &value, const Situation &)
{
    static const QRegularExpression destination(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.@:/\\[\\]%-]*$"));
    return destination.match(value).hasMatch()
               ? QString()
               : Tr::tr("Name it as ssh does: USER@HOST, ssh://USER@HOST:PORT, or a name of its configuration.");
}

QString objectionToLevel(const QString &value, const Situation &situation)
{
    const int level = value.toInt();
    const QString method = situation.argument(key("compression"));
    const int most = method == QLatin1String("zstd") ? 19 : 9;
    return level >= 1 && level <= most ? QString() : Tr::tr("A level is a number from 1 to %1.").arg(most);
}

QList<Param> placeParams()
{
    using Kind = Param::Kind;
    return {
        {.id = key("directory"),
         .title = Tr::tr("Archive directory"),
         .help = Tr::tr("Where finished WAL is kept; best on another disk, or another host. It is made if need be."),
         .kind = Kind::Path,
         .required = false,
         .suggest = suggestDirectory,
         .objection = objectionToDirectory},
        {.id = key("host"),
         .title = Tr::tr("On another host"),
         .help = Tr::tr("USER@HOST for an archive on another machine, which the server's own user reaches by ssh "
                        "without a password. Empty: on each node's own host."),
         .required = false,
         .suggest = [](const Situation &situation) { return present(situation).destination; },
         .objection = objectionToHost},
        {.id = key("ssh-config"),
         .title = Tr::tr("ssh configuration file"),
         .help = Tr::tr("For a key or a port of its own (ssh -F), on each node's host."),
         .kind = Kind::Path,
         .required = false,
         .advanced = true,
         .suggest = [](const Situation &situation) { return present(situation).sshConfig; }}};
}

QList<Param> packingParams()
{
    using Kind = Param::Kind;
    return {{.id = key("compression"),
             .title = Tr::tr("Compression"),
             .help = Tr::tr("Of each archived segment."),
             .kind = Kind::Choice,
             .options = {{key("none"), Tr::tr("none")}, {key("gzip"), Tr::tr("gzip")}, {key("zstd"), Tr::tr("zstd")}},
             .suggest = [](const Situation &situation) { return methodName(present(situation).packing.compression); }},
            {.id = key("level"),
             .title = Tr::tr("Compression level"),
             .help = Tr::tr("1 is the fastest; the program's own unless said."),
             .kind = Kind::Integer,
             .required = false,
             .advanced = true,
             .suggest =
                 [](const Situation &situation) {
                     const int level = present(situation).packing.level;
                     return level > 0 ? QString::number(level) : QString();
                 },
             .objection = objectionToLevel},
            {.id = key("timeout"),
             .title = Tr::tr("At the latest after"),
             .help = Tr::tr("A segment that is not full is archived after so long (archive_timeout): what a lost "
                            "primary can cost. 0s: only full ones."),
             .kind = Kind::Duration,
             .required = false,
             .suggest = suggestTimeout}};
}

} // namespace

QList<Param> archiveParams()
{
    using Kind = Param::Kind;
    return QList<Param>{
               {.id = key("archiving"),
                .title = Tr::tr("Archiving"),
                .help = Tr::tr("Whether finished WAL is kept in an archive."),
                .kind = Kind::Choice,
                .options = {{key("on"), Tr::tr("on: by the primary")},
                            {key("always"), Tr::tr("always: by standbys too")},
                            {key("off"), Tr::tr("off")}},
                .suggest = [](const Situation &) { return key("on"); }},
               {.id = key("node"),
                .title = Tr::tr("Nodes"),
                .help = Tr::tr("Every node may be the primary one day, and archives then only if it is set to."),
                .kind = Kind::Node,
                .advanced = true,
                .orAll = true,
                .suggest = [](const Situation &) { return allNodes(); }}} +
           placeParams() + packingParams() +
           QList<Param>{{.id = key("restart"),
                         .title = Tr::tr("Restart if needed"),
                         .help = Tr::tr("archive_mode takes effect only then; otherwise it is left pending."),
                         .kind = Kind::Boolean,
                         .suggest = [](const Situation &) { return key("false"); }},
                        {.id = key("replace"),
                         .title = Tr::tr("Replace what archives now"),
                         .help = Tr::tr("Another tool's command, or a library, is given up for this one."),
                         .kind = Kind::Boolean,
                         .advanced = true,
                         .suggest = [](const Situation &) { return key("false"); }}};
}

} // namespace howdah::library
