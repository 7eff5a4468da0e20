#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// What SECURITY.md promises is held by tests, and so is the plan of the reliability tests; that those exist is held
/// here.
class TestPromises : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyTestThatIsNamedExists_data();
    void everyTestThatIsNamedExists();
    void everyReliabilityTestIsNamed();
    void everyPromiseNamesATest();
    void nobodyIsSentToAnAddressThatNobodyReads();

private:
    QString m_text; ///< of SECURITY.md
    QString m_plan; ///< of tests/reliability/README.md
    QHash<QString, QString> m_tests; ///< source text by name
    QStringList m_reliabilityTests;
};

void TestPromises::initTestCase()
{
    const QString root = qEnvironmentVariable("FOGHORN_SOURCE", QStringLiteral(FOGHORN_SOURCE_DIR));
    const auto read = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    m_text = read(root + QStringLiteral("/SECURITY.md"));
    m_plan = read(root + QStringLiteral("/tests/reliability/README.md"));
    QVERIFY(!m_text.isEmpty() && !m_plan.isEmpty());
    QDirIterator files(
        root + QStringLiteral("/tests"), {QStringLiteral("tst_*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        m_tests.insert(files.fileInfo().completeBaseName(), read(path));
        if (path.contains(QStringLiteral("/tests/reliability/")))
            m_reliabilityTests.append(files.fileInfo().completeBaseName());
    }
    QVERIFY(m_tests.size() > 50);
}

void TestPromises::everyTestThatIsNamedExists_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("promises") << m_text;
    QTest::newRow("plan") << m_plan;
}

void TestPromises::everyTestThatIsNamedExists()
{
    QFETCH(const QString, text);
    static const QRegularExpression pattern(QStringLiteral("`(tst_\\w+)(?:::(\\w+))?`"));
    int named = 0;
    for (auto each = pattern.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const auto test = m_tests.constFind(match.captured(1));
        QVERIFY2(test != m_tests.cend(), qPrintable(match.captured()));
        const QString function = match.captured(2);
        QVERIFY2(function.isEmpty() || test->contains(QStringLiteral("void %1()").arg(function)),
            qPrintable(match.captured()));
        ++named;
    }
    QVERIFY(named > 20);
}

void TestPromises::everyReliabilityTestIsNamed()
{
    QVERIFY(m_reliabilityTests.size() > 20);
    for (const QString &test : std::as_const(m_reliabilityTests))
        QVERIFY2(QString(m_plan + m_text).contains(u'`' + test), qPrintable(test));
}

void TestPromises::everyPromiseNamesATest()
{
    const qsizetype from = m_text.indexOf(QStringLiteral("## Promises"));
    const qsizetype to = m_text.indexOf(QStringLiteral("\n## "), from + 1);
    QVERIFY(from >= 0 && to > from);
    const QStringList lines = m_text.mid(from, to - from).split(u'\n');
    int promises = 0;
    for (const QString &line : lines) {
        if (!line.startsWith(u'|') || line.startsWith(QStringLiteral("| ---"))
            || line.startsWith(QStringLiteral("| promise")))
            continue;
        QVERIFY2(line.section(u'|', 2).contains(QStringLiteral("`tst_")), qPrintable(line));
        ++promises;
    }
    QVERIFY(promises > 15);
}

void TestPromises::nobodyIsSentToAnAddressThatNobodyReads()
{
    static const QRegularExpression address(QStringLiteral("[\\w.]+@[\\w]+\\.[a-z]{2,}"));
    QVERIFY(!m_text.contains(address));
}

QTEST_GUILESS_MAIN(TestPromises)
#include "tst_promises.moc"
