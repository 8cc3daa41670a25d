#include "core/lab/exercises/yaml_reader.h"

#include <QCoreApplication>
#include <QLocale>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::YamlReader)
};

} // namespace

void YamlReader::refuseLine(int line, const QString &reason)
{
    if (m_error)
        return;
    m_error = Error{.code = ErrorCode::Invalid,
                    .message = Tr::tr("%1, line %2: %3").arg(m_file).arg(line).arg(reason),
                    .hint = Tr::tr("The format is described in the README beside the exercises that come with Howdah.")};
}

void YamlReader::refuse(const YAML::Node &at, const QString &reason)
{
    refuseLine(std::max(0, at.Mark().line) + 1, reason); // an empty document has no marks
}

void YamlReader::expectKeys(const YAML::Node &node, const QStringList &known)
{
    if (!node.IsMap()) {
        refuse(node, Tr::tr("A mapping (key: value) is expected here."));
        return;
    }
    for (const auto &entry : node) {
        const QString key = QString::fromStdString(entry.first.Scalar());
        if (!known.contains(key))
            refuse(entry.first, Tr::tr("“%1” is not known here. Known: %2.")
                                    .arg(key, QLocale().createSeparatedList(known)));
    }
}

QString YamlReader::text(const YAML::Node &node)
{
    if (node.IsScalar())
        return QString::fromStdString(node.Scalar()).trimmed();
    refuse(node, Tr::tr("A text is expected here."));
    return {};
}

QString YamlReader::optionalText(const YAML::Node &parent, const char *key, const QString &otherwise)
{
    const YAML::Node node = parent[key];
    return node ? text(node) : otherwise;
}

QString YamlReader::requiredText(const YAML::Node &parent, const char *key)
{
    const QString value = optionalText(parent, key);
    if (value.isEmpty())
        refuse(parent, Tr::tr("“%1” is missing or empty.").arg(QLatin1String(key)));
    return value;
}

double YamlReader::number(const YAML::Node &parent, const char *key, double otherwise)
{
    const YAML::Node node = parent[key];
    if (!node)
        return otherwise;
    bool isNumber = false;
    const double value = text(node).toDouble(&isNumber);
    if (!isNumber || value < 0)
        refuse(node, Tr::tr("“%1” is a number, 0 or more.").arg(QLatin1String(key)));
    return value;
}

bool YamlReader::boolean(const YAML::Node &parent, const char *key, bool otherwise)
{
    const YAML::Node node = parent[key];
    if (!node)
        return otherwise;
    const QString value = text(node);
    if (value != QLatin1String("true") && value != QLatin1String("false"))
        refuse(node, Tr::tr("“%1” is true or false.").arg(QLatin1String(key)));
    return value == QLatin1String("true");
}

void YamlReader::each(const YAML::Node &parent, const char *key, const std::function<void(const YAML::Node &)> &read)
{
    const YAML::Node list = parent[key];
    if (!list)
        return;
    if (!list.IsSequence()) {
        refuse(list, Tr::tr("“%1” is a list (lines that begin with “- ”).").arg(QLatin1String(key)));
        return;
    }
    for (const auto &entry : list)
        if (ok())
            read(entry);
}

} // namespace howdah
