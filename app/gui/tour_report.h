#pragma once

#include "core/base/result.h"

#include <QList>
#include <QPair>
#include <QString>

namespace howdah {

/// What a tour saw, chapter by chapter.
struct TourChapter
{
    QString title;
    QString text;                            ///< what was done and why, in a sentence or two
    QList<QPair<QString, QString>> seen;     ///< observed values: name, value
    QList<QPair<QString, QString>> pictures; ///< file name in the report's folder, caption
};

struct TourReport
{
    QString title;
    QList<QPair<QString, QString>> facts; ///< versions, machine, moment
    QList<TourChapter> chapters;

    /// One HTML document, its style inside, pictures beside it. Pure.
    [[nodiscard]] QString toHtml() const;
};

} // namespace howdah
