#include "tests/ui/support/comeround.h"
#include "tests/ui/support/fakedesk.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/connectionform.h"
#include "ui/dialogs/connectionlist.h"
#include "ui/dialogs/verdictline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

/// The dialog that leads to other fleets, on a desk that is made up.
class TestConnectDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatThereIs();
    void yesterdaysIsTwoInputsAway();
    void aNewOneIsCheckedAndKept();
    void faultsAreSaid_data();
    void faultsAreSaid();
    void namesAreNotTakenTwice();
    void theTokenIsNeverShownOrKeptInSettings();
    void theHintSaysWhereTokensGo();
    void testSaysWhatCameOfIt();
    void anUnknownCertificateCanBeTrusted();
    void aLateVerdictOnSomethingElseIsIgnored();
    void whatIsFoundNeedsNothing();
    void ownFleetIsOneOfThem();
    void removalCanBeUndone();
    void everyFieldHasANameAndTheKeyboardReachesAll();

private:
    void open(const ConnectDialog::Start &start = {})
    {
        m_dialog = new ConnectDialog(*m_desk, start);
        m_dialog->show();
        m_chosen = std::make_unique<QSignalSpy>(m_dialog, &ConnectDialog::chosen);
    }
    ConnectionForm &form() const { return m_dialog->form(); }
    QString verdict() const { return m_dialog->verdict(); }
    QPushButton &wayOn() const { return m_dialog->findChild<VerdictLine *>()->wayOn(); }
    ConnectionProfile kept(const char *name) const
    {
        return m_desk->book().find(QLatin1String(name)).value_or(ConnectionProfile{});
    }

    std::unique_ptr<FakeDesk> m_desk;
    QPointer<ConnectDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void TestConnectDialog::init()
{
    qRegisterMetaType<ConnectionWish>();
    m_desk = std::make_unique<FakeDesk>();
    makeConnections(*m_desk);
}

void TestConnectDialog::cleanup()
{
    delete m_dialog;
    m_desk.reset();
}

void TestConnectDialog::listsWhatThereIs()
{
    open();
    QStringList texts;
    for (int row = 0; row < m_dialog->list().count(); ++row)
        texts << m_dialog->list().item(row)->text().section(u'\n', 0, 0);
    QCOMPARE(texts,
        (QStringList{QStringLiteral("THIS COMPUTER"), QStringLiteral("local"), QStringLiteral("bench"),
            QStringLiteral("KEPT"), QStringLiteral("edge-7"), QStringLiteral("staging"),
            QStringLiteral("New connection…")}));
    QCOMPARE(form().profile(), kept("edge-7"));
}

