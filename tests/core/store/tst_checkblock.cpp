#include "core/store/checkblock.h"

#include "core/store/bucketblock.h"
#include "core/store/checkpoints.h"
#include "core/store/varint.h"
#include "tests/core/store/storesamples.h"

#include <limits>

using namespace foghorn;
using namespace foghorn::samples;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");

QList<CheckResult> read(QByteArrayView bytes, bool *isGood = nullptr)
{
    QList<CheckResult> checks;
    const bool good = readCheckBlock(bytes, web, [&checks](const CheckResult &check) { checks.append(check); });
    if (isGood)
        *isGood = good;
    return checks;
}

} // namespace

/// What is packed comes back as it was, and bytes of others do no harm.
class CheckBlockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersComeBack();
    void checksComeBack();
    void takesAboutEightBytesForACheck();
    void endsWhenItIsFullOrLongOrTheClockWasSetBack();
    void refusesWhatIsNoBlock();
    void bucketsComeBack();
    void refusesWhatAreNoBuckets();
};

void CheckBlockTest::numbersComeBack()
{
    const QList<qint64> numbers{0, 1, -1, 63, -64, 64, 127, 128, -1'000'000'007, std::numeric_limits<qint64>::max(),
        std::numeric_limits<qint64>::min()};
    QByteArray bytes;
    for (const qint64 number : numbers)
        putSigned(bytes, number);
    putText(bytes, "text");
    NumberReader reader(bytes);
    for (const qint64 number : numbers)
        QCOMPARE(reader.signedNumber(), number);
    QCOMPARE(reader.text().toByteArray(), QByteArray("text"));
    QVERIFY(reader.isGood() && reader.atEnd());
    QCOMPARE(reader.number(), quint64(0));
    QVERIFY(!reader.isGood());
}

void CheckBlockTest::checksComeBack()
{
    CheckBlock block;
    QList<CheckResult> checks;
    for (int number = 0; number < 100; ++number)
        checks.append(check(web, number));
    checks.append(CheckResult{});
    checks.last().service = web;
    checks[7].message = QString(5000, u'ä');
    checks[8].at -= 40s;
    checks[9].responseTime = -1us;
    checks[10].healthAfter = Health::Unhealthy;
    for (const CheckResult &result : std::as_const(checks))
        block.append(result);
    QCOMPARE(block.count(), checks.size());
    QCOMPARE(read(block.bytes()), checks);
}

void CheckBlockTest::takesAboutEightBytesForACheck()
{
    CheckBlock block;
    for (int number = 0; number < CheckBlock::mostChecks; ++number) {
        CheckResult result = check(web, 1);
        result.at += number * 30s + std::chrono::milliseconds(number * 7 % 40);
        result.responseTime = std::chrono::microseconds(2'000 + number * 31);
        block.append(result);
    }
    QVERIFY2(block.bytes().size() < CheckBlock::mostChecks * 9, QByteArray::number(block.bytes().size()).constData());
}

void CheckBlockTest::endsWhenItIsFullOrLongOrTheClockWasSetBack()
{
    CheckBlock block;
    QVERIFY(block.takes(wall(0)));
    block.append(check(web, 0));
    const WallTime at = block.first();
    QVERIFY(block.takes(at) && block.takes(at + 1h) && block.takes(at - 30s));
    QVERIFY(!block.takes(at + CheckBlock::longest) && !block.takes(at - 1h));
    while (block.count() < CheckBlock::mostChecks)
        block.append(check(web, 0));
    QVERIFY(!block.takes(at));
}

void CheckBlockTest::refusesWhatIsNoBlock()
{
    CheckBlock block;
    for (int number = 0; number < 20; ++number)
        block.append(check(web, number));
    bool isGood = true;
    for (const QByteArray &bytes : {QByteArray(), QByteArray("\x07"), QByteArray("\1\x20"), QByteArray("\1\xff\xff")}) {
        read(bytes, &isGood);
        QVERIFY(!isGood);
    }
    for (qsizetype size = 1; size < block.bytes().size(); ++size) // never beyond its end, never more than there are
        QVERIFY(read(QByteArrayView(block.bytes()).first(size)).size() <= 20);
    for (qsizetype place = 0; place < block.bytes().size(); ++place) {
        QByteArray damaged = block.bytes();
        damaged[place] = static_cast<char>(damaged.at(place) ^ 0x5a);
        read(damaged);
    }
}

void CheckBlockTest::bucketsComeBack()
{
    const WallTime day = dayOf(check(web, 0).at);
    QCOMPARE((bucketOf(day + 299'999ms) - day).count(), 0);
    QCOMPARE((bucketOf(wall(-1)) - wall(-300'000)).count(), 0);
    Buckets buckets;
    for (int number = 0; number < 2880; ++number) {
        CheckResult result = check(web, number);
        result.at = day + number * 30s;
        result.details.clear(); // are not kept
        if (result.passed)
            result.message.clear(); // likewise
        addToBuckets(buckets, pointOf(result));
    }
    QCOMPARE(buckets.size(), std::size_t(288));
    const QByteArray bytes = packBuckets(day, buckets);
    QVERIFY2(bytes.size() < 288 * 32, QByteArray::number(bytes.size()).constData());
    Buckets found;
    QVERIFY(readBuckets(bytes, day, web, found));
    QCOMPARE(found.size(), buckets.size());
    for (const auto &[from, point] : buckets)
        QVERIFY(found.at(from) == point);
    QCOMPARE(found.begin()->second.count, 10);
    QCOMPARE(found.begin()->second.passed, 6);
}

void CheckBlockTest::refusesWhatAreNoBuckets()
{
    Buckets found;
    for (const QByteArray &bytes :
        {QByteArray(), QByteArray("\x07"), QByteArray("\1\xff\xff\x7f"), QByteArray("\1\1\1")})
        QVERIFY(!readBuckets(bytes, wall(0), web, found));
}

QTEST_GUILESS_MAIN(CheckBlockTest)
#include "tst_checkblock.moc"
