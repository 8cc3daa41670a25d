// Colours that can be read, icons that are there, one style sheet without holes.
#include "core/operations/catalogue.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/status_badge.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/tabular_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QDir>
#include <QFontMetricsF>
#include <QStyle>
#include <QTest>

using namespace howdah;
using namespace howdah::theme;

namespace {

bool hasInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 40)
                return true;
        }
    }
    return false;
}

QImage pictureOf(const QIcon &icon, int side)
{
    return icon.pixmap(QSize(side, side)).toImage();
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void marksDifferInShape();
    void seriesStandOffTheSurface_data();
    void seriesStandOffTheSurface();
    void sheetHasNoHoles();
    void themeIsSwitched();
    void everyIconDraws();
    void everyOperationHasItsIcon();
    void figuresAreOfOneWidth();
    void longTextGivesWay();
};

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const Tokens &now : {lightTokens(), darkTokens()}) {
        const QByteArray prefix = now.dark ? "dark " : "light ";
        const auto add = [&](const char *name, const QColor &ink, const QColor &ground) {
            QTest::newRow((prefix + name).constData()) << ink << ground;
        };
        const std::initializer_list<std::pair<const char *, QColor>> grounds{{" on background", now.background},
                                                                             {" on surface", now.surface},
                                                                             {" on raised", now.raised},
                                                                             {" on selection", now.selection}};
        for (const auto &[where, ground] : grounds) {
            add((QByteArray("text") + where).constData(), now.text, ground);
            add((QByteArray("muted") + where).constData(), now.textMuted, ground);
            add((QByteArray("accent") + where).constData(), now.accent, ground);
        }
        for (const auto &[where, ground] :
             {std::pair{" on background", now.background}, {" on surface", now.surface}}) {
            add((QByteArray("good") + where).constData(), now.good, ground);
            add((QByteArray("attention") + where).constData(), now.attention, ground);
            add((QByteArray("critical") + where).constData(), now.critical, ground);
            add((QByteArray("unknown") + where).constData(), now.unknown, ground);
            add((QByteArray("busy") + where).constData(), now.busy, ground);
        }
        add("good on its soft", now.good, now.goodSoft);
        add("attention on its soft", now.attention, now.attentionSoft);
        add("critical on its soft", now.critical, now.criticalSoft);
        add("unknown on its soft", now.unknown, now.unknownSoft);
        add("busy on its soft", now.busy, now.busySoft);
        add("text on the accent", now.accentText, now.accent);
        add("text on good soft", now.text, now.goodSoft);
        add("text on critical soft", now.text, now.criticalSoft);
    }
}

void TestTheme::textCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = contrast(ink, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2 is %3").arg(ink.name(), ground.name()).arg(ratio)));
}

void TestTheme::marksDifferInShape()
{
    QList<QImage> shapes;
    for (const Health health : {Health::Good, Health::Attention, Health::Critical, Health::Unknown, Health::Busy}) {
        // In one colour: what is left is the shape.
        const QImage shape = pictureOf(healthIcon(health), 32).createAlphaMask();
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
        QVERIFY(!healthWord(health).isEmpty());
    }
}

void TestTheme::seriesStandOffTheSurface_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << static_cast<int>(Mode::Light);
    QTest::newRow("dark") << static_cast<int>(Mode::Dark);
}

void TestTheme::seriesStandOffTheSurface()
{
    QFETCH(int, mode);
    apply(*qApp, static_cast<Mode>(mode));
    QStringList seen;
    for (int index = 0; index < 14; ++index) {
        const QColor color = seriesColor(index);
        QVERIFY2(contrast(color, tokens().surface) >= 2.9, qPrintable(color.name()));
        QVERIFY2(!seen.contains(color.name()), qPrintable(QStringLiteral("%1 twice").arg(color.name())));
        QCOMPARE(color, seriesColor(index));
        seen.append(color.name());
    }
}

void TestTheme::sheetHasNoHoles()
{
    for (const Tokens &now : {lightTokens(), darkTokens()}) {
        const QString sheet = styleSheet(now);
        QVERIFY2(!sheet.contains(QLatin1Char('@')), qPrintable(sheet.mid(sheet.indexOf(QLatin1Char('@')), 40)));
        QVERIFY(sheet.contains(now.accent.name()));
    }
}

void TestTheme::themeIsSwitched()
{
    apply(*qApp, Mode::Dark);
    QVERIFY(tokens().dark);
    QCOMPARE(mode(), Mode::Dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), darkTokens().background);
    apply(*qApp, Mode::Light);
    QVERIFY(!tokens().dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), lightTokens().background);
    apply(*qApp, Mode::FollowSystem); // the offscreen platform's palette is light
    QVERIFY(!tokens().dark);
}

void TestTheme::everyIconDraws()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 30);
    for (const QString &file : files) {
        const QIcon drawn = icon(file.chopped(4));
        for (const int side : {16, 20, 24, 32}) {
            const QImage picture = pictureOf(drawn, side);
            QCOMPARE(picture.size(), QSize(side, side));
            QVERIFY2(hasInk(picture), qPrintable(file));
        }
    }
}

void TestTheme::everyOperationHasItsIcon()
{
    for (const Operation &operation : operationCatalogue())
        QVERIFY2(hasInk(pictureOf(icon(operation.icon), 20)),
                 qPrintable(operation.id + QLatin1Char(' ') + operation.icon));
}

void TestTheme::figuresAreOfOneWidth()
{
    const QFont font = theme::font(Type::Body);
    QCOMPARE(tabularWidth(font, QStringLiteral("1111 kB")), tabularWidth(font, QStringLiteral("8888 kB")));
    QVERIFY(tabularWidth(font, QStringLiteral("11")) > tabularWidth(font, QStringLiteral("1")));
    QCOMPARE(tabularWidth(font, QString()), 0.0);
}

void TestTheme::longTextGivesWay()
{
    ElidedLabel label;
    label.setText(QString(300, QLatin1Char('m')));
    label.resize(120, 20);
    QVERIFY(label.isElided());
    QVERIFY(label.minimumSizeHint().width() < 60);
    label.setText(QStringLiteral("n1"));
    QVERIFY(!label.isElided());
    StatusBadge badge;
    badge.setStatus(Health::Critical, healthWord(Health::Critical));
    QCOMPARE(badge.accessibleName(), healthWord(Health::Critical));
    QVERIFY(badge.sizeHint().width() > QFontMetricsF(badge.font()).horizontalAdvance(healthWord(Health::Critical)));
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
