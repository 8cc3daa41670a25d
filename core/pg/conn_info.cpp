#include "core/pg/conn_info.h"

#include <QCoreApplication>

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ConnInfo)
};

const QLatin1String passwordKeyword("password");
const QLatin1String keyPasswordKeyword("sslpassword");

/// What people look for comes first, the rest by name: the same settings always read the same.
std::pair<std::size_t, QString> place(const QString &keyword)
{
    static constexpr std::array first{"host", "hostaddr", "port", "dbname", "user"};
    const auto found = std::find_if(first.begin(), first.end(),
                                    [&keyword](const char *candidate) { return keyword == QLatin1String(candidate); });
    return {static_cast<std::size_t>(found - first.begin()), keyword};
}

QString quoted(const QString &value)
{
    const bool plain = std::all_of(value.begin(), value.end(), [](QChar character) {
        return character.unicode() < 128 && (character.isLetterOrNumber() || character == u'_' || character == u'.');
    });
    if (plain && !value.isEmpty())
        return value;
    QString escaped = value;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
    return u'\'' + escaped + u'\'';
}

/// libpq quotes the part it stumbled over, and that may be (a piece of) the password.
bool mayQuoteSecret(const QString &text)
{
    return text.contains(passwordKeyword, Qt::CaseInsensitive) || text.contains(QLatin1String("://"));
}

Error refused(const QString &text, const char *words)
{
    Error error;
    error.code = ErrorCode::Invalid;
    error.message =
        Tr::tr("The connection settings cannot be understood. Write them as \"host=… port=… dbname=… user=…\" or as "
               "postgresql://user@host:port/database.");
    error.detail = mayQuoteSecret(text)
                       ? Tr::tr("libpq's own words are left out, because they might quote the password.")
                       : QString::fromUtf8(words).trimmed();
    return error;
}

} // namespace

Result<ConnInfo> ConnInfo::parse(const QString &text)
{
    if (text.contains(QChar::Null))
        return refused(text, "");
    char *words = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(text.toUtf8().constData(), &words), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> wordsOwner(words, &PQfreemem);
    if (!options)
        return refused(text, words ? words : "");
    ConnInfo info;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option)
        if (option->val)
            info.set(QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
    return info;
}

QString ConnInfo::value(const QString &keyword) const
{
    for (const Setting &setting : m_settings)
        if (setting.keyword == keyword)
            return setting.value;
    return {};
}

bool ConnInfo::has(const QString &keyword) const
{
    if (keyword == passwordKeyword)
        return !m_password.isEmpty();
    if (keyword == keyPasswordKeyword)
        return !m_keyPassword.isEmpty();
    return !value(keyword).isEmpty();
}

void ConnInfo::set(const QString &keyword, const QString &value)
{
    if (keyword == passwordKeyword) {
        m_password = value.isEmpty() ? Secret() : Secret(value);
        return;
    }
    if (keyword == keyPasswordKeyword) {
        m_keyPassword = value.isEmpty() ? Secret() : Secret(value);
        return;
    }
    const auto position =
        std::lower_bound(m_settings.begin(), m_settings.end(), place(keyword),
                         [](const Setting &setting, const auto &wanted) { return place(setting.keyword) < wanted; });
    const bool found = position != m_settings.end() && position->keyword == keyword;
    if (found && value.isEmpty())
        m_settings.erase(position);
    else if (found)
        position->value = value;
    else if (!value.isEmpty())
        m_settings.insert(position, {keyword, value});
}

ConnInfo ConnInfo::with(const QString &keyword, const QString &value) const
{
    ConnInfo changed = *this;
    changed.set(keyword, value);
    return changed;
}

QString ConnInfo::toString() const
{
    QStringList words;
    for (const Setting &setting : m_settings)
        words << setting.keyword + u'=' + quoted(setting.value);
    return words.join(u' ');
}

} // namespace howdah
