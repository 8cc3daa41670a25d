#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QProcess>
#include <QTest>

#include <map>
#include <memory>

namespace howdah::test {

/// The rows of a test that does little but wait, each in a process of its own and all at the same time: this very
/// program, told to run that row alone. Every test function begins with
/// `if (!m_rows.isAlone()) return m_rows.tell();`.
class SideBySide
{
public:
    /// `test`: whose functions the arguments of this program may name; then it is alone.
    explicit SideBySide(const QMetaObject &test)
    {
        for (const QString &word : QCoreApplication::arguments())
            m_alone = m_alone || test.indexOfMethod((word.section(u':', 0, 0) + u"()"_qs).toLatin1().constData()) >= 0;
    }

    [[nodiscard]] bool isAlone() const { return m_alone; }

    void start()
    {
        QProcess listing;
        listing.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-datatags")});
        listing.waitForFinished();
        const QStringList lines = QString::fromUtf8(listing.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) { // "Test function row"
            const QString row = line.section(u' ', 2);
            const QString name = line.section(u' ', 1, 1) + (row.isEmpty() ? QString() : u':' + row);
            std::unique_ptr<QProcess> &process = m_processes[name];
            process = std::make_unique<QProcess>();
            process->setProcessChannelMode(QProcess::MergedChannels);
            process->start(QCoreApplication::applicationFilePath(), {name});
        }
    }

    /// Waits for the row that is due, and fails as it does.
    void tell()
    {
        const QString row = QString::fromUtf8(QTest::currentDataTag());
        const QString name =
            QString::fromLatin1(QTest::currentTestFunction()) + (row.isEmpty() ? QString() : u':' + row);
        const auto found = m_processes.find(name);
        if (found == m_processes.end())
            return QTest::qFail(qPrintable(name + u" was not started."_qs), __FILE__, __LINE__);
        QProcess &process = *found->second;
        const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(240000);
        if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            QTest::qFail(process.readAll().constData(), __FILE__, __LINE__);
    }

private:
    bool m_alone = false;
    std::map<QString, std::unique_ptr<QProcess>> m_processes;
};

} // namespace howdah::test
