#include "core/registry/alertboard.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

/// What the board holds, forgets and tells.
class TestAlertBoard : public QObject
{
    Q_OBJECT

    static Alert alert(qint64 id, bool isFiring)
    {
        Alert alert;
        alert.id = id;
        if (!isFiring)
            alert.resolvedAt = WallTime{} + std::chrono::seconds(id);
        return alert;
    }

private Q_SLOTS:
    void countsWhatFires()
    {
        AlertBoard board;
        QSignalSpy changed(&board, &AlertBoard::alertChanged);
        board.put(alert(1, true));
        board.put(alert(2, true));
        QCOMPARE(board.firingCount(), 2);
        const quint64 revision = board.revision();
        board.put(alert(2, true));
        QCOMPARE(board.revision(), revision); // nothing new
        QCOMPARE(changed.size(), 2);
        board.put(alert(1, false));
        QCOMPARE(board.firingCount(), 1);
        QVERIFY(board.revision() > revision);
        QVERIFY(!board.find(1)->isFiring());
        QVERIFY(!board.find(3));
    }

    void forgetsTheOldestThatAreOver()
    {
        AlertBoard board;
        board.put(alert(1, true));
        for (int id = 2; id <= AlertBoard::mostResolved + 11; ++id)
            board.put(alert(id, false));
        QCOMPARE(board.alerts().size(), static_cast<std::size_t>(AlertBoard::mostResolved + 1));
        QVERIFY(board.find(1)); // it fires: never forgotten
        QVERIFY(!board.find(11));
        QVERIFY(board.find(12));
    }

    void knowsWhatIsWorkedOn()
    {
        AlertBoard board;
        QSignalSpy changed(&board, &AlertBoard::maintenanceChanged);
        board.setMaintenance({{QStringLiteral("edge"), WallTime{}}});
        board.setMaintenance({{QStringLiteral("edge"), WallTime{}}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(board.maintenance().keys(), QList<ServiceId>{QStringLiteral("edge")});
    }
};

QTEST_GUILESS_MAIN(TestAlertBoard)
#include "tst_alertboard.moc"
