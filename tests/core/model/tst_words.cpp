#include "core/model/words.h"

#include <QSet>
#include <QTest>

#include <csignal>

using namespace foghorn;

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsItsOwnWords();
    void tellsFiveWordsOutside_data();
    void tellsFiveWordsOutside();
    void refusesOtherWords();
    void knowsSignals();
};

namespace {

/// Every value up to `last` has a word of its own, which is read back as the same value.
template<typename Enum, typename Read> void checkRoundTrip(Enum last, Read read)
{
    QSet<QString> seen;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Enum>(i);
        const QLatin1String word = toWord(value);
        QVERIFY2(!seen.contains(word), word.data());
        seen.insert(word);
        const auto back = read(QString(word));
        QVERIFY2(back && *back == value, word.data());
    }
}

} // namespace

void TestWords::readsItsOwnWords()
{
    checkRoundTrip(RunState::Failed, runStateFromWord);
    checkRoundTrip(Health::Unhealthy, healthFromWord);
    checkRoundTrip(Cause::ExitUnknown, causeFromWord);
    checkRoundTrip(EventKind::Alert, eventKindFromWord);
}

void TestWords::tellsFiveWordsOutside_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("word");
    const auto row = [](RunState state, const char *word) {
        QTest::newRow(toWord(state).data()) << static_cast<int>(state) << QString::fromLatin1(word);
    };
    row(RunState::Stopped, "stopped");
    row(RunState::Finished, "stopped");
    row(RunState::Waiting, "starting");
    row(RunState::Starting, "starting");
    row(RunState::Backoff, "starting");
    row(RunState::Running, "running");
    row(RunState::Draining, "stopping");
    row(RunState::Stopping, "stopping");
    row(RunState::Failed, "failed");
}

void TestWords::tellsFiveWordsOutside()
{
    QFETCH(int, state);
    QFETCH(QString, word);
    QCOMPARE(QString(toStatusWord(static_cast<RunState>(state))), word);
}

void TestWords::refusesOtherWords()
{
    QVERIFY(!runStateFromWord(u""));
    QVERIFY(!runStateFromWord(u"Running"));
    QVERIFY(!healthFromWord(u"ill"));
    QVERIFY(!causeFromWord(u"command"));
    QVERIFY(!eventKindFromWord(u"State"));
}

void TestWords::knowsSignals()
{
    QCOMPARE(signalName(SIGTERM), QStringLiteral("SIGTERM"));
    QCOMPARE(signalName(99), QStringLiteral("signal 99"));
    QCOMPARE(signalNumber(u"TERM"), SIGTERM);
    QCOMPARE(signalNumber(u"SIGKILL"), SIGKILL);
    QCOMPARE(signalNumber(u"15"), 15);
    QVERIFY(!signalNumber(u"0"));
    QVERIFY(!signalNumber(u"-1"));
    QVERIFY(!signalNumber(u"1000"));
    QVERIFY(!signalNumber(u"SIGNONE"));
    QVERIFY(!signalNumber(u""));
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
