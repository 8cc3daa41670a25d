#include "core/backup/dump_selection.h"

namespace howdah {

namespace {

/// What says how the rest of the archive is to be read.
bool isAboutAll(const DumpEntry &entry)
{
    return entry.kind == QLatin1String("ENCODING") || entry.kind == QLatin1String("STDSTRINGS") ||
           entry.kind == QLatin1String("SEARCHPATH");
}

/// One that ties two objects together: better without it than with an object that nobody chose.
bool isTie(const DumpEntry &entry)
{
    return entry.kind == QLatin1String("FK CONSTRAINT") || entry.kind == QLatin1String("TABLE ATTACH") ||
           entry.kind == QLatin1String("INDEX ATTACH") || entry.kind == QLatin1String("PUBLICATION TABLE");
}

bool isOfDatabase(const DumpEntry &entry)
{
    return entry.kind == QLatin1String("DATABASE") || entry.kind == QLatin1String("DATABASE PROPERTIES");
}

/// The object that each entry belongs to. Needs come in no order: an index may name a function before its table.
class Owners
{
public:
    explicit Owners(const DumpContents &contents)
        : m_contents(contents)
    {
        for (qsizetype i = 0; i < contents.entries.size(); ++i)
            m_at.insert(contents.entries.at(i).id, i);
        for (const DumpEntry &entry : contents.entries)
            if (entry.isObject())
                m_owners.insert(entry.id, entry.id);
    }

    QHash<int, int> found()
    {
        int largeObjects = 0;
        for (const DumpEntry &entry : m_contents.entries) {
            if (m_owners.contains(entry.id))
                continue;
            if (entry.kind.startsWith(QLatin1String("BLOB")))
                m_owners.insert(entry.id, largeObjects = largeObjects == 0 ? entry.id : largeObjects);
            else if (const int owner = ownerOf(entry); owner > 0)
                m_owners.insert(entry.id, owner);
        }
        return m_owners;
    }

private:
    /// "orders orders_customer_fkey" is of orders, by its name; else a table goes before a function or a sequence.
    [[nodiscard]] int ownerOf(const DumpEntry &entry) const
    {
        int best = 0;
        int bestRank = 0;
        for (const int need : entry.needs) {
            const int owner = m_owners.value(need);
            if (owner == 0)
                continue;
            const DumpEntry &object = m_contents.entries.at(m_at.value(owner));
            const bool named = entry.name == object.name || entry.name.startsWith(object.name + QLatin1Char(' '));
            const bool hasRows = object.kind == QLatin1String("TABLE") ||
                                 object.kind == QLatin1String("MATERIALIZED VIEW") ||
                                 object.kind == QLatin1String("FOREIGN TABLE");
            const int rank = named ? 3 : hasRows ? 2 : 1;
            if (rank <= bestRank)
                continue;
            best = owner;
            bestRank = rank;
        }
        return best;
    }

    const DumpContents &m_contents;
    QHash<int, qsizetype> m_at;
    QHash<int, int> m_owners;
};

class Selecting
{
public:
    Selecting(const DumpContents &contents, const QSet<QString> &present)
        : m_contents(contents)
        , m_present(present)
        , m_owners(ownersOf(contents))
    {
        for (qsizetype i = 0; i < contents.entries.size(); ++i) {
            m_at.insert(contents.entries.at(i).id, i);
            if (const int owner = m_owners.value(contents.entries.at(i).id); owner > 0)
                m_belongings[owner].append(contents.entries.at(i).id);
        }
    }

    DumpSelection chosen(const QStringList &names)
    {
        for (const QString &name : names)
            if (!choose(name))
                m_selection.notThere << name;
        const QSet<int> asked = m_objects;
        while (!m_toVisit.isEmpty())
            visit(m_toVisit.takeLast());
        m_selection.isPartial = true;
        collect(asked);
        return m_selection;
    }

private:
    [[nodiscard]] const DumpEntry &entry(int id) const { return m_contents.entries.at(m_at.value(id)); }

    void add(int object)
    {
        if (m_objects.contains(object))
            return;
        m_objects.insert(object);
        m_toVisit.append(object);
    }

    bool choose(const QString &name)
    {
        if (m_byName.isEmpty())
            index();
        const QList<int> found = m_byName.value(name);
        for (const int object : found)
            add(object);
        return !found.isEmpty();
    }

    void index()
    {
        for (const DumpEntry &one : m_contents.entries) {
            if (m_owners.value(one.id) != one.id)
                continue;
            m_byName[one.objectId()].append(one.id);
            m_byName[QString::number(one.id)].append(one.id);
            if (!one.schema.isEmpty())
                m_byName[one.schema].append(one.id);
        }
    }

    /// Whatever the object and all that belongs to it need comes along.
    void visit(int object)
    {
        for (const int belonging : m_belongings.value(object)) {
            if (isTie(entry(belonging)))
                continue;
            for (const int need : entry(belonging).needs) {
                const int needed = m_owners.value(need);
                if (needed > 0 && !m_present.contains(entry(needed).objectId()))
                    add(needed);
            }
        }
    }

    [[nodiscard]] bool hasBothEnds(const DumpEntry &tie) const
    {
        return std::all_of(tie.needs.begin(), tie.needs.end(), [this](int need) {
            const int needed = m_owners.value(need);
            return needed == 0 || m_objects.contains(needed) || m_present.contains(entry(needed).objectId());
        });
    }

    void collect(const QSet<int> &asked)
    {
        for (const DumpEntry &one : m_contents.entries) {
            const int owner = m_owners.value(one.id);
            if (!isAboutAll(one) && !m_objects.contains(owner))
                continue;
            if (isTie(one) && !hasBothEnds(one)) {
                m_selection.leftOut << one.schema + QLatin1Char('.') + one.name;
                continue;
            }
            m_selection.entries.append(one);
            if (owner != one.id)
                continue;
            m_selection.objects << one.objectId();
            if (!asked.contains(one.id))
                m_selection.broughtAlong << one.objectId();
        }
    }

    const DumpContents &m_contents;
    const QSet<QString> &m_present;
    QHash<int, int> m_owners;
    QHash<int, qsizetype> m_at;
    QHash<int, QList<int>> m_belongings;
    QHash<QString, QList<int>> m_byName;
    QSet<int> m_objects;
    QList<int> m_toVisit;
    DumpSelection m_selection;
};

} // namespace

QByteArray DumpSelection::list() const
{
    QByteArray text;
    for (const DumpEntry &entry : entries)
        text += QByteArray::number(entry.id) + "; " + entry.kind.toUtf8() + ' ' + entry.schema.toUtf8() + ' ' +
                entry.name.toUtf8() + '\n';
    return text;
}

QHash<int, int> ownersOf(const DumpContents &contents)
{
    return Owners(contents).found();
}

DumpSelection selectFrom(const DumpContents &contents, const QStringList &chosen, const QSet<QString> &present)
{
    if (!chosen.isEmpty())
        return Selecting(contents, present).chosen(chosen);
    const QHash<int, int> owners = ownersOf(contents);
    DumpSelection all;
    for (const DumpEntry &entry : contents.entries) {
        if (isOfDatabase(entry))
            continue;
        all.entries.append(entry);
        if (owners.value(entry.id) == entry.id)
            all.objects << entry.objectId();
    }
    return all;
}

} // namespace howdah
