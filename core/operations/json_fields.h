#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace howdah::json {

/// A struct says its fields once, in `describe(Fields &, Struct &)`; the same words write and read it, so that the two
/// cannot drift apart. Reading is strict: a missing or mistyped field is an error that names it.
class Writer
{
public:
    template <typename T> void operator()(const char *key, T &value)
    {
        m_object.insert(QLatin1String(key), write(value));
    }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    static QJsonValue write(const QString &value) { return value; }
    static QJsonValue write(bool value) { return value; }
    static QJsonValue write(int value) { return value; }
    static QJsonValue write(qint64 value) { return value; }
    static QJsonValue write(Milliseconds value) { return static_cast<qint64>(value.count()); }
    static QJsonValue write(const QByteArray &value);
    static QJsonValue write(const QPair<QString, QString> &value) { return QJsonArray{value.first, value.second}; }
    static QJsonValue write(const std::optional<QString> &value) { return value ? QJsonValue(*value) : QJsonValue(); }
    static QJsonValue write(const QHash<QString, QString> &value);
    template <typename T> static QJsonValue write(const std::optional<QList<T>> &values)
    {
        return values ? write(*values) : QJsonValue();
    }
    template <typename T> static QJsonValue write(const QList<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(write(value));
        return array;
    }
    template <typename T>
    requires std::is_class_v<T>
    static QJsonValue write(const T &value)
    {
        Writer writer;
        T copy = value; // describe() serves both directions and so takes a value that could be written to
        describe(writer, copy);
        return writer.object();
    }

private:
    QJsonObject m_object;
};

class Reader
{
public:
    explicit Reader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    template <typename T> void operator()(const char *key, T &value)
    {
        const auto field = m_object.constFind(QLatin1String(key));
        if (field == m_object.constEnd() || !read(field.value(), value))
            fail(key);
    }
    [[nodiscard]] bool ok() const { return m_wrong.isEmpty(); }
    /// Invalid; names the first field that was missing or wrong. `what` was read begins the sentence: "This plan".
    [[nodiscard]] Error error(const QString &what) const;
    void fail(const char *key);
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    static bool read(const QJsonValue &json, QString &value);
    static bool read(const QJsonValue &json, bool &value);
    static bool read(const QJsonValue &json, int &value);
    static bool read(const QJsonValue &json, qint64 &value);
    static bool read(const QJsonValue &json, Milliseconds &value);
    static bool read(const QJsonValue &json, QByteArray &value);
    static bool read(const QJsonValue &json, QPair<QString, QString> &value);
    static bool read(const QJsonValue &json, std::optional<QString> &value);
    static bool read(const QJsonValue &json, QHash<QString, QString> &value);
    template <typename T> static bool read(const QJsonValue &json, std::optional<QList<T>> &values)
    {
        return read(json, values.emplace());
    }
    template <typename T> static bool read(const QJsonValue &json, QList<T> &values)
    {
        if (!json.isArray())
            return false;
        values.clear(); // a default is replaced, not added to
        for (const QJsonValue &element : json.toArray()) {
            T value;
            if (!read(element, value))
                return false;
            values.append(std::move(value));
        }
        return true;
    }
    template <typename T>
    requires std::is_class_v<T>
    static bool read(const QJsonValue &json, T &value)
    {
        if (!json.isObject())
            return false;
        Reader reader(json.toObject());
        describe(reader, value);
        return reader.ok();
    }

private:
    QJsonObject m_object;
    QString m_wrong;
};

/// A field that is there only when it says something, so that plans of earlier versions are read as well.
template <typename Fields, typename T> void optionally(Fields &fields, const char *key, T &value)
{
    if constexpr (std::is_same_v<Fields, Writer>) {
        if (value != T())
            fields(key, value);
    } else if (fields.object().contains(QLatin1String(key))) {
        fields(key, value);
    }
}

} // namespace howdah::json
