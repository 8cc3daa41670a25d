#pragma once

#include "app/gui/application.h"
#include "app/gui/tour_report.h"
#include "core/base/background.h"
#include "core/lab/lab.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPointer>

namespace howdah {

class OperationWizard;

/// The guided tour: a lab cluster of its own, the real window and its real wizards, driven as a person would; pictures
/// and an HTML report in a folder; the lab is taken down at the end, whatever happened. Meant for a machine without a
/// display, and for the README.
class Tour
{
public:
    Tour(Application &application, const QString &directory);

    /// The program's exit code: 0 when every chapter was seen. Runs the event loop while it waits.
    [[nodiscard]] int run();

private:
    using Chapter = bool (Tour::*)();

    bool makeLab();
    bool seeTheCluster();
    bool cloneAStandby();
    bool watchLagRiseAndFall();
    bool loseThePrimary();
    bool failOver();
    bool lookBack();
    void takeDown();
    [[nodiscard]] bool writeReport();

    // What a person does.
    OperationWizard *openWizard(const QString &operation, const Arguments &arguments);
    bool goThrough(OperationWizard *wizard, const QString &picturePrefix);

    // What a person sees.
    bool waitUntil(const QString &what, int milliseconds, const std::function<bool()> &seen);
    void picture(QWidget *widget, const QString &name, const QString &caption);
    void pictureOfPage(QWidget *wizard, const QString &prefix, const QString &page); ///< none without a prefix
    void observe(const QString &name, const QString &value);
    void begin(const QString &title, const QString &text);
    [[nodiscard]] ClusterSnapshotPtr snapshot() const;
    [[nodiscard]] std::optional<qint64> replayLag(const QString &node) const;
    void say(const QString &sentence);

    /// Runs something that blocks on a thread of its own while the window lives on.
    template <typename Work> auto inBackground(Work work);

    static constexpr int standbysAtFirst = 2;
    /// A shared or slow machine gets its time: every wait ends as soon as its sight is there.
    static constexpr int patienceMs = 90000;

    Application &m_application;
    QDir m_directory;
    TourReport m_report;
    std::optional<Lab> m_lab;
    QElapsedTimer m_clock;
};

template <typename Work> auto Tour::inBackground(Work work)
{
    QObject context;
    QEventLoop loop;
    std::optional<decltype(work(std::stop_token()))> value;
    Background background(&context);
    background.run(std::move(work), [&](auto result) {
        value = std::move(result);
        loop.quit();
    });
    loop.exec();
    return std::move(*value);
}

} // namespace howdah
