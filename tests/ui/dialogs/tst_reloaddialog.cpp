#include "ui/dialogs/reloaddialog.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestReloadDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planNamesWhatChanges();
    void nothingChangedHasNothingToApply();
    void faultsAreShownByPlace();
    void refusalIsSaid();

private:
    static QPushButton *button(const ReloadDialog &dialog, const char *text)
    {
        for (auto *each : dialog.findChildren<QPushButton *>()) {
            if (each->text() == QString::fromLatin1(text))
                return each;
        }
        return nullptr;
    }
    static std::unique_ptr<ReloadDialog> make(const ReloadOutcome &plan)
    {
        auto dialog = std::make_unique<ReloadDialog>(plan, QStringLiteral("local"));
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        return dialog;
    }
};

void TestReloadDialog::planNamesWhatChanges()
{
    ReloadOutcome plan;
    plan.added = {id("cache")};
    plan.removed = {id("onion"), id("p2p")};
    plan.updated = {id("dao")};
    plan.untouched = 7;
    plan.warnings = {QStringLiteral("fleet.yaml:3:1: unknown optional dependency 'x'")};
    const auto dialog = make(plan);
    const QString text = dialog->plainText();
    QVERIFY2(text.startsWith(QStringLiteral("Reload the configuration of “local”?")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Added and started: cache")));
    QVERIFY(text.contains(QStringLiteral("Stopped and removed: onion and p2p")));
    QVERIFY(text.contains(QStringLiteral("Changed in place: dao")));
    QVERIFY(!text.contains(QStringLiteral("Restarted")));
    QVERIFY(text.contains(QStringLiteral("fleet.yaml:3:1")));
    QSignalSpy accepted(dialog.get(), &QDialog::accepted);
    QVERIFY(!button(*dialog, "&Apply 4 changes") || !button(*dialog, "&Apply 4 changes")->isDefault());
    for (auto *each : dialog->findChildren<QPushButton *>()) {
        if (each->text().startsWith(QStringLiteral("&Apply")))
            each->click();
    }
    QCOMPARE(accepted.count(), 1);
}

void TestReloadDialog::nothingChangedHasNothingToApply()
{
    const auto dialog = make({});
    QVERIFY(dialog->plainText().contains(QStringLiteral("Nothing has changed")));
    for (auto *each : dialog->findChildren<QPushButton *>())
        QVERIFY(!each->text().startsWith(QStringLiteral("&Apply")));
}

void TestReloadDialog::faultsAreShownByPlace()
{
    ReloadOutcome plan;
    plan.verdict = Verdict::Invalid;
    plan.faults = {QStringLiteral("fleet.yaml:12:5: unknown member 'comand'; did you mean 'command'?"),
        QStringLiteral("fleet.yaml:20:1: a cycle\n\x1b[31m")};
    const auto dialog = make(plan);
    const auto *text = dialog->findChild<QPlainTextEdit *>();
    QVERIFY(text && text->isReadOnly());
    QVERIFY(text->toPlainText().startsWith(plan.faults.first()));
    QCOMPARE(text->document()->blockCount(), 2); // hostile text makes no lines of its own
    QVERIFY(dialog->plainText().contains(QStringLiteral("Nothing was changed.")));
    QSignalSpy again(dialog.get(), &ReloadDialog::againWanted);
    button(*dialog, "&Try again")->click();
    QCOMPARE(again.count(), 1);
}

void TestReloadDialog::refusalIsSaid()
{
    ReloadOutcome plan;
    plan.verdict = Verdict::ShuttingDown;
    plan.message = QStringLiteral("The fleet is shutting down.");
    QVERIFY(make(plan)->plainText().contains(plan.message));
}

QTEST_MAIN(TestReloadDialog)
#include "tst_reloaddialog.moc"
