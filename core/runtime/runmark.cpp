#include "core/runtime/runmark.h"

#include <QList>

#include <algorithm>

namespace foghorn {

QByteArray toText(const RunMark &mark)
{
    return mark.fingerprint + '.' + QByteArray::number(mark.restartCount) + '.'
        + QByteArray::number(mark.restartAttempts);
}

RunMark runMarkFromText(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('.');
    constexpr int count = 3;
    if (parts.size() != count)
        return {text, 0, 0};
    return {parts.at(0), std::max(0, parts.at(1).toInt()), std::max(0, parts.at(2).toInt())};
}

} // namespace foghorn
