#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <chrono>

namespace howdah::test {

/// howdahctl as a person calls it, in a process of its own that can be killed at any moment.
class SoakConsole
{
public:
    struct Said
    {
        bool killed = false;
        int exitCode = -1;
        QJsonObject answer; ///< of --json
        QString words;      ///< for people
    };

    explicit SoakConsole(const QStringList &words)
    {
        m_process.start(QFile::decodeName(qgetenv("HOWDAH_BIN")) + QStringLiteral("/howdahctl"),
                        words + QStringList{QStringLiteral("--json")});
    }
    /// True when it ended by itself within that time.
    bool endsWithin(std::chrono::milliseconds time)
    {
        return m_process.waitForFinished(static_cast<int>(time.count()));
    }
    void kill() { m_process.kill(); }

    Said said(std::chrono::milliseconds patience = std::chrono::minutes{3})
    {
        if (m_process.state() != QProcess::NotRunning && !endsWithin(patience))
            m_process.kill();
        m_process.waitForFinished(10000);
        return {.killed = m_process.exitStatus() == QProcess::CrashExit,
                .exitCode = m_process.exitCode(),
                .answer = QJsonDocument::fromJson(m_process.readAllStandardOutput()).object(),
                .words = QString::fromUtf8(m_process.readAllStandardError())};
    }

    static Said say(const QStringList &words) { return SoakConsole(words).said(); }

private:
    QProcess m_process;
};

} // namespace howdah::test
