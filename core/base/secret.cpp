#include "core/base/secret.h"

#include <cstring>

namespace howdah {

Secret::Secret(const QString &text)
    : m_bytes(new QByteArray(text.toUtf8()), [](const QByteArray *bytes) {
        // explicit_bzero is not removed by the optimiser as a plain memset would be.
        ::explicit_bzero(const_cast<char *>(bytes->constData()), static_cast<size_t>(bytes->size()));
        delete bytes;
    })
{
}

} // namespace howdah
