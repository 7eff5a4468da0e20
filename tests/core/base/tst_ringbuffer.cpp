#include "core/base/ringbuffer.h"

#include <QTest>

using namespace foghorn;

class TestRingBuffer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheLastOnes();
    void givesATail();
    void beginsAnewWhenCleared();
};

void TestRingBuffer::keepsTheLastOnes()
{
    RingBuffer<int> buffer(3);
    QVERIFY(buffer.isEmpty());
    for (int i = 1; i <= 5; ++i) {
        buffer.append(i);
        QCOMPARE(buffer.last(), i);
        QCOMPARE(buffer.size(), static_cast<std::size_t>(std::min(i, 3)));
        QCOMPARE(buffer.at(0), std::max(1, i - 2));
    }
    QCOMPARE(buffer.at(1), 4);
    QCOMPARE(buffer.at(2), 5);
    QCOMPARE(buffer.capacity(), std::size_t(3));
}

void TestRingBuffer::givesATail()
{
    RingBuffer<int> buffer(4);
    for (int i = 1; i <= 6; ++i)
        buffer.append(i);
    QCOMPARE(buffer.tail(2), (std::vector<int>{5, 6}));
    QCOMPARE(buffer.tail(100), (std::vector<int>{3, 4, 5, 6}));
    QVERIFY(buffer.tail(0).empty());
}

void TestRingBuffer::beginsAnewWhenCleared()
{
    RingBuffer<int> buffer(2);
    for (int i = 1; i <= 3; ++i)
        buffer.append(i);
    buffer.clear();
    QVERIFY(buffer.isEmpty());
    buffer.append(7);
    buffer.append(8);
    buffer.append(9);
    QCOMPARE(buffer.tail(2), (std::vector<int>{8, 9}));
}

QTEST_GUILESS_MAIN(TestRingBuffer)
#include "tst_ringbuffer.moc"
