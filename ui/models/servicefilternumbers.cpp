// The numbers in a filter of services.
#include "ui/models/servicefilter.h"

#include <limits>

namespace foghorn {

std::optional<ServiceFilter::Range> ServiceFilter::rangeOf(const QString &text)
{
    constexpr double most = std::numeric_limits<int>::max();
    const bool isOpen = text.startsWith(u'>') || text.startsWith(u'<');
    const bool isEqualToo = isOpen && text.mid(1, 1) == u"=";
    const QStringList ends = text.mid(isOpen ? (isEqualToo ? 2 : 1) : 0).split(u'-');
    if (ends.size() > (isOpen ? 1 : 2))
        return {};
    bool isFirst = false;
    bool isLast = false;
    const int first = ends.first().toInt(&isFirst);
    const int last = ends.last().toInt(&isLast);
    if (!isFirst || !isLast || first < 0)
        return {};
    if (text.startsWith(u'>'))
        return Range{static_cast<double>(first) + (isEqualToo ? 0 : 1), most};
    if (text.startsWith(u'<'))
        return Range{0, static_cast<double>(first) - (isEqualToo ? 0 : 1)};
    return Range{static_cast<double>(first), static_cast<double>(last)};
}

std::optional<ServiceFilter::Range> ServiceFilter::timesOf(const QString &text)
{
    const bool isBelow = text.startsWith(u'<');
    QString number = text.mid(isBelow || text.startsWith(u'>') ? 1 : 0);
    double unit = 1;
    if (number.endsWith(QLatin1String("ms"))) {
        number.chop(2);
    } else if (number.endsWith(u's')) {
        number.chop(1);
        unit = 1000;
    }
    bool isNumber = false;
    const double limit = number.toDouble(&isNumber) * unit;
    if (!isNumber || !(limit >= 0) || limit > 1e9)
        return {};
    constexpr double least = 1e-3; // a microsecond: what is asked for is more or less, not as much
    return isBelow ? Range{0, limit - least} : Range{limit + least, 1e12};
}

} // namespace foghorn
