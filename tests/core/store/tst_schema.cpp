#include "core/store/retention.h"
#include "core/store/schema.h"

#include "core/store/databaseconnection.h"
#include "tests/core/store/storesamples.h"

#include <QTemporaryDir>

using namespace foghorn;
using namespace foghorn::samples;

class SchemaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesForwardStepByStep();
    void keepsWhatIsThere();
    void aFailedStepLeavesTheOneBefore();
    void refusesANewerOne();

private:
    QString read(const QString &statement) const { return sqlite(m_path, statement); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void SchemaTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("history.sqlite"));
}

void SchemaTest::goesForwardStepByStep()
{
    DatabaseConnection connection(m_path);
    QVERIFY(!connection.open());
    QCOMPARE(read(QStringLiteral("PRAGMA user_version")).toInt(), migrations().size());
    Migrations longer = migrations();
    longer.append({{QStringLiteral("CREATE TABLE next (value)")}, nullptr, {}});
    longer.append(
        {{QStringLiteral("ALTER TABLE next ADD COLUMN more"), QStringLiteral("INSERT INTO next VALUES (1, 2)")},
            nullptr, {}});
    QVERIFY(!migrate(connection.database(), longer));
    QCOMPARE(read(QStringLiteral("PRAGMA user_version")).toInt(), longer.size());
    QCOMPARE(read(QStringLiteral("SELECT more FROM next")), QStringLiteral("2"));
    QVERIFY(!migrate(connection.database(), longer)); // nothing is done twice
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM next")), QStringLiteral("1"));
}

void SchemaTest::keepsWhatIsThere()
{
    {
        StateStore store(m_path);
        store.load();
        store.saveService(service(QStringLiteral("web"), 4));
    }
    DatabaseConnection connection(m_path);
    QVERIFY(!connection.open());
    Migrations longer = migrations();
    longer.append({{QStringLiteral("ALTER TABLE state ADD COLUMN note TEXT NOT NULL DEFAULT ''")}, nullptr, {}});
    QVERIFY(!migrate(connection.database(), longer));
    QCOMPARE(read(QStringLiteral("SELECT restart_count FROM state")), QStringLiteral("4"));
}

void SchemaTest::aFailedStepLeavesTheOneBefore()
{
    DatabaseConnection connection(m_path);
    QVERIFY(!connection.open());
    Migrations longer = migrations();
    longer.append({{QStringLiteral("CREATE TABLE next (value)")}, nullptr, {}});
    longer.append(
        {{QStringLiteral("CREATE TABLE half (value)"), QStringLiteral("CREATE TABLE next (value)")}, nullptr, {}});
    QVERIFY(migrate(connection.database(), longer).has_value());
    QCOMPARE(read(QStringLiteral("PRAGMA user_version")).toInt(), longer.size() - 1);
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")), QStringLiteral("0"));
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'next'")), QStringLiteral("1"));
}

void SchemaTest::refusesANewerOne()
{
    DatabaseConnection connection(m_path);
    QVERIFY(!connection.open());
    const auto fault = migrate(connection.database(), {});
    QVERIFY(fault.has_value());
    QVERIFY(fault->kind == StoreFault::Kind::Newer);
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
