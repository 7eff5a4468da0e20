#include "ui/models/timecursor.h"

namespace foghorn {

TimeCursor::TimeCursor(QObject *parent)
    : QObject(parent)
{
}

TimeCursor::~TimeCursor() = default;

void TimeCursor::setTime(std::optional<WallTime> time)
{
    if (time == m_time)
        return;
    m_time = time;
    Q_EMIT changed();
}

} // namespace foghorn
