#include "core/cluster/cluster_definition.h"

#include <QSet>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ClusterDefinition)
};

constexpr int longestNameBytes = 63; // what PostgreSQL keeps of an application_name

} // namespace

const NodeDefinition *ClusterDefinition::node(const QString &nodeName) const
{
    for (const NodeDefinition &candidate : nodes)
        if (candidate.name == nodeName)
            return &candidate;
    return nullptr;
}

Result<void> checkName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return Error{.code = ErrorCode::Invalid, .message = Tr::tr("A name is missing. Give one of 1 to 63 bytes.")};
    if (name.toUtf8().size() > longestNameBytes)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("The name “%1” is %2 bytes long. PostgreSQL keeps 63: choose a shorter one.")
                                    .arg(name, QString::number(name.toUtf8().size()))};
    if (!name.isValidUtf16())
        return Error{.code = ErrorCode::Invalid, .message = Tr::tr("A name contains half a character. Type it again.")};
    for (const QChar character : name) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            return Error{.code = ErrorCode::Invalid,
                         .message =
                             Tr::tr("A name contains a line break, a tab or another control character. Leave it out.")};
    }
    return {};
}

Result<void> checkCluster(const ClusterDefinition &cluster)
{
    if (Result<void> named = checkName(cluster.name); !named)
        return named;
    QSet<QString> names;
    for (const NodeDefinition &node : cluster.nodes) {
        if (Result<void> named = checkName(node.name); !named)
            return named;
        if (names.contains(node.name))
            return Error{.code = ErrorCode::Invalid,
                         .message =
                             Tr::tr("Two nodes of the cluster “%1” are named “%2”. Give each node a name of its own.")
                                 .arg(cluster.name, node.name)};
        names << node.name;
    }
    return {};
}

} // namespace howdah
