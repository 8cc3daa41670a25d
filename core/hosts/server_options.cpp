#include "core/hosts/server_options.h"

#include <QRegularExpression>

namespace howdah {

QStringList commandLineWords(const QString &line)
{
    const qsizetype firstQuote = line.indexOf(QStringLiteral(" \""));
    QStringList words{firstQuote < 0 ? line : line.left(firstQuote)};
    if (firstQuote < 0)
        return words;
    QString rest = line.mid(firstQuote + 2);
    if (rest.endsWith(QLatin1Char('"')))
        rest.chop(1);
    return words + rest.split(QStringLiteral("\" \""));
}

QString takeDirectory(QStringList &words)
{
    QString directory;
    for (qsizetype index = words.size() - 1; index >= 0; --index) {
        if (!words.at(index).startsWith(QLatin1String("-D")))
            continue;
        directory = words.takeAt(index).mid(2);
        if (directory.isEmpty() && index < words.size())
            directory = words.takeAt(index);
    }
    return directory;
}

QString settingIn(const QStringList &words, const QString &name)
{
    static const QRegularExpression dashes(QStringLiteral("^(--|-c)"));
    QString value;
    for (QString word : words) {
        word.remove(dashes);
        word.replace(QLatin1String("config-file="), QLatin1String("config_file="));
        if (word.startsWith(name + QLatin1Char('=')))
            value = word.mid(name.size() + 1);
    }
    return value;
}

QString settingInFile(const QByteArray &content, const QString &name)
{
    const QRegularExpression line(QStringLiteral("^\\s*%1(?:\\s*=\\s*|\\s+)(?:'((?:[^']|'')*)'|([^\\s#]+))").arg(name),
                                  QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QString value;
    for (auto found = line.globalMatch(QString::fromUtf8(content)); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        value = match.captured(1).isEmpty() ? match.captured(2)
                                            : match.captured(1).replace(QLatin1String("''"), QLatin1String("'"));
    }
    return value;
}

} // namespace howdah
