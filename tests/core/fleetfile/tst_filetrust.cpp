#include "core/fleetfile/fleetfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace foghorn;

/// What root does not let itself be told by files that others may write. Told whom to trust, it needs no root.
class tst_FileTrust : public QObject
{
    Q_OBJECT

    static inline const QByteArray service = "services: {a: {command: [sleep, '1']}}\n";

    void write(const QString &name, const QByteArray &text, mode_t mode = 0644) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(path(name)).constData(), mode), 0);
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    /// One line for each fault, without the folder.
    QString faults(const FileTrust &trust) const
    {
        QStringList lines;
        const LoadedFleet loaded = loadFleet({path(QStringLiteral("fleet.yaml"))}, {}, trust);
        for (const Fault &fault : loaded.faults)
            lines << fault.toString().remove(m_folder->path() + u'/');
        return lines.join(u'\n');
    }
    static FileTrust us() { return {{::geteuid()}}; }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void ownFilesAreBelieved()
    {
        for (const mode_t mode : {0600U, 0644U, 0444U}) {
            write(QStringLiteral("fleet.yaml"), service, mode);
            QCOMPARE(faults(us()), QString());
        }
    }
    void whatEverybodyMayWriteIsNot()
    {
        write(QStringLiteral("fleet.yaml"), service, 0666);
        QCOMPARE(faults({}), QString()); // not root: nobody gains by it
        QCOMPARE(faults(us()),
            QStringLiteral("fleet.yaml: it may be written by everybody, and what it says is run as root;"
                           " chown root 'fleet.yaml' and chmod go-w 'fleet.yaml'"));
    }
    void noStrangerOwnsIt()
    {
        write(QStringLiteral("fleet.yaml"), service);
        const QString found = faults({{::geteuid() + 1}});
        QVERIFY2(found.contains(QStringLiteral("it may be written by user %1, to whom it belongs").arg(::geteuid())),
            qPrintable(found));
    }
    void groupsThatAreNotOursMayNotWrite()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a file to another group");
        write(QStringLiteral("fleet.yaml"), service, 0664);
        QCOMPARE(faults(us()), QString()); // root's own group
        const QByteArray name = QFile::encodeName(path(QStringLiteral("fleet.yaml")));
        QCOMPARE(::chown(name.constData(), 0, 12345), 0);
        QVERIFY(faults(us()).contains(QStringLiteral("group 12345")));
        QCOMPARE(faults({{0, 12345}}), QString()); // the private group of somebody who is trusted
    }
    void includesAndEnvFilesAreLookedAtToo()
    {
        write(QStringLiteral("fleet.yaml"), "include: [more.yaml]\nenv_file: [all.env]\n" + service);
        write(QStringLiteral("more.yaml"), "services: {b: {command: [sleep, '1']}}\n", 0646);
        write(QStringLiteral("all.env"), "LD_PRELOAD=/tmp/mine.so\n", 0622);
        const QString found = faults(us());
        QVERIFY2(found.contains(QStringLiteral("more.yaml: it may be written by everybody")), qPrintable(found));
        QVERIFY2(found.contains(QStringLiteral("all.env: it may be written by everybody")), qPrintable(found));
    }
    void aFolderInWhichAnotherFileMayBePutIsAsBad()
    {
        write(QStringLiteral("fleet.yaml"), service);
        const QByteArray folder = QFile::encodeName(m_folder->path());
        QCOMPARE(::chmod(folder.constData(), 0777), 0);
        QVERIFY(faults(us()).contains(QStringLiteral("its folder")));
        QCOMPARE(::chmod(folder.constData(), 01777), 0); // as /tmp: nobody may rename what is ours
        QCOMPARE(faults(us()), QString());
    }
    void aLinkIsWhereItLeads()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("open")));
        write(QStringLiteral("open/real.yaml"), service);
        QVERIFY(QFile::link(path(QStringLiteral("open/real.yaml")), path(QStringLiteral("fleet.yaml"))));
        QCOMPARE(faults(us()), QString());
        QCOMPARE(::chmod(QFile::encodeName(path(QStringLiteral("open"))).constData(), 0777), 0);
        QVERIFY(faults(us()).contains(QStringLiteral("its folder")));
    }
};

QTEST_GUILESS_MAIN(tst_FileTrust)
#include "tst_filetrust.moc"
