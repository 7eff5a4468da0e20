#include "core/model/alert.h"

#include <QSet>
#include <QTest>

using namespace foghorn;

/// The words of alerts, which files and clients hold on to.
class TestAlert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(AlertRule::DiskFull); ++i) {
            const auto rule = static_cast<AlertRule>(i);
            words.insert(toWord(rule));
            QCOMPARE(alertRuleFromWord(QString(toWord(rule))), std::optional(rule));
        }
        QCOMPARE(words.size(), 9);
        QVERIFY(words.contains(QStringLiteral("restart_limit")));
        QVERIFY(!alertRuleFromWord(u"Unhealthy"));
        QVERIFY(!alertRuleFromWord(u""));
    }

    void severities()
    {
        QCOMPARE(toWord(AlertSeverity::Warning), QLatin1String("warning"));
        QCOMPARE(alertSeverityFromWord(u"critical"), std::optional(AlertSeverity::Critical));
        QVERIFY(!alertSeverityFromWord(u"fatal"));
    }

    void silenceHasTwoReasons()
    {
        Alert alert;
        QVERIFY(alert.isFiring());
        QVERIFY(!alert.isSilenced());
        alert.mutedUntil = WallTime{};
        QVERIFY(alert.isSilenced());
        alert.mutedUntil.reset();
        alert.inMaintenance = true;
        QVERIFY(alert.isSilenced());
        alert.resolvedAt = WallTime{};
        QVERIFY(!alert.isFiring());
    }
};

QTEST_GUILESS_MAIN(TestAlert)
#include "tst_alert.moc"
