#pragma once

#include <QTest>
#include <QTimer>

namespace foghorn {

/// Returns when the event loop has come round a few times: whatever was posted or due at once has happened by then, and
/// what it has posted in turn. For tests that show that nothing comes of something; takes no time of the clock.
inline void comeRound()
{
    constexpr int turns = 4;
    for (int turn = 0; turn < turns; ++turn) {
        bool isRound = false;
        QTimer::singleShot(0, qApp, [&isRound] { isRound = true; });
        QVERIFY(QTest::qWaitFor([&isRound] { return isRound; }));
    }
}

} // namespace foghorn
