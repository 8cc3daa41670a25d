#include "core/lab/exercises/exercise_shelf.h"

#include "core/base/paths.h"
#include "core/lab/exercises/exercise_file.h"

#include <QDir>
#include <QFile>

#include <algorithm>

static void initialiseExercises()
{
    Q_INIT_RESOURCE(exercises); // of a static library: otherwise the linker leaves it out
}

namespace howdah {

namespace {

void readDirectory(const QString &directory, ExerciseShelf &shelf)
{
    const QDir files(directory);
    for (const QString &name : files.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        QFile file(files.filePath(name));
        const QString path = directory.startsWith(QLatin1Char(':')) ? name : file.fileName();
        if (!file.open(QIODevice::ReadOnly)) {
            shelf.refused << Error{
                .code = ErrorCode::NotPermitted, .message = path, .detail = file.errorString()};
            continue;
        }
        const Result<Exercise> exercise = readExercise(file.readAll(), path);
        if (!exercise) {
            shelf.refused << exercise.error();
            continue;
        }
        shelf.exercises.removeIf([&](const Exercise &other) { return other.id == exercise->id; });
        shelf.exercises << *exercise;
    }
}

} // namespace

const Exercise *ExerciseShelf::find(const QString &numberOrId) const
{
    const auto found = std::find_if(exercises.begin(), exercises.end(),
                                    [&](const Exercise &one) { return one.isCalled(numberOrId); });
    return found == exercises.end() ? nullptr : &*found;
}

QString ownExercisesDirectory()
{
    return paths::configDirectory() + QStringLiteral("/exercises");
}

ExerciseShelf readExerciseShelf()
{
    initialiseExercises();
    ExerciseShelf shelf;
    readDirectory(QStringLiteral(":/exercises"), shelf);
    readDirectory(ownExercisesDirectory(), shelf);
    const auto order = [](const Exercise &one) {
        return std::pair(one.number > 0 ? one.number : std::numeric_limits<int>::max(), one.id);
    };
    std::sort(shelf.exercises.begin(), shelf.exercises.end(),
              [&](const Exercise &left, const Exercise &right) { return order(left) < order(right); });
    return shelf;
}

} // namespace howdah
