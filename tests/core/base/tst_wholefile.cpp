#include "core/base/wholefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace foghorn;

class TestWholeFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replacesTheOldOne()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("file"));
        for (const QByteArray &text : {QByteArray("old"), QByteArray("new")}) {
            QSaveFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(text), text.size());
            QVERIFY(commitWhole(file));
            QCOMPARE(contentOf(path), text);
        }
    }
    /// A limit on the size of files refuses what is flushed, as a full disk does. (Never try this with /dev/full: it
    /// would be replaced.)
    void keepsTheOldOneWhenNothingCanBeWritten()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("file"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QSaveFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("new"), 3);
        const bool isTaken = commitWithoutRoom(file);
        QVERIFY(!isTaken);
        QVERIFY(!file.errorString().isEmpty());
        QCOMPARE(contentOf(path), QByteArray("old"));
    }

private:
    static bool commitWithoutRoom(QSaveFile &file)
    {
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{0, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
        const bool isTaken = commitWhole(file);
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        return isTaken;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
