#include "core/rows/row_query.h"

#include "core/rows/row_text.h"

namespace howdah {

namespace {
QString ofTable(const QStringList &columns)
{
    QStringList names;
    for (const QString &column : columns)
        names << QStringLiteral("t.") + quotedName(column);
    return names.join(QStringLiteral(", "));
}
} // namespace

RowQuery::RowQuery(const TableShape &shape, const QString &where)
    : m_shape(shape)
    , m_keyList(ofTable(shape.key))
    , m_rowText(QStringLiteral("ROW(%1)::text").arg(ofTable(shape.storedColumns())))
    , m_from(QStringLiteral(" FROM %1 t").arg(shape.source()))
    // On a line of its own, so that a comment at its end closes nothing.
    , m_filter(where.isEmpty() ? QStringLiteral("true") : QStringLiteral("(%1\n)").arg(where))
{
    const QStringList stored = shape.storedColumns();
    for (const QString &column : shape.key)
        m_keyPlaces << stored.indexOf(column);
}

QString RowQuery::range(const Key &after, const Key &last, QList<SqlParameter> &parameters) const
{
    QStringList conditions{QStringLiteral("true")};
    const auto bound = [&](const char *comparison, const Key &key) {
        if (key.isEmpty())
            return;
        QStringList words;
        for (qsizetype i = 0; i < key.size(); ++i) {
            parameters << key.at(i);
            words << QStringLiteral("$%1::%2").arg(parameters.size()).arg(m_shape.typeOf(m_shape.key.at(i)));
        }
        conditions << QStringLiteral("(%1) %2 (%3)")
                          .arg(m_keyList, QLatin1String(comparison), words.join(QStringLiteral(", ")));
    };
    bound(">", after);
    bound("<=", last);
    return conditions.join(QStringLiteral(" AND "));
}

QString RowQuery::keyOf(const QString &rowText) const
{
    const std::optional<RowFields> fields = fieldsOf(rowText);
    QStringList parts;
    for (const qsizetype place : m_keyPlaces)
        parts << (fields ? fields->value(place).value_or(QString()) : QString());
    return arrayLiteral(parts);
}

} // namespace howdah
