#include "app/cli/pdf_report.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr int patienceMs = 120'000;

QString program()
{
    const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("howdah"));
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("howdah"));
}

} // namespace

Result<void> writePdfReport(const QString &of, const QString &file)
{
    const QString howdah = program();
    if (howdah.isEmpty())
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("PDF is written by the window's program “howdah”, which is not installed here."),
                     .hint = Tr::tr("Install it, or ask for html or markdown.")};
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(howdah, {QStringLiteral("--pdf"), QFileInfo(file).absoluteFilePath(), QStringLiteral("--of"), of});
    const bool ended = process.waitForFinished(patienceMs);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return Error{.code = ErrorCode::CommandFailed,
                 .message = Tr::tr("The PDF file %1 could not be written.").arg(file),
                 .detail = QString::fromUtf8(process.readAll()).trimmed()};
}

} // namespace howdah::cli
