#pragma once

#include "core/backup/dump_selection.h"
#include "core/operations/library/dump_parts.h"

#include <memory>

namespace howdah::library {

/// What a restore is made of, from the situation alone.
struct RestoreParts
{
    QString node, operationId;
    QString hostId, owner, programs;
    QString path;   ///< of the dump itself
    QString format; ///< "custom", "directory", "tar", "plain", "globals"
    QString packer; ///< of packed SQL
    QString sha256; ///< on record; empty without one
    QString sections;
    QString database; ///< that it is restored into
    bool isNew = true;
    QString made; ///< the database while it is made; renamed at the end
    QString marker, title;
    int jobs = 1;
    bool isClean = false, keepsOwners = true, keepsRights = true, goesOn = false;
    QString encoding, collate, characterType, databaseOwner; ///< of the new database; empty: the server's
    QString provider, providerLocale;                        ///< "icu" or "builtin"; empty: the C library
    ServerRef server;                                        ///< in a database that is there
    ServerRef target;                                        ///< in the one that is restored into

    [[nodiscard]] static RestoreParts of(const Situation &situation);
    [[nodiscard]] bool isArchive() const;
    [[nodiscard]] bool isGlobals() const { return format == QLatin1String("globals"); }
    [[nodiscard]] QString program(const char *name) const { return programs + QLatin1Char('/') + QLatin1String(name); }
    [[nodiscard]] QString connInfo() const; ///< of the target, for a program of the host
};

using DumpContentsPtr = std::shared_ptr<const DumpContents>;

[[nodiscard]] const NodeState *restoredNode(const Situation &situation);
/// What the archive holds; null when it could not be listed, or is none.
[[nodiscard]] DumpContentsPtr contentsOf(const Situation &situation);
/// What will be restored of it.
[[nodiscard]] DumpSelection selectionOf(const Situation &situation);
/// Objects that are in the target already, by id, with what is said beside them.
[[nodiscard]] QHash<QString, QString> presentObjects(const Situation &situation);
/// Those of the selection that are there already: a restore would stop at them, or replace them.
[[nodiscard]] QStringList conflictsOf(const Situation &situation);
/// The first few, in a sentence.
[[nodiscard]] QString firstOf(const QStringList &names, qsizetype shown = 6);
/// A name as SQL wants it.
[[nodiscard]] QString sqlName(const QString &name);

/// A role as it is written in SQL, without its quotes.
[[nodiscard]] QString plainRole(const QString &written);

[[nodiscard]] QList<ObjectItem> restoreItems(const Situation &situation);
[[nodiscard]] QList<Param> restoreParams();
[[nodiscard]] QList<Probe> restoreProbes();
[[nodiscard]] Result<QVariantMap> lookAtDump(ProbeContext &context);
[[nodiscard]] QList<Check> restoreChecks();
[[nodiscard]] QList<Check> restoreOverwriteChecks();
[[nodiscard]] QList<Step> restoreSteps();
[[nodiscard]] QList<Step> restoreFinishingSteps(); ///< from what is there to its name
/// A statement that may take as long as it needs.
[[nodiscard]] Action restoreSql(const ServerRef &server, const QString &text, const QString &statement,
                                const QList<SqlParameter> &parameters = {});
/// Gives the SQL of pg_dumpall without the roles in rolesThere() and without tablespaces.
[[nodiscard]] QStringList rolesReader(const RestoreParts &parts);
/// For the environment of rolesReader().
[[nodiscard]] QList<QPair<QString, QString>> rolesThere(const Situation &situation);
/// Statements of the dump about its database as a whole, for the one that is made; none for a choice of objects.
[[nodiscard]] QStringList databaseProperties(const Situation &situation);
[[nodiscard]] Action runRestore(const Situation &situation, const RestoreParts &parts);

} // namespace howdah::library

Q_DECLARE_METATYPE(howdah::library::DumpContentsPtr)
