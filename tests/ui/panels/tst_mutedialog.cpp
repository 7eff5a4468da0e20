#include "tests/support/fakealertcommands.h"
#include "ui/panels/alertactions.h"
#include "ui/panels/mutedialog.h"

#include <QAction>
#include <QDateTimeEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// Muting until a time that somebody chooses, and as long as the trouble lasts.
class TestMuteDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void minutesUntilThen();
    void neitherThePastNorForEver();
    void cancelDoesNothing();
    void alertsAreMutedUntilThen();
};

void TestMuteDialog::minutesUntilThen()
{
    QPointer<MuteDialog> dialog = new MuteDialog;
    const QSignalSpy chosen(dialog.data(), &MuteDialog::chosen);
    dialog->open();
    dialog->until().setDateTime(QDateTime::currentDateTime().addSecs(90 * 60));
    QTest::keyClick(dialog.data(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const auto time = chosen.first().first().value<std::chrono::minutes>();
    QVERIFY2(time >= 89min && time <= 91min, qPrintable(QString::number(time.count())));
    QTRY_VERIFY(dialog.isNull());
}

void TestMuteDialog::neitherThePastNorForEver()
{
    QPointer<MuteDialog> dialog = new MuteDialog;
    dialog->until().setDateTime(QDateTime::currentDateTime().addDays(-3));
    QVERIFY(dialog->until().dateTime() > QDateTime::currentDateTime().addSecs(-60));
    dialog->until().setDateTime(QDateTime::currentDateTime().addYears(3));
    QVERIFY(dialog->until().dateTime() <= QDateTime::currentDateTime().addDays(30));
    delete dialog;
}

void TestMuteDialog::cancelDoesNothing()
{
    QPointer<MuteDialog> dialog = new MuteDialog;
    const QSignalSpy chosen(dialog.data(), &MuteDialog::chosen);
    dialog->open();
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    QTRY_VERIFY(dialog.isNull());
    QVERIFY(chosen.isEmpty());
}

void TestMuteDialog::alertsAreMutedUntilThen()
{
    FakeAlertCommands commands;
    QWidget owner;
    AlertActions actions(commands, owner);
    Alert alert;
    alert.id = 7;
    alert.service = QStringLiteral("onion");
    actions.setChosen({alert});
    const auto trigger = [&actions](const char *text) {
        for (QAction *action : actions.muteMenu()->actions()) {
            if (action->text() == QString::fromUtf8(text))
                action->trigger();
        }
    };
    trigger("&Until…");
    auto *dialog = owner.findChild<MuteDialog *>();
    QVERIFY(dialog);
    dialog->until().setDateTime(QDateTime::currentDateTime().addDays(1));
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(commands.calls.size(), 1);
    QVERIFY2(commands.calls.first().startsWith(QStringLiteral("mute 7 14")), qPrintable(commands.calls.first()));
    trigger("Until it is &over");
    QCOMPARE(commands.calls.last(), QStringLiteral("mute 7 43200 desktop"));
}

QTEST_MAIN(TestMuteDialog)
#include "tst_mutedialog.moc"
