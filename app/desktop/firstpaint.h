#pragma once

#include <QObject>

#include <chrono>

namespace foghorn {

/// Prints "first paint after 43.1 ms" when the first window has been painted, counted from `begun`. Once.
class FirstPaint final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstPaint)
public:
    /// Watches all windows of the application, which owns it.
    FirstPaint(std::chrono::steady_clock::time_point begun, QObject &application);
    ~FirstPaint() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void print();

    std::chrono::steady_clock::time_point m_begun;
};

} // namespace foghorn
