// What Howdah says in Spanish, and in English where it counts: nothing is left untranslated, no value gets lost in a
// translation, the programs speak the language they are asked for, and what machines read stays as it is.
#include "tests/live/cli/howdahctl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace howdah::test;

namespace {

constexpr qsizetype fewestMessages = 1500;

/// One message of a .ts file.
struct Message
{
    QString context, source;
    QStringList forms; ///< one; two for what is counted
    bool counted = false;
    bool finished = false;

    [[nodiscard]] QByteArray named() const { return QStringLiteral("%1: %2").arg(context, source).toUtf8(); }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .counted = xml.attributes().hasAttribute(QStringLiteral("numerus"))};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!message.counted) {
                message.forms << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesOf(const QString &language)
{
    QFile file(
        QStringLiteral("%1/resources/translations/howdah_%2.ts").arg(qEnvironmentVariable("HOWDAH_SOURCE"), language));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages << readMessage(xml, context);
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// The places for values, sorted.
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?[0-9]+|%n"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places << found.next().captured();
    places.sort();
    return places;
}

/// What stands before the first letter or place of a text, or after its last: spaces and line breaks.
QPair<QString, QString> marginsOf(const QString &text)
{
    static const QRegularExpression before(QStringLiteral("^\\s*")), after(QStringLiteral("\\s*$"));
    return {before.match(text).captured(), after.match(text).captured()};
}

/// Without a word of two letters there is nothing to translate: "%1 min", "10m" …
bool hasWords(QString text)
{
    static const QRegularExpression place(QStringLiteral("%L?[0-9]+|%n")), word(QStringLiteral("\\p{L}{2,}"));
    return text.remove(place).contains(word);
}

/// The same in Spanish: names, abbreviations, and the words of replication that every DBA says in English.
const QStringList &sameInBoth()
{
    static const QStringList texts =
        QStringLiteral(
            "%1 bytes|%1 h %2 min|%1 min|%1 min %2 s|%1 ms|%1 – Howdah|.backup: %1|.history: %1|.partial: %1|ALTER "
            "SYSTEM|Bytes|CSV|Ctrl+B|Ctrl+E|Ctrl+K|Ctrl+L|Ctrl+Q|Ctrl+Shift+E|Incremental|Roles|SHA-256|SLOT|Shell|"
            "TIMELINE|"
            "Timeline %1|"
            "Triggers|gzip|incremental|off|pg_wal|slot|zstd|"
            "Failover|Host|Howdah|Id|Log|MB/s|Markdown|Markdown (*.md)|PDF|PDF (*.pdf)|PgBouncer|PgBouncer "
            "%1:%2|Plan|PostgreSQL|"
            "PostgreSQL %1|Rewind: pg_rewind|SQLSTATE|SQLSTATE: %1|Slot|Standby|Standbys|Tablespaces|Timeline|"
            "Upstream|WAL|XID|kB/s|no|ok|timeline %1")
            .split(QLatin1Char('|'));
    return texts;
}

QString compiledFile(const QString &language)
{
    return QStringLiteral("%1/../resources/howdah_%2.qm").arg(qEnvironmentVariable("HOWDAH_BIN"), language);
}

const QString unreachableCluster = QStringLiteral(
    R"({"version":1,"clusters":[{"name":"shop","group":"","systemIdentifier":"7000000000000000001","labDirectory":"",)"
    R"("nodes":[{"name":"n1","conninfo":"host=127.0.0.1 port=1 user=nobody dbname=postgres","host":"",)"
    R"("dataDirectory":""}]}]})");

void putOnRecord(const Howdahctl &howdahctl)
{
    const QString directory = howdahctl.home() + QStringLiteral("/config");
    QVERIFY(QDir().mkpath(directory));
    QFile file(directory + QStringLiteral("/clusters.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(unreachableCluster.toUtf8());
}

/// A document with every sentence for people taken out, and every age.
QJsonObject withoutSentences(QJsonObject document)
{
    for (const QString &name : document.keys()) {
        const QJsonValue value = document.value(name);
        if (value.isObject()) {
            document[name] = withoutSentences(value.toObject());
        } else if (value.isArray()) {
            QJsonArray rows;
            for (const QJsonValue &row : value.toArray())
                rows << (row.isObject() ? QJsonValue(withoutSentences(row.toObject())) : row);
            document[name] = rows;
        }
    }
    for (const char *name : {"text", "remedy", "message", "hint", "sampleAgeMs"}) {
        if (document.contains(QLatin1String(name)))
            document[QLatin1String(name)] = QString();
    }
    return document;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsTranslated_data();
    void everyMessageIsTranslated();
    void noValueIsLost();
    void nothingStaysEnglish();
    void menusHaveTheirOwnKeys();
    void aSentenceComesOut_data();
    void aSentenceComesOut();
    void theCommandLineSpeaks_data();
    void theCommandLineSpeaks();
    void machinesReadTheSameWords_data();
    void machinesReadTheSameWords();
};

void TestTranslations::everyMessageIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qsizetype>("atLeast");
    QTest::newRow("Spanish, all") << QStringLiteral("es") << fewestMessages;
    QTest::newRow("English, what is counted") << QStringLiteral("en") << qsizetype(1);
}

void TestTranslations::everyMessageIsTranslated()
{
    QFETCH(const QString, language);
    QFETCH(const qsizetype, atLeast);
    const QList<Message> messages = messagesOf(language);
    QVERIFY2(messages.size() >= atLeast, qPrintable(QString::number(messages.size())));
    for (const Message &message : messages) {
        QVERIFY2(message.finished, message.named());
        QCOMPARE(message.forms.size(), message.counted ? 2 : 1);
        QVERIFY2(!message.forms.contains(QString()), message.named());
    }
}

void TestTranslations::noValueIsLost()
{
    for (const Message &message : messagesOf(QStringLiteral("es")) + messagesOf(QStringLiteral("en"))) {
        for (const QString &form : message.forms) {
            QVERIFY2(placesIn(form) == placesIn(message.source), message.named());
            QVERIFY2(marginsOf(form) == marginsOf(message.source), message.named());
            QVERIFY2(form.count(QLatin1Char('&')) == message.source.count(QLatin1Char('&')), message.named());
            QVERIFY2(form.endsWith(u'…') == message.source.endsWith(u'…'), message.named());
        }
    }
}

void TestTranslations::nothingStaysEnglish()
{
    for (const Message &message : messagesOf(QStringLiteral("es"))) {
        if (hasWords(message.source) && !sameInBoth().contains(message.source))
            QVERIFY2(!message.forms.contains(message.source), message.named());
    }
}

/// A key that two menus of the bar share opens neither at once.
void TestTranslations::menusHaveTheirOwnKeys()
{
    const QStringList bar{QStringLiteral("&Cluster"), QStringLiteral("&Operations"), QStringLiteral("&View"),
                          QStringLiteral("&Help")};
    QSet<QChar> keys;
    for (const Message &message : messagesOf(QStringLiteral("es"))) {
        if (bar.contains(message.source))
            keys << message.forms.first().section(QLatin1Char('&'), 1).at(0).toLower();
    }
    QCOMPARE(keys.size(), bar.size());
}

void TestTranslations::aSentenceComesOut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("said");
    const QByteArray matters = "%1: %n matter(s) need attention";
    QTest::newRow("a sentence") << QStringLiteral("es") << QByteArray("howdah::ClusterSnapshot")
                                << QByteArray("Catching up") << -1 << QStringLiteral("Poniéndose al día");
    QTest::newRow("one, in Spanish") << QStringLiteral("es") << QByteArray("howdah::SidebarModel") << matters << 1
                                     << QStringLiteral("%1: 1 asunto requiere atención");
    QTest::newRow("two, in Spanish") << QStringLiteral("es") << QByteArray("howdah::SidebarModel") << matters << 2
                                     << QStringLiteral("%1: 2 asuntos requieren atención");
    QTest::newRow("one, in English") << QStringLiteral("en") << QByteArray("howdah::SidebarModel") << matters << 1
                                     << QStringLiteral("%1: 1 matter needs attention");
    QTest::newRow("two, in English") << QStringLiteral("en") << QByteArray("howdah::SidebarModel") << matters << 2
                                     << QStringLiteral("%1: 2 matters need attention");
}

void TestTranslations::aSentenceComesOut()
{
    QFETCH(const QString, language);
    QFETCH(const QByteArray, context);
    QFETCH(const QByteArray, source);
    QFETCH(const int, number);
    QTranslator translator;
    QVERIFY(translator.load(compiledFile(language)));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QTEST(QCoreApplication::translate(context, source, nullptr, number), "said");
}

void TestTranslations::theCommandLineSpeaks_data()
{
    QTest::addColumn<Howdahctl::Variables>("environment");
    QTest::addColumn<QString>("usage");
    const QString spanish = QStringLiteral("Uso: howdahctl"), english = QStringLiteral("Usage: howdahctl");
    const auto environment = [](const char *language, const char *all, const char *lang) {
        return Howdahctl::Variables{{QStringLiteral("LANGUAGE"), QString::fromLatin1(language)},
                                    {QStringLiteral("LC_ALL"), QString::fromLatin1(all)},
                                    {QStringLiteral("LANG"), QString::fromLatin1(lang)}};
    };
    QTest::newRow("LANG of Spain") << environment("", "", "es_ES.UTF-8") << spanish;
    QTest::newRow("LANG of Mexico") << environment("", "", "es_MX.UTF-8") << spanish;
    QTest::newRow("LC_ALL over LANG") << environment("", "es_ES.UTF-8", "en_GB.UTF-8") << spanish;
    QTest::newRow("LANGUAGE over both") << environment("es", "C.UTF-8", "C.UTF-8") << spanish;
    QTest::newRow("English first, then Spanish") << environment("en_GB:es", "", "en_GB.UTF-8") << english;
    QTest::newRow("a language there is none of") << environment("", "", "fr_FR.UTF-8") << english;
    QTest::newRow("cron's") << environment("", "C", "C") << english;
}

void TestTranslations::theCommandLineSpeaks()
{
    QFETCH(const Howdahctl::Variables, environment);
    QFETCH(const QString, usage);
    const Howdahctl howdahctl;
    const Howdahctl::Answer answer = howdahctl.run({QStringLiteral("help")}, environment);
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.output.contains(usage), answer.all());
    QCOMPARE(answer.errors, QString());
}