void TestConnectDialog::yesterdaysIsTwoInputsAway()
{
    open(); // Ctrl+O was the first
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(m_chosen->first().first().value<ConnectionWish>().profile.name, QStringLiteral("edge-7"));
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestConnectDialog::aNewOneIsCheckedAndKept()
{
    open();
    m_dialog->list().chooseNew();
    QVERIFY(!m_dialog->connectButton().isEnabled());
    QVERIFY(verdict().isEmpty()); // nobody is blamed before the first letter
    form().addressField().setText(QStringLiteral("  edge-9 "));
    QVERIFY(m_dialog->connectButton().isEnabled());
    QCOMPARE(form().profile().url, QStringLiteral("https://edge-9:7464"));
    QCOMPARE(form().profile().name, QStringLiteral("edge-9:7464"));
    form().nameField().setText(QStringLiteral("  edge\n nine "));
    form().findChild<QComboBox *>()->setCurrentIndex(2);
    form().findChild<QCheckBox *>()->setChecked(true);
    m_dialog->connectButton().click();
    QCOMPARE(m_chosen->size(), 1);
    QVERIFY(!kept("edge nine").url.isEmpty());
    QCOMPARE(kept("edge nine").tint, ConnectionTint::Orange);
    QVERIFY(kept("edge nine").isProtected);
    QCOMPARE(m_desk->book().profiles().size(), 3);
    const ConnectionBook again(m_desk->settings); // as the next run reads it
    QCOMPARE(again.profiles(), m_desk->book().profiles());
}

void TestConnectDialog::faultsAreSaid_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("word");
    QTest::newRow("none") << QString() << QStringLiteral("missing");
    QTest::newRow("scheme") << QStringLiteral("ftp://edge") << QStringLiteral("no address");
    QTest::newRow("spaces") << QStringLiteral("a b c") << QStringLiteral("no address");
    QTest::newRow("password in it") << QStringLiteral("https://me:secret@edge") << QStringLiteral("no address");
    QTest::newRow("no host") << QStringLiteral("https://") << QStringLiteral("no address");
    QTest::newRow("markup") << QStringLiteral("<b>x</b>") << QStringLiteral("no address");
    QTest::newRow("long") << QString(10'000, u'x').append(u' ') << QStringLiteral("no address");
}

void TestConnectDialog::faultsAreSaid()
{
    QFETCH(QString, address);
    QFETCH(QString, word);
    open();
    form().addressField().setText(address);
    QVERIFY(!m_dialog->connectButton().isEnabled() && !m_dialog->testButton().isEnabled());
    QVERIFY2(verdict().contains(word), qPrintable(verdict()));
    QCOMPARE(m_dialog->connectButton().toolTip(), verdict());
    QTest::keyClick(&form().addressField(), Qt::Key_Return);
    QVERIFY(m_chosen->isEmpty());
}

void TestConnectDialog::namesAreNotTakenTwice()
{
    open();
    form().nameField().setText(QStringLiteral("staging"));
    QVERIFY(!m_dialog->connectButton().isEnabled());
    QVERIFY2(verdict().contains(u"staging"), qPrintable(verdict()));
    form().nameField().setText(QStringLiteral("edge"));
    m_dialog->connectButton().click();
    QCOMPARE(m_desk->book().profiles().size(), 2); // renamed
    QVERIFY(kept("edge-7").url.isEmpty() && !kept("edge").url.isEmpty());
}

void TestConnectDialog::theTokenIsNeverShownOrKeptInSettings()
{
    open();
    form().tokenField().setText(QStringLiteral("hunter2-hunter2"));
    QCOMPARE(form().tokenField().echoMode(), QLineEdit::Password);
    m_dialog->connectButton().click();
    QCOMPARE(m_chosen->first().first().value<ConnectionWish>().token, QByteArray("hunter2-hunter2"));
    const QStringList keys = m_desk->settings.keysIn(QStringLiteral("connections"));
    QVERIFY(!keys.isEmpty());
    for (const QString &key : keys)
        QVERIFY(!m_desk->settings.value(QStringLiteral("connections/") + key).toString().contains(u"hunter2"));
    open();
    QVERIFY(form().tokenField().text().isEmpty());
}

void TestConnectDialog::theHintSaysWhereTokensGo()
{
    const auto says = [this](const QString &words) {
        for (const QLabel *label : form().findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_dialog) && label->text().contains(words))
                return true;
        }
        return false;
    };
    open();
    QTRY_VERIFY(says(QStringLiteral("never in a file")));
    delete m_dialog;
    m_desk->keyRing.kept.insert(QStringLiteral("https://edge-7:7464"), "t");
    open();
    QTRY_VERIFY(says(QStringLiteral("A token is kept")));
    delete m_dialog;
    m_desk->keyRing.hasKeyRing = false;
    open();
    QTRY_VERIFY(says(QStringLiteral("asked for each time")));
}

void TestConnectDialog::testSaysWhatCameOfIt()
{
    open();
    m_desk->verdict = {true, QStringLiteral("Foghorn 0.1 answers."), {}, {}};
    m_dialog->testButton().click();
    QVERIFY(!m_dialog->testButton().isEnabled()); // one question at a time
    QVERIFY2(verdict().contains(u"edge-7:7464"), qPrintable(verdict()));
    QTRY_COMPARE(verdict(), QStringLiteral("Foghorn 0.1 answers."));
    QVERIFY(m_dialog->testButton().isEnabled());
    QVERIFY(!wayOn().isVisible());
    QCOMPARE(m_desk->tested.size(), 1);
}

