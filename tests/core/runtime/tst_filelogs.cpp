#include "core/registry/serviceregistry.h"
#include "core/runtime/filelogs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

class TestFileLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mergesServicesByTime();
    void bringsNewLines();
    void undatedLinesFollowTheOneBefore();
    void aClockSetBackKeepsTheOrder();
    void pausedStreamReadsNothing();
    void servicesWithoutALogAreLeftOut();
    void streamMayEndWhileItReads();

private:
    QString path(const QString &service) const { return m_folder->filePath(service + QStringLiteral(".log")); }
    void write(const QString &service, const QByteArray &text) const
    {
        QFile file(path(service));
        QVERIFY(file.open(QFile::WriteOnly | QFile::Append));
        file.write(text);
    }
    void follow(const QList<ServiceId> &services)
    {
        m_stream = m_logs->follow(services, 100);
        connect(m_stream.get(), &LogStream::arrived, this, [this](const LogNews &news) {
            m_hasBegun = m_hasBegun || news.isFirst;
            m_lines.append(news.lines);
        });
    }
    QByteArray texts() const
    {
        QByteArray out;
        for (const LogLine &line : m_lines)
            out += line.service.toLatin1() + ':' + line.text.right(1) + ' ';
        return out.trimmed();
    }

    const QString m_a = QStringLiteral("a");
    const QString m_b = QStringLiteral("b");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<FileLogs> m_logs;
    std::unique_ptr<LogStream> m_stream;
    QList<LogLine> m_lines;
    bool m_hasBegun = false;
};

void TestFileLogs::init()
{
    m_stream.reset();
    m_lines.clear();
    m_hasBegun = false;
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<ServiceRegistry>();
    FleetOutline outline;
    for (const QString &name : {m_a, m_b, QStringLiteral("none")}) {
        ServiceInfo info;
        info.name = name;
        info.logFile = name == QStringLiteral("none") ? QString() : path(name);
        outline.services.append(info);
    }
    m_registry->setOutline(outline);
    m_logs = std::make_unique<FileLogs>(*m_registry);
}

void TestFileLogs::mergesServicesByTime()
{
    write(m_a, "2026-11-23T10:00:01Z 1\n2026-11-23T10:00:03Z 3\n2026-11-23T10:00:04Z 4\n");
    write(m_b, "2026-11-23T10:00:02Z 2\n2026-11-23T10:00:05Z 5\n");
    follow({m_a, m_b});
    QTRY_COMPARE(m_lines.size(), 5);
    QCOMPARE(texts(), QByteArray("a:1 b:2 a:3 a:4 b:5"));
    QVERIFY(m_lines.first().isDated);
}

void TestFileLogs::bringsNewLines()
{
    follow({m_a}); // not there yet
    QTRY_VERIFY(m_hasBegun);
    QVERIFY(m_lines.isEmpty());
    write(m_a, "1\n");
    QTRY_COMPARE(m_lines.size(), 1);
    write(m_a, "2\n3\n");
    QTRY_COMPARE(m_lines.size(), 3);
    QCOMPARE(texts(), QByteArray("a:1 a:2 a:3"));
    QVERIFY(Now::read().wall - m_lines.last().at < 30s);
    QVERIFY(!m_lines.last().isDated);
}

void TestFileLogs::undatedLinesFollowTheOneBefore()
{
    write(m_a, "0\n2026-11-23T10:00:01Z 1\n at x 2\n2026-11-23T10:00:03Z 4\n");
    write(m_b, "2026-11-23T10:00:02Z 3\n");
    follow({m_b, m_a});
    QTRY_COMPARE(m_lines.size(), 5);
    QCOMPARE(texts(), QByteArray("a:0 a:1 a:2 b:3 a:4"));
}

void TestFileLogs::aClockSetBackKeepsTheOrder()
{
    write(m_a, "2026-11-23T10:00:01Z 1\n2026-11-23T10:00:05Z 3\n2026-11-23T09:00:00Z 4\n2026-11-23T10:00:06Z 6\n");
    write(m_b, "2026-11-23T10:00:02Z 2\n2026-11-23T10:00:06Z 5\n");
    follow({m_b, m_a});
    QTRY_COMPARE(m_lines.size(), 6);
    QCOMPARE(texts(), QByteArray("a:1 b:2 a:3 a:4 b:5 a:6"));
    QVERIFY(m_lines.at(3).at < m_lines.at(0).at); // shown as it was written
}

void TestFileLogs::pausedStreamReadsNothing()
{
    write(m_a, "1\n");
    follow({m_a});
    QTRY_COMPARE(m_lines.size(), 1);
    m_stream->setPaused(true);
    qsizetype others = 0; // of a stream beside it that reads on: it comes to look as often
    const std::unique_ptr<LogStream> other = m_logs->follow({m_a}, 100);
    connect(other.get(), &LogStream::arrived, this, [&others](const LogNews &news) { others += news.lines.size(); });
    for (const qsizetype lines : {2, 3}) {
        write(m_a, QByteArray::number(lines) + '\n');
        QTRY_COMPARE(others, lines);
        QCOMPARE(m_lines.size(), 1);
    }
    m_stream->setPaused(false);
    QTRY_COMPARE(m_lines.size(), 3);
}

void TestFileLogs::servicesWithoutALogAreLeftOut()
{
    follow({QStringLiteral("none"), QStringLiteral("unknown")});
    QTRY_VERIFY(m_hasBegun);
    QVERIFY(m_logs->placeOf(QStringLiteral("none")).isEmpty());
    QCOMPARE(m_logs->placeOf(m_a), path(m_a));
}

void TestFileLogs::streamMayEndWhileItReads()
{
    write(m_a, QByteArray("line\n").repeated(100'000));
    for (int i = 0; i < 20; ++i) {
        follow({m_a});
        for (int turn = 0; turn < i % 3; ++turn)
            QCoreApplication::processEvents();
        m_stream.reset();
    }
    follow({m_a});
    QTRY_VERIFY(m_lines.size() >= 100); // the others have left nothing behind that is in the way
}

QTEST_GUILESS_MAIN(TestFileLogs)
#include "tst_filelogs.moc"
