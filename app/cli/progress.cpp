#include "app/cli/progress.h"

#include "core/base/sizes.h"
#include "core/operations/report.h"

#include <QCoreApplication>

#include <cstdio>

namespace howdah::cli {

namespace {

constexpr int stateWidth = 20;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

QString transferText(const OperationEvent &event)
{
    QString text = event.totalObjects > 0
                       ? Tr::tr("%1 of %2 objects").arg(event.doneObjects).arg(event.totalObjects)
                       : prettySize(event.doneBytes);
    if (event.totalBytes > 0)
        text = (event.totalObjects > 0 ? text + QStringLiteral(", ") : QString()) +
               Tr::tr("%1 % of %2")
                   .arg(100 * std::min(event.doneBytes, event.totalBytes) / event.totalBytes)
                   .arg(prettySize(event.totalBytes));
    if (event.bytesPerSecond <= 0)
        return text;
    text += QStringLiteral(", ") + Tr::tr("%1 a second").arg(prettySize(event.bytesPerSecond));
    if (const qint64 left = event.totalBytes - event.doneBytes; left > 0)
        text += QStringLiteral(", ") + Tr::tr("%1 left").arg(prettyDuration(1000 * (1 + left / event.bytesPerSecond)));
    return text;
}

} // namespace

Progress::Progress(const Console &console, QStringList stepTitles)
    : m_console(console)
    , m_titles(std::move(stepTitles))
{
}

void Progress::show(const OperationEvent &event)
{
    switch (event.kind) {
    case OperationEvent::Kind::StepChanged:
        showStep(event);
        break;
    case OperationEvent::Kind::Progress:
        showTransient(QStringLiteral("%1: %2").arg(title(event.step), transferText(event)));
        break;
    case OperationEvent::Kind::Finished:
        clearTransient();
        break;
    case OperationEvent::Kind::Started:
    case OperationEvent::Kind::Log:
        break; // kept in the journal: `howdahctl operations show ID`
    }
}

void Progress::showStep(const OperationEvent &event)
{
    if (event.stepState == StepState::Waiting)
        return;
    if (event.stepState == StepState::Running || event.stepState == StepState::Undoing) {
        showTransient(stepStateTitle(event.stepState).leftJustified(stateWidth) + title(event.step));
        return;
    }
    clearTransient();
    QString line = stepStateTitle(event.stepState).leftJustified(stateWidth) + title(event.step);
    if (event.stepState == StepState::Done)
        line += QStringLiteral(" (%1)").arg(prettyDuration(event.stepMs));
    m_console.note(line);
    if (event.error)
        m_console.note(QString(stateWidth, QLatin1Char(' ')) + event.error->message);
}

void Progress::showTransient(const QString &text)
{
    if (!Console::errorsOnTerminal())
        return;
    // One row only: what runs over the edge could not be written over.
    std::fprintf(stderr, "\r\x1b[K%s", qUtf8Printable(text.left(Console::columns() - 1)));
    std::fflush(stderr);
    m_transient = true;
}

void Progress::clearTransient()
{
    if (std::exchange(m_transient, false))
        std::fprintf(stderr, "\r\x1b[K");
}

QString Progress::title(int step) const
{
    return m_titles.value(step);
}

} // namespace howdah::cli
