#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <optional>

namespace foghorn {

/// The one moment that timeline, charts and logs point at together.
class TimeCursor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeCursor)
public:
    explicit TimeCursor(QObject *parent = nullptr);
    ~TimeCursor() override;

    /// Nothing: nobody points anywhere, which everybody takes for now.
    const std::optional<WallTime> &time() const { return m_time; }
    void setTime(std::optional<WallTime> time);

Q_SIGNALS:
    void changed();

private:
    std::optional<WallTime> m_time;
};

} // namespace foghorn
