// Draws every widget and page on made-up clusters into PNG files, light and dark, so that somebody can look at them.
#include "tests/gui/sample_archive.h"
#include "tests/gui/sample_backups.h"
#include "tests/gui/sample_past.h"
#include "ui/pages/rows_dialog.h"
#include "tests/support/sample_snapshots.h"
#include "ui/charts/lag_chart.h"
#include "ui/pages/archive_page.h"
#include "ui/pages/backups_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/page_table.h"
#include "ui/pages/replication_page.h"
#include "ui/pages/time_machine_page.h"
#include "ui/theme/theme.h"
#include "ui/topology/topology_view.h"
#include "ui/window/add_cluster_dialog.h"
#include "ui/window/create_lab_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/node_host_dialog.h"
#include "ui/window/password_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTranslator>

#include <cmath>

using namespace howdah;

namespace {

QDir directory;
QString themeName;

void save(QWidget &widget, const QString &name, const QSize &size = {})
{
    if (!size.isEmpty())
        widget.resize(size);
    widget.show();
    QApplication::processEvents();
    widget.grab().save(directory.filePath(QStringLiteral("%1-%2.png").arg(name, themeName)));
    widget.hide();
}

void icons()
{
    QWidget page;
    page.setAutoFillBackground(true);
    auto *grid = new QGridLayout(&page);
    QDir drawn(QStringLiteral(":/icons"));
    int cell = 0;
    for (const QString &file : drawn.entryList({QStringLiteral("*.svg")})) {
        const QString name = file.chopped(4);
        if (name.startsWith(QLatin1String("control-")) || name == QLatin1String("howdah"))
            continue;
        auto *button = new QPushButton(theme::icon(name), name);
        button->setEnabled(cell % 5 != 4);
        grid->addWidget(button, cell / 5, cell % 5);
        ++cell;
    }
    int column = 0;
    for (const Health health : {Health::Good, Health::Attention, Health::Critical, Health::Unknown, Health::Busy}) {
        auto *button = new QPushButton(theme::healthIcon(health), theme::healthWord(health));
        grid->addWidget(button, 20, column++);
    }
    auto *own = new QLabel;
    own->setPixmap(QIcon(QStringLiteral(":/icons/howdah.svg")).pixmap(128));
    grid->addWidget(own, 21, 0, 1, 2);
    auto *small = new QLabel;
    small->setPixmap(QIcon(QStringLiteral(":/icons/howdah.svg")).pixmap(32));
    grid->addWidget(small, 21, 2);
    save(page, QStringLiteral("icons"));
}

void topologies()
{
    for (const samples::Named &sample : samples::all()) {
        TopologyView view;
        view.setSnapshot(sample.snapshot);
        view.setSnapshot(samples::later(sample.snapshot, 5));
        if (sample.snapshot->nodes.size() > 2)
            view.selectNode(sample.snapshot->nodes[2].name());
        save(view, QStringLiteral("topology-%1").arg(QLatin1String(sample.name)), {760, 340});
        save(view, QStringLiteral("topology-narrow-%1").arg(QLatin1String(sample.name)), {470, 300});
    }
}

QHash<QString, HistorySegments> madeUpLag(const ClusterSnapshot &cluster, qint64 now)
{
    QHash<QString, HistorySegments> lag;
    for (int index = 1; index < cluster.nodes.size(); ++index) {
        HistorySegments segments{{}};
        for (qint64 second = 0; second < 600; ++second) {
            if (index == 1 && second > 240 && second < 300) {
                if (!segments.last().isEmpty())
                    segments.append(QList<HistoryPoint>{});
                continue;
            }
            double value = 60'000.0 * index * (1.2 + std::sin(static_cast<double>(second * index) / 23.0));
            if (index == 2 && second > 380 && second < 520)
                value += static_cast<double>(second - 380) * 250'000;
            if (second == 120)
                value += 9e6;
            segments.last().append({now - (600 - second) * 1000, value, value, value});
        }
        lag.insert(cluster.nodes[index].name(), segments);
    }
    return lag;
}

void charts()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const samples::Named &sample : samples::all()) {
        LagChart chart(nullptr);
        chart.resize(1000, 280);
        chart.setSnapshot(sample.snapshot);
        chart.setHistoryAnswer(madeUpLag(*sample.snapshot, now));
        chart.setEvents(
            {{now - 220'000, QStringLiteral("n3"), QStringLiteral("paused"), QStringLiteral("Replay paused on n3")},
             {now - 80'000, QStringLiteral("n3"), QStringLiteral("resumed"), QStringLiteral("Replay resumed on n3")}});
        chart.show();
        QApplication::processEvents();
        chart.plot()->setCursorMs(now - 220'000);
        save(chart, QStringLiteral("chart-%1").arg(QLatin1String(sample.name)));
    }
    LagChart empty(nullptr);
    save(empty, QStringLiteral("chart-empty"), {760, 260});
}

void pages()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const samples::Named &sample : samples::all()) {
        OverviewPage overview(nullptr);
        overview.setSnapshot(sample.snapshot);
        overview.setSnapshot(samples::later(sample.snapshot, 5));
        overview.chart()->setHistoryAnswer(madeUpLag(*sample.snapshot, now));
        save(overview, QStringLiteral("overview-%1").arg(QLatin1String(sample.name)), {1200, 810});
        save(overview, QStringLiteral("overview-small-%1").arg(QLatin1String(sample.name)), {800, 600});
        ReplicationPage replication;
        replication.setSnapshot(sample.snapshot);
        save(replication, QStringLiteral("replication-%1").arg(QLatin1String(sample.name)), {1200, 810});
    }
}

/// An archive with a hole, one that fails, one on a small window, none.
void archivePages()
{
    Hosts hosts;
    Environment environment;
    environment.hosts = &hosts;
    const auto draw = [&](const ArchiveViewPtr &view, const char *name, const QSize &size) {
        ArchivePage page(environment);
        page.showArchive(view);
        save(page, QStringLiteral("archive") + QLatin1String(name), size);
    };
    draw(samples::archive(), "", {1200, 810});
    draw(samples::archive(), "-small", {800, 600});
    draw(samples::failingArchive(), "-failing", {1200, 810});
    draw(samples::noArchive(), "-none", {1200, 810});
}

/// A week of backups, with a bad one; a cluster that has none yet.
void backupPages()
{
    Hosts hosts;
    Environment environment;
    environment.hosts = &hosts;
    const auto draw = [&](const BackupStockPtr &stock, const char *name, const QSize &size) {
        BackupsPage page(environment);
        page.showStock(stock);
        save(page, QStringLiteral("backups") + QLatin1String(name), size);
    };
    draw(samples::backupStock(), "", {1200, 810});
    draw(samples::backupStock(), "-small", {800, 600});
    draw(samples::backupStock(2), "-two", {1200, 810});
    draw(samples::backupStock(0), "-none", {1200, 810});
}

/// The time machine: a day of a shop, one that has no backup yet, and one whose WAL is being read.
void timeMachines()
{
    Hosts hosts;
    Environment environment;
    environment.hosts = &hosts;
    const auto draw = [&](const std::shared_ptr<PastView> &view, const char *name, const QSize &size) {
        TimeMachinePage page(environment);
        page.showPast(view);
        if (view->newest.size() > 28)
            page.table()->view()->selectRow(28);
        save(page, QStringLiteral("time-machine") + QLatin1String(name), size);
    };
    draw(samples::past(), "", {1200, 810});
    draw(samples::past(), "-small", {800, 600});
    draw(samples::forkedPast(), "-forked", {1200, 810});
    RowsDialog rows(environment, samples::healthy());
    rows.showDifferences(samples::differences());
    save(rows, QStringLiteral("dialog-rows"));
    const auto bare = samples::past();
    const auto machine = samples::pastMachine();
    machine->material.backups.clear();
    bare->machine = machine;
    draw(bare, "-no-backup", {1200, 810});
    const auto reading = samples::past();
    reading->newest.clear();
    reading->finished = false;
    reading->progress = {.segments = 34, .all = 95};
    draw(reading, "-reading", {1200, 810});
    const auto nothing = samples::past();
    nothing->newest.clear();
    draw(nothing, "-nothing", {1200, 810});
}

/// The window on clusters whose samples come from here: nothing listens behind them.
void windows()
{
    Hosts hosts;
    Environment environment;
    environment.hosts = &hosts;
    OperationDesk desk(environment);
    ClusterStore store(nullptr);
    MainWindow window(store, nullptr, desk);
    save(window, QStringLiteral("window-empty"), {1440, 900});
    for (const samples::Named &sample : samples::all()) {
        ClusterSnapshot copy = *sample.snapshot;
        copy.definition.group = copy.nodes.size() > 4 ? QStringLiteral("Production") : QString();
        Q_EMIT store.snapshotChanged(std::make_shared<const ClusterSnapshot>(copy));
    }
    window.selectCluster(QStringLiteral("lab"));
    save(window, QStringLiteral("window"), {1440, 900});
    save(window, QStringLiteral("window-small"), {1024, 700});
    window.showPage(MainWindow::Page::Replication);
    save(window, QStringLiteral("window-replication"), {1440, 900});
    save(window, QStringLiteral("window-replication-small"), {1024, 700});
    window.showPage(MainWindow::Page::Operations);
    save(window, QStringLiteral("window-operations"), {1440, 900});
}

void dialogs()
{
    Hosts hosts;
    AddClusterDialog add({}, {QStringLiteral("Production")}, hosts);
    save(add, QStringLiteral("dialog-add-cluster"));
    Environment environment;
    environment.hosts = &hosts;
    const NodeDefinition node{.name = QStringLiteral("n2"),
                              .connInfo = *ConnInfo::parse(QStringLiteral("host=db2.example.org")),
                              .hostId = QStringLiteral("ssh:postgres@db2")};
    NodeHostDialog host(node, environment);
    save(host, QStringLiteral("dialog-node-host"));
    CreateLabDialog create(hosts, {});
    save(create, QStringLiteral("dialog-create-lab"));
    PasswordDialog password(QStringLiteral("n1"), QStringLiteral("dba"), QStringLiteral("db1.example.org:5432"), {},
                            nullptr);
    save(password, QStringLiteral("dialog-password"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    directory = QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    directory.mkpath(QStringLiteral("."));
    QTranslator translator;
    if (argc > 2 && translator.load(QString::fromLocal8Bit(argv[2])))
        QApplication::installTranslator(&translator);
    for (const auto &[mode, word] : {std::pair{theme::Mode::Light, "light"}, std::pair{theme::Mode::Dark, "dark"}}) {
        theme::apply(application, mode);
        themeName = QString::fromLatin1(word);
        icons();
        topologies();
        charts();
        pages();
        archivePages();
        backupPages();
        timeMachines();
        windows();
        dialogs();
    }
    return 0;
}