void TestConnectDialog::anUnknownCertificateCanBeTrusted()
{
    static const QByteArray pem = "-----BEGIN CERTIFICATE-----\n"
                                  "MIIBjDCCATKgAwIBAgIUUJVV9Pe/ymeDpx3n5C6KsI7dZmUwCgYIKoZIzj0EAwIw\n"
                                  "ETEPMA0GA1UEAwwGZWRnZS03MCAXDTI2MTEyMzE1MzE0N1oYDzIxMjYxMDMwMTUz\n"
                                  "MTQ3WjARMQ8wDQYDVQQDDAZlZGdlLTcwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
                                  "AASFfCE9HsdMq0AH9tusg+wyZp/73TFREbpcvxOPNZtugVMfZr1PvL16vNxCZ3oI\n"
                                  "ZWJhVg3dUnn1BxsWJnA1qiiBo2YwZDAdBgNVHQ4EFgQUgMgAmlKr4EwKgfPuxoFx\n"
                                  "PAMb1wIwHwYDVR0jBBgwFoAUgMgAmlKr4EwKgfPuxoFxPAMb1wIwDwYDVR0TAQH/\n"
                                  "BAUwAwEB/zARBgNVHREECjAIggZlZGdlLTcwCgYIKoZIzj0EAwIDSAAwRQIhAKlz\n"
                                  "VZVW54BELnJerLI+5bls1l2FQ/7/SqrIhsjQ3H03AiACHlFgUX0gqIW1Ps/OIwDq\n"
                                  "D5xvE6RFBWTt+cCV+/DTtw==\n"
                                  "-----END CERTIFICATE-----\n";
    open();
    m_desk->verdict = {false, QStringLiteral("The certificate of edge-7 is not to be trusted."),
        QStringLiteral("SHA-256 fingerprint: AB:CD"), pem};
    m_dialog->testButton().click();
    QTRY_VERIFY(wayOn().isVisible());
    m_desk->verdict = {true, QStringLiteral("It answers."), {}, {}};
    wayOn().click();
    QTRY_COMPARE(verdict(), QStringLiteral("It answers."));
    QCOMPARE(m_desk->tested.size(), 2);
    QCOMPARE(m_desk->tested.last().profile.certificate, pem);
    m_dialog->connectButton().click();
    QCOMPARE(kept("edge-7").certificate, pem);
}

void TestConnectDialog::aLateVerdictOnSomethingElseIsIgnored()
{
    open();
    m_desk->verdict = {true, QStringLiteral("It answers."), {}, {}};
    m_dialog->testButton().click();
    form().addressField().setText(QStringLiteral("https://another:1"));
    comeRound();
    QVERIFY(verdict().isEmpty());
    m_dialog->testButton().click();
    delete m_dialog; // and one that nobody waits for any more
    comeRound();
}

void TestConnectDialog::whatIsFoundNeedsNothing()
{
    open();
    ConnectionProfile bench;
    bench.url = QStringLiteral("http://127.0.0.1:7470");
    m_dialog->list().choose(bench);
    QVERIFY(form().nameField().isReadOnly());
    QVERIFY(!form().tokenField().isVisible());
    m_dialog->connectButton().click();
    const auto wish = m_chosen->first().first().value<ConnectionWish>();
    QCOMPARE(wish.stateDirectory, QStringLiteral("/tmp/bench"));
    QCOMPARE(m_desk->book().profiles().size(), 2); // not kept
}

void TestConnectDialog::ownFleetIsOneOfThem()
{
    open();
    m_dialog->list().setCurrentRow(1);
    QVERIFY(!m_dialog->connectButton().isEnabled()); // it is shown already
    QVERIFY(!form().isVisible() && !m_dialog->testButton().isVisible());
    m_desk->current = kept("edge-7");
    m_dialog->list().setCurrentRow(4);
    m_dialog->list().setCurrentRow(1);
    const QSignalSpy own(m_dialog, &ConnectDialog::ownChosen);
    m_dialog->connectButton().click();
    QCOMPARE(own.size(), 1);
    QVERIFY(m_chosen->isEmpty());
}

void TestConnectDialog::removalCanBeUndone()
{
    m_desk->keyRing.kept.insert(QStringLiteral("https://edge-7:7464"), "t");
    open();
    const ConnectionProfile edge = kept("edge-7");
    const auto remove = [this] {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Remove"))
                button->click();
        }
    };
    remove();
    QVERIFY(kept("edge-7").url.isEmpty());
    QCOMPARE(form().profile().name, QStringLiteral("staging"));
    wayOn().click();
    QCOMPARE(kept("edge-7"), edge);
    QCOMPARE(form().profile(), edge);
    remove();
    QVERIFY(m_desk->keyRing.kept.size() == 1); // could still be had back
    m_dialog->reject();
    QVERIFY(m_desk->keyRing.kept.isEmpty());
}

void TestConnectDialog::everyFieldHasANameAndTheKeyboardReachesAll()
{
    open({ConnectionProfile{}, true});
    QVERIFY(form().tokenField().hasFocus() || m_dialog->focusWidget() == &form().tokenField());
    QSet<QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        reached.insert(m_dialog->focusWidget());
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    }
    for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isInput = qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QComboBox *>(widget) || widget == &m_dialog->list();
        if (!isInput || !widget->isVisible() || !widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QVERIFY2(reached.contains(widget),
            qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->accessibleName()));
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        QVERIFY(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()));
    }
}

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
