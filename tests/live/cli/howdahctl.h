#pragma once

#include "tests/support/scratch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTest>

namespace howdah::test {

/// The real howdahctl, with a home of its own: no terminal, nothing of the user's configuration, no password from
/// outside.
class Howdahctl
{
public:
    struct Answer
    {
        int code = -1; ///< -1: killed by a signal, or not started
        QString output, errors;

        /// Standard output as the one document it must be; empty when it is not one.
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output.toUtf8()).object(); }
        [[nodiscard]] QByteArray all() const { return (output + QLatin1Char('\n') + errors).toUtf8(); }
    };
    using Variables = QList<QPair<QString, QString>>;

    [[nodiscard]] QString home() const { return m_home->path(); }
    [[nodiscard]] static QString program() { return qEnvironmentVariable("HOWDAH_BIN") + QStringLiteral("/howdahctl"); }

    /// Runs to its end.
    [[nodiscard]] Answer run(const QStringList &words, const Variables &variables = {}) const
    {
        QProcess process;
        start(process, words, variables);
        return answerOf(process);
    }

    void start(QProcess &process, const QStringList &words, const Variables &variables = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOWDAH_HOME"), m_home->path());
        for (const char *name : {"PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGPASSWORD", "PGSERVICE", "LANGUAGE"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("PGPASSFILE"), m_home->filePath(QStringLiteral("pgpass")));
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(program(), words);
    }

    [[nodiscard]] static Answer answerOf(QProcess &process)
    {
        const bool ended = process.waitForFinished(120000);
        Answer answer;
        answer.output = QString::fromUtf8(process.readAllStandardOutput());
        answer.errors = QString::fromUtf8(process.readAllStandardError());
        if (ended && process.exitStatus() == QProcess::NormalExit)
            answer.code = process.exitCode();
        return answer;
    }

private:
    std::unique_ptr<QTemporaryDir> m_home = scratchHome();
};

/// A lab made by howdahctl, destroyed afterwards whatever happened.
class CommandLineLab
{
public:
    explicit CommandLineLab(int standbys)
    {
        const Howdahctl::Answer created = run({QStringLiteral("lab"), QStringLiteral("create"), name(),
                                               QStringLiteral("--standbys"), QString::number(standbys)});
        if (created.code != 0)
            QTest::qFail(created.all().constData(), __FILE__, __LINE__);
    }
    ~CommandLineLab()
    {
        const Howdahctl::Answer destroyed = run({QStringLiteral("lab"), QStringLiteral("destroy"), name()});
        if (destroyed.code != 0)
            QTest::qFail(destroyed.all().constData(), __FILE__, __LINE__);
    }
    CommandLineLab(const CommandLineLab &) = delete;
    CommandLineLab &operator=(const CommandLineLab &) = delete;

    [[nodiscard]] static QString name() { return QStringLiteral("lab of tests"); }
    [[nodiscard]] const Howdahctl &howdahctl() const { return m_howdahctl; }

    /// With --json.
    [[nodiscard]] Howdahctl::Answer run(QStringList words, const Howdahctl::Variables &variables = {}) const
    {
        return m_howdahctl.run(words << QStringLiteral("--json"), variables);
    }
    [[nodiscard]] QJsonArray nodes() const
    {
        return run({QStringLiteral("status"), name()}).json().value(QStringLiteral("nodes")).toArray();
    }
    /// Of the node as `status` shows it; empty when there is no such node.
    [[nodiscard]] QJsonObject node(const QString &nodeName) const
    {
        for (const QJsonValue &node : nodes()) {
            if (node.toObject().value(QStringLiteral("name")).toString() == nodeName)
                return node.toObject();
        }
        return {};
    }
    [[nodiscard]] QString state(const QString &nodeName) const
    {
        return node(nodeName).value(QStringLiteral("state")).toString();
    }
    [[nodiscard]] QString role(const QString &nodeName) const
    {
        return node(nodeName).value(QStringLiteral("role")).toString();
    }

private:
    Howdahctl m_howdahctl;
};

} // namespace howdah::test

/// Compares the exit code, and shows what was said when it is another.
#define COMPARE_CODE(answer, expected)                                                                                 \
    QVERIFY2((answer).code == (expected), ((answer).all() + QByteArray::number((answer).code)).constData())
