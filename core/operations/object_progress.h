#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace howdah {

/// How far pg_dump --verbose or pg_restore --verbose has come, by the objects that it names.
class ObjectProgress
{
public:
    /// Bytes by "schema.name", as pg_dump writes it; `objects` 0: as many as have a size. With several jobs pg_dump
    /// says which table is finished; else one is when the next is begun.
    explicit ObjectProgress(QHash<QString, qint64> sizes = {}, int objects = 0, bool severalJobs = false);

    /// True when the line says that the next object is begun, or that one is finished.
    bool hear(const QString &line);

    [[nodiscard]] int doneObjects() const { return m_doneObjects; }
    [[nodiscard]] int totalObjects() const { return m_totalObjects; }
    [[nodiscard]] qint64 doneBytes() const { return m_doneBytes; }
    [[nodiscard]] qint64 totalBytes() const { return m_totalBytes; }

private:
    void finish(const QString &name);

    QHash<QString, qint64> m_sizes;
    QStringList m_begun; ///< and not finished
    int m_doneObjects = 0, m_totalObjects = 0;
    qint64 m_doneBytes = 0, m_totalBytes = 0;
    bool m_severalJobs = false;
};

} // namespace howdah