void TestTranslations::machinesReadTheSameWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("clusters") << QStringList{QStringLiteral("cluster"), QStringLiteral("list")};
    QTest::newRow("a cluster of which no node answers")
        << QStringList{QStringLiteral("status"), QStringLiteral("shop")};
    QTest::newRow("findings") << QStringList{QStringLiteral("findings"), QStringLiteral("shop")};
    QTest::newRow("labs") << QStringList{QStringLiteral("lab"), QStringLiteral("list")};
    QTest::newRow("operations") << QStringList{QStringLiteral("operations"), QStringLiteral("list")};
    QTest::newRow("an error") << QStringList{QStringLiteral("status"), QStringLiteral("nowhere")};
}

void TestTranslations::machinesReadTheSameWords()
{
    QFETCH(QStringList, words);
    words << QStringLiteral("--json");
    const Howdahctl howdahctl;
    putOnRecord(howdahctl);
    const auto answer = [&](const QString &language) {
        return howdahctl.run(words, {{QStringLiteral("LANGUAGE"), language}});
    };
    const Howdahctl::Answer english = answer(QStringLiteral("en")), spanish = answer(QStringLiteral("es"));
    QVERIFY2(!english.json().isEmpty(), english.all());
    QCOMPARE(spanish.code, english.code);
    QCOMPARE(withoutSentences(spanish.json()), withoutSentences(english.json()));
}

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
