#include "ui/dialogs/reloaddialog.h"

#include "ui/dialogs/cyclepicture.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <vector>

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
    void circlesAreDrawn();
    void longCirclesAreCounted();
    void aRingFitsItsRoom_data();
    void aRingFitsItsRoom();

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

void TestReloadDialog::circlesAreDrawn()
{
    ReloadOutcome plan;
    plan.verdict = Verdict::Invalid;
    plan.faults = {QStringLiteral("fleet.yaml:2:34: services depend on each other in a circle: a -> b -> c -> a")};
    QVERIFY(!make(plan)->findChild<CyclePicture *>()); // words alone are no picture
    plan.cycles = {{id("a"), id("b"), id("c"), id("a")}};
    const auto dialog = make(plan);
    const auto *picture = dialog->findChild<CyclePicture *>();
    QVERIFY(picture);
    const QString sentence = QStringLiteral("a depends on b, b depends on c, c depends on a");
    QCOMPARE(picture->sentence(), sentence);
    QCOMPARE(picture->accessibleDescription(), sentence);
    QVERIFY(!picture->accessibleName().isEmpty());
    QVERIFY(dialog->plainText().contains(sentence));
    QVERIFY(dialog->accessibleDescription().contains(sentence));
    QVERIFY(!dialog->plainText().contains(QStringLiteral("The first of")));
    plan.cycles.append({id("d"), id("e"), id("d")});
    QVERIFY(make(plan)->plainText().contains(QStringLiteral("The first of 2 circles")));
}

void TestReloadDialog::longCirclesAreCounted()
{
    QList<ServiceId> cycle;
    for (int i = 0; i < 5000; ++i)
        cycle.append(QStringLiteral("<b>service</b>\n%1").arg(i));
    cycle.append(cycle.first());
    CyclePicture picture(cycle);
    QVERIFY2(picture.sentence().endsWith(QStringLiteral(", 4,980 more")), qPrintable(picture.sentence().right(60)));
    QVERIFY(!picture.sentence().contains(QLatin1Char('\n')));
    QVERIFY(picture.sizeHint().width() < picture.fontMetrics().height() * 40);
    QVERIFY(!picture.grab().isNull());
    QVERIFY(CyclePicture({}).sentence().isEmpty());
}

void TestReloadDialog::aRingFitsItsRoom_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const int count : {2, 3, 4, 5, 8, 12}) {
        QTest::addRow("%d", count) << count << Qt::LeftToRight;
        QTest::addRow("%d from the right", count) << count << Qt::RightToLeft;
    }
}

/// Each card is whole, and none lies on another.
void TestReloadDialog::aRingFitsItsRoom()
{
    QFETCH(int, count);
    QFETCH(Qt::LayoutDirection, direction);
    QList<ServiceId> cycle;
    for (int i = 0; i < count; ++i)
        cycle.append(QStringLiteral("service-with-a-name-%1").arg(i));
    cycle.append(cycle.first());
    CyclePicture picture(cycle);
    picture.setLayoutDirection(direction);
    for (const int width : {picture.minimumSizeHint().width(), picture.sizeHint().width(), 1200}) {
        picture.resize(width, picture.sizeHint().height());
        const std::vector<QRectF> places = picture.places();
        QCOMPARE(places.size(), static_cast<std::size_t>(std::min(count, 8)));
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY(QRectF(picture.rect()).contains(places[i]));
            for (std::size_t j = i + 1; j < places.size(); ++j)
                QVERIFY2(!places[i].intersects(places[j]), qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
        }
        if (count > 2) { // the second one stands where reading goes on
            const bool isRight = places[1].center().x() > places[0].center().x();
            QCOMPARE(isRight, direction == Qt::LeftToRight);
        }
    }
}

QTEST_MAIN(TestReloadDialog)
#include "tst_reloaddialog.moc"
