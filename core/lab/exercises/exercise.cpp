#include "core/lab/exercises/exercise.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace howdah {

QString LocalText::text() const
{
    // The language of the texts around it: the translator says its own, since the command line leaves QLocale alone.
    const QString language = QCoreApplication::translate("howdah::LocalText", "en", "the language's two-letter code");
    return byLanguage.contains(language) ? byLanguage.value(language) : byLanguage.value(QStringLiteral("en"));
}

QString ExerciseStep::leftOutSentence() const
{
    QStringList reasons;
    if (needs.contains(QLatin1String("root")))
        reasons << QCoreApplication::translate("howdah::ExerciseRun", "It needs root.");
    if (needs.contains(QLatin1String("disk")))
        reasons << QCoreApplication::translate("howdah::ExerciseRun", "It needs a file system of its own.");
    for (const ExerciseProof &proof : proofs)
        reasons << proof.missing.text();
    return QCoreApplication::translate("howdah::ExerciseRun", "“%1” is left out on this machine. %2")
        .arg(title.text(), reasons.join(QLatin1Char(' ')));
}

const ExerciseStep *Exercise::step(const QString &stepId) const
{
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const ExerciseStep &one) { return one.id == stepId; });
    return found == steps.end() ? nullptr : &*found;
}

bool Exercise::isCalled(const QString &word) const
{
    return word == id || (number > 0 && word == QString::number(number));
}

} // namespace howdah
