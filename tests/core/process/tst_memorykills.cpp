#include "core/process/memorykills.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

class TestMemoryKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { write("nr_free_pages 12\noom_kill 7\nzswpin 0\n"); }
    void onesBeforeDoNotCount()
    {
        MemoryKills kills(m_file);
        QVERIFY(!kills.wasThereOne(MonoTime(1h)));
    }
    void oneExplainsAllThatEndSoonAfter()
    {
        MemoryKills kills(m_file);
        QVERIFY(!kills.wasThereOne(MonoTime(1h)));
        write("oom\noom_kill 8\n");
        QVERIFY(kills.wasThereOne(MonoTime(1h + 1s)));
        QVERIFY(kills.wasThereOne(MonoTime(1h + 5s)));
        QVERIFY(!kills.wasThereOne(MonoTime(1h + 30s)));
    }
    void anOldOneThatWasNotedExplainsNothing()
    {
        MemoryKills kills(m_file);
        write("a 1\noom_kill 9\n");
        kills.note(MonoTime(1h));
        QVERIFY(!kills.wasThereOne(MonoTime(2h)));
    }
    void whereTheKernelDoesNotTell()
    {
        for (const QByteArray &text : {QByteArray("nr_free_pages 12\n"), QByteArray("x 1\noom_kill many\n")}) {
            write(text);
            MemoryKills kills(m_file);
            write("a 1\noom_kill 9\n");
            QVERIFY(!kills.wasThereOne(MonoTime(1h))); // since when is not known
        }
        MemoryKills none("/nonexistent/vmstat");
        QVERIFY(!none.wasThereOne(MonoTime(1h)));
    }

private:
    void write(const QByteArray &text)
    {
        QFile file(QFile::decodeName(m_file));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QTemporaryDir m_directory;
    const QByteArray m_file = QFile::encodeName(m_directory.filePath(QStringLiteral("vmstat")));
};

QTEST_GUILESS_MAIN(TestMemoryKills)
#include "tst_memorykills.moc"
