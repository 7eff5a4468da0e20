#include "app/desktop/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>

namespace foghorn {

FirstPaint::FirstPaint(std::chrono::steady_clock::time_point begun, QObject &application)
    : QObject(&application)
    , m_begun(begun)
{
    QCoreApplication::instance()->installEventFilter(this);
}

FirstPaint::~FirstPaint() = default;

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && qobject_cast<QMainWindow *>(watched)) {
        QCoreApplication::instance()->removeEventFilter(this);
        QTimer::singleShot(0, this, &FirstPaint::print); // what is in the window is painted after it
    }
    return false;
}

void FirstPaint::print()
{
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - m_begun;
    std::printf("first paint after %.1f ms\n", took.count());
    std::fflush(stdout);
}

} // namespace foghorn
