#include "ui/style/isolated.h"

#include "core/base/names.h"

#include <QGuiApplication>

namespace foghorn {

namespace {

constexpr QChar Begin(0x2068);
constexpr QChar End(0x2069);

} // namespace

QString isolated(QStringView text)
{
    if (text.isEmpty() || QGuiApplication::layoutDirection() != Qt::RightToLeft)
        return printable(text);
    return Begin + printable(text) + End;
}

QString withoutIsolation(QString sentence) { return sentence.remove(Begin).remove(End); }

} // namespace foghorn
