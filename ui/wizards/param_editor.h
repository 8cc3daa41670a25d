#pragma once

#include "core/operations/operation.h"

#include <functional>

class QWidget;

namespace howdah {

/// The widget for one kind of parameter, and how its text is read and set. Texts are what a command line would take.
struct ParamEditor
{
    QWidget *widget = nullptr;
    QWidget *focus = nullptr; ///< where typing goes
    std::function<QString()> value;
    std::function<void(const QString &)> setValue;
    std::function<void(const QList<ObjectItem> &)> offer = {}; ///< of the kind Objects: what can be chosen
};

[[nodiscard]] ParamEditor makeParamEditor(const Param &param, const ClusterSnapshot &snapshot,
                                          const std::function<void()> &edited, QWidget *parent);

} // namespace howdah
