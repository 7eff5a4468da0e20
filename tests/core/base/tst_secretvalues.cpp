#include "core/base/secrets.h"

#include <QTest>

using namespace foghorn;

/// Secrets that are known by their value, in whatever text they turn up. (What is known by how it is called is looked
/// at where it is shown most: tests/ui/models/tst_servicetexts.cpp.)
class TestSecretValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hidesWhatVariablesHold()
    {
        SecretValues secrets;
        secrets.add(QList<QByteArray>{
            "DB_PASSWORD=hunter2-hunter2", "PATH=/usr/bin:/bin", "=x", "EMPTY_TOKEN=", "junk", "SIGNING_KEY=a=b=c=d"});
        secrets.add(QStringLiteral("API_TOKEN"), QStringLiteral("tok.*\\E[x"));
        QCOMPARE(secrets.hiddenIn(QStringLiteral("mysql -phunter2-hunter2 at /usr/bin:/bin, hunter2-hunter2")),
            QStringLiteral("mysql -p••••") + QStringLiteral(" at /usr/bin:/bin, ••••"));
        QCOMPARE(secrets.hiddenIn(QStringLiteral("said tok.*\\E[x!")), QStringLiteral("said ••••!"));
        QCOMPARE(secrets.hiddenIn(QStringLiteral("a=b=c=d")), QStringLiteral("••••"));
        // and what looks like one
        QCOMPARE(secrets.hiddenIn(QStringLiteral("http://u:pw@h/?token=abc")),
            QStringLiteral("http://u:••••@h/?token=••••"));
    }
    void leavesTheRestAlone()
    {
        SecretValues secrets;
        secrets.add(QStringLiteral("A_TOKEN"), QStringLiteral("on")); // too short: it would be everywhere
        secrets.add(QStringLiteral("LANGUAGE"), QStringLiteral("en_GB.UTF-8"));
        const QString text = QStringLiteral("on and on in en_GB.UTF-8");
        QCOMPARE(secrets.hiddenIn(text), text);
        QCOMPARE(secrets.hiddenIn({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestSecretValues)
#include "tst_secretvalues.moc"
