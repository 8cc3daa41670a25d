#include "core/base/ids.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace howdah {

QString newOperationId()
{
    const QString moment = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const quint32 tail = QRandomGenerator::system()->generate() & 0xffffffU;
    return QStringLiteral("%1-%2").arg(moment).arg(tail, 6, 16, QLatin1Char('0'));
}

} // namespace howdah
