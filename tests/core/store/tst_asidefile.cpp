#include "core/store/asidefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;

class AsideFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesLogAndIndexAlong();
    void neverOverwritesAnEarlierOne();
    void saysWhyItCannot();

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    const WallTime m_now{std::chrono::milliseconds(1'700'000'000'000)};
    const QTemporaryDir m_directory;
    const QString m_path = m_directory.filePath(QStringLiteral("history.sqlite"));
};

void AsideFileTest::takesLogAndIndexAlong()
{
    for (const char *part : {"", "-wal", "-shm"})
        write(m_path + QLatin1String(part), part);
    const Result<QString> aside = setAside(m_path, QStringLiteral("corrupt"), m_now);
    QVERIFY(aside.isOk());
    QCOMPARE(aside.value(), QString(m_path + QStringLiteral(".corrupt-20231114T221320Z")));
    for (const char *part : {"", "-wal", "-shm"}) {
        QVERIFY(!QFile::exists(m_path + QLatin1String(part)));
        QVERIFY(QFile::exists(aside.value() + QLatin1String(part)));
        QCOMPARE(read(aside.value() + QLatin1String(part)), QByteArray(part));
    }
}

void AsideFileTest::neverOverwritesAnEarlierOne()
{
    write(m_path, "first");
    const Result<QString> first = setAside(m_path, QStringLiteral("newer"), m_now);
    write(m_path, "second");
    const Result<QString> second = setAside(m_path, QStringLiteral("newer"), m_now);
    QVERIFY(first.isOk() && second.isOk());
    QCOMPARE(read(first.value()), QByteArray("first"));
    QCOMPARE(read(second.value()), QByteArray("second"));
}

void AsideFileTest::saysWhyItCannot()
{
    const Result<QString> aside =
        setAside(m_directory.filePath(QStringLiteral("missing")), QStringLiteral("corrupt"), m_now);
    QVERIFY(!aside.isOk());
    QVERIFY(!aside.error().text.isEmpty());
}

QTEST_GUILESS_MAIN(AsideFileTest)
#include "tst_asidefile.moc"
