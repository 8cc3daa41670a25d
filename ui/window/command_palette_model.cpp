#include "ui/window/command_palette_model.h"

#include <algorithm>

namespace howdah {

namespace {

constexpr int pointsForLetter = 1, pointsForRun = 4, pointsForWord = 6, pointsForBeginning = 4;

bool beginsWord(const QString &text, qsizetype place)
{
    return place == 0 || (text.at(place).isLetterOrNumber() && !text.at(place - 1).isLetterOrNumber()) ||
           (text.at(place).isUpper() && text.at(place - 1).isLower());
}

/// Best sum for typed[from…] found in text[place…]; `run` when the letter before was found just before `place`.
std::optional<int> best(const QString &typed, const QString &text, qsizetype from, qsizetype place, bool run,
                        QHash<qsizetype, std::optional<int>> &known)
{
    if (from == typed.size())
        return 0;
    const qsizetype key = (from * (text.size() + 1) + place) * 2 + (run ? 1 : 0);
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    std::optional<int> most;
    for (qsizetype at = place; at < text.size(); ++at) {
        if (text.at(at).toCaseFolded() != typed.at(from).toCaseFolded())
            continue;
        const std::optional<int> rest = best(typed, text, from + 1, at + 1, true, known);
        if (!rest)
            break; // further on there is even less text left
        int points = pointsForLetter + *rest;
        points += run && at == place ? pointsForRun : 0;
        points += beginsWord(text, at) ? pointsForWord : 0;
        points += at == 0 ? pointsForBeginning : 0;
        most = std::max(most.value_or(0), points);
    }
    known.insert(key, most);
    return most;
}

} // namespace

std::optional<int> fuzzyScore(const QString &typed, const QString &text)
{
    QString letters;
    for (const QChar letter : typed) {
        if (!letter.isSpace())
            letters += letter;
    }
    QHash<qsizetype, std::optional<int>> known;
    return best(letters, text, 0, 0, false, known);
}

void CommandPaletteModel::setEntries(QList<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    find();
    endResetModel();
}

void CommandPaletteModel::setTyped(const QString &typed)
{
    beginResetModel();
    m_typed = typed;
    find();
    endResetModel();
}

void CommandPaletteModel::find()
{
    QList<QPair<int, int>> scored; // points, place
    for (int place = 0; place < m_entries.size(); ++place) {
        const PaletteEntry &entry = m_entries.at(place);
        std::optional<int> points = fuzzyScore(m_typed, entry.title);
        if (points)
            points = *points * 2; // the title counts more than where it is
        else
            points = fuzzyScore(m_typed, entry.title + u' ' + entry.context);
        if (points)
            scored.append({*points, place});
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto &left, const auto &right) { return left.first > right.first; });
    m_shown.clear();
    for (const auto &[points, place] : std::as_const(scored))
        m_shown.append(place);
}

int CommandPaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CommandPaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry &found = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return found.title;
    case Qt::DecorationRole:
        return found.icon;
    case Qt::AccessibleTextRole:
        return found.impossible.isEmpty()
                   ? tr("%1, %2").arg(found.title, found.context)
                   : tr("%1, %2, not possible now: %3").arg(found.title, found.context, found.impossible);
    case ContextRole:
        return found.context;
    case ShortcutRole:
        return found.shortcut;
    case ImpossibleRole:
        return found.impossible;
    default:
        return {};
    }
}

} // namespace howdah
