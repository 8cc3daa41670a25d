#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>

namespace howdah {

/// The SQLite file under the journal: opened, brought to this program's schema, moved aside when damaged. One thread.
class JournalDatabase
{
public:
    JournalDatabase() = default;
    ~JournalDatabase();
    JournalDatabase(const JournalDatabase &) = delete;
    JournalDatabase &operator=(const JournalDatabase &) = delete;

    /// Storage when it cannot be opened, Unsupported when a newer Howdah wrote it.
    [[nodiscard]] Result<void> open(const QString &file);
    [[nodiscard]] QString damage() const { return m_damage; }

    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    /// All or nothing; takes the write lock at once, so that it does not fail half-way for another console.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work) const;

private:
    [[nodiscard]] Result<void> connect(const QString &file);
    [[nodiscard]] Result<bool> isSound() const;
    [[nodiscard]] Result<void> migrate() const;
    [[nodiscard]] Result<void> moveAside(const QString &file);
    void close();

    QSqlDatabase m_database;
    QString m_connectionName;
    QString m_damage;
};

} // namespace howdah
