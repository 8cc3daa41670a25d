#include "core/operations/object_progress.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace howdah {

ObjectProgress::ObjectProgress(QHash<QString, qint64> sizes, int objects, bool severalJobs)
    : m_sizes(std::move(sizes))
    , m_totalObjects(objects > 0 ? objects : static_cast<int>(m_sizes.size()))
    , m_totalBytes(std::accumulate(m_sizes.cbegin(), m_sizes.cend(), qint64{0}))
    , m_severalJobs(severalJobs)
{
}

bool ObjectProgress::hear(const QString &line)
{
    static const QRegularExpression restoring(
        QStringLiteral(R"re(^pg_restore: (?:creating|processing data for|executing) )re"));
    static const QRegularExpression dumping(QStringLiteral(R"re(^pg_dump: dumping contents of table "(.*)"$)re"));
    static const QRegularExpression finished(QStringLiteral(R"re(^pg_dump: finished item \d+ TABLE DATA (.*)$)re"));
    if (restoring.match(line).hasMatch()) {
        m_doneObjects = std::min(m_doneObjects + 1, m_totalObjects);
        return true;
    }
    if (const QRegularExpressionMatch match = finished.match(line); match.hasMatch()) {
        finish(match.captured(1));
        return true;
    }
    const QRegularExpressionMatch match = dumping.match(line);
    if (!match.hasMatch())
        return false;
    if (!m_severalJobs && !m_begun.isEmpty())
        finish(m_begun.first());
    m_begun.append(match.captured(1));
    return true;
}

/// A finished item is named without its schema.
void ObjectProgress::finish(const QString &name)
{
    const auto isNamed = [&name](const QString &begun) {
        return begun == name || begun.endsWith(QLatin1Char('.') + name);
    };
    const auto found = std::find_if(m_begun.begin(), m_begun.end(), isNamed);
    if (found == m_begun.end())
        return;
    m_doneBytes += m_sizes.value(*found);
    m_doneObjects = std::min(m_doneObjects + 1, m_totalObjects);
    m_begun.erase(found);
}

} // namespace howdah
