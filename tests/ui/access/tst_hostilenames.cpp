#include "tests/ui/accesschecks/eveningwindow.h"
#include "tests/ui/accesschecks/widgetchecks.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolTip>

using namespace foghorn;

namespace {

constexpr int MostCells = 400;

/// What nobody may see as it is: it would break the line, or turn the words around it.
bool isHostile(QChar letter)
{
    const ushort code = letter.unicode();
    return (code < 0x20 && code != '\n' && code != '\t') || code == 0x7f || (code >= 0x202a && code <= 0x202e);
}

void checkText(const QString &text, const QString &where, QStringList &faults)
{
    if (std::any_of(text.begin(), text.end(), &isHostile))
        faults.append(where + QStringLiteral(" lets control characters through: ") + text.left(60).toHtmlEscaped());
    if (text.contains(QLatin1String("ev\nil")))
        faults.append(where + QStringLiteral(" breaks the line in a name"));
}

/// Qt takes what looks like HTML for HTML in labels, unless it is told otherwise.
void checkWidget(const QWidget &widget, QStringList &faults)
{
    const QString where = describe(widget);
    checkText(widget.accessibleName(), where, faults);
    checkText(widget.toolTip(), where, faults);
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        checkText(label->text(), where, faults);
        const bool isPlain = label->textFormat() == Qt::PlainText;
        if (!isPlain && Qt::mightBeRichText(label->text()))
            faults.append(where + QStringLiteral(" takes a name for HTML"));
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        checkText(button->text(), where, faults);
}

void checkCells(const QAbstractItemModel &model, QStringList &faults)
{
    int left = MostCells;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount() && left > 0; ++column, --left) {
            const QModelIndex index = model.index(row, column);
            const QString where = QStringLiteral("cell %1/%2").arg(row).arg(column);
            checkText(index.data(Qt::DisplayRole).toString(), where, faults);
            checkText(index.data(Qt::AccessibleTextRole).toString(), where, faults);
            const QString tip = index.data(Qt::ToolTipRole).toString();
            checkText(tip, where, faults);
        }
    }
}

} // namespace

/// Goal L9 of the desktop: names that want to break it break no view.
class TestHostileNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyViewStandsThem_data();
    void everyViewStandsThem();
    void toolTipsArePlain();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestHostileNames::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    QAccessible::setActive(true);
}

void TestHostileNames::everyViewStandsThem_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("ten thousand letters") << QString(10'000, u'w');
    QTest::newRow("ten thousand words") << QStringLiteral("word ").repeated(2'000);
    QTest::newRow("newlines") << QStringLiteral("ev\nil\r\nname\twith tabs");
    QTest::newRow("markup") << QStringLiteral("<b>bold</b><img src='/etc/passwd'><script>x</script>");
    QTest::newRow("right to left override") << QStringLiteral("abc\u202etxt.exe\u202b\u202a");
    QTest::newRow("control characters") << QStringLiteral("a\x01\x1b[31mred\x7f\x08");
    QTest::newRow("emoji") << QStringLiteral("🦊🏳️‍🌈👩‍👩‍👧‍👦 fleet 🚀");
    QTest::newRow("combining marks") << QStringLiteral("Z̷̛̯͚a̴̛̜͎l̶̡̛g̸̢̛o̷̧̕");
    QTest::newRow("placeholders") << QStringLiteral("%1 %2 %n %L1 &quit && \"quoted\"");
    QTest::newRow("Hebrew and Arabic") << QStringLiteral("שירות-خدمة-1");
    QTest::newRow("path") << QStringLiteral("../../../../etc/passwd");
}

void TestHostileNames::everyViewStandsThem()
{
    QFETCH(QString, name);
    const QSize screen(1280, 800);
    const QList<FakeService> services{{QStringLiteral("dao")}, {name, {QStringLiteral("dao")}, {}, true},
        {name + QStringLiteral("-2"), {name}, {QStringLiteral("dao")}}};
    EveningWindow evening(*m_theme, services, screen);
    addChecks(evening.room().registry, name, Health::Unhealthy, 5, name);
    evening.window().selection().selectOnly(name);
    evening.settle();
    QStringList faults;
    evening.eachPlace([&](QWidget &root, const QString &place) {
        QStringList found;
        const QList<QWidget *> all = root.findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (widget->isVisible())
                checkWidget(*widget, found);
        }
        checkText(root.windowTitle(), QStringLiteral("title"), found);
        // Whoever has a place for a name gives it no more than its place.
        if (root.minimumSizeHint().width() > screen.width() || root.width() > screen.width())
            found.append(
                QStringLiteral("is made %1 wide, at least %2").arg(root.width()).arg(root.minimumSizeHint().width()));
        found += nameless(root);
        for (const QString &fault : std::as_const(found))
            faults.append(QStringLiteral("%1: %2").arg(place, fault));
    });
    checkCells(*evening.window().servicePanel().view().model(), faults);
    faults.removeDuplicates();
    for (const QString &fault : std::as_const(faults))
        qWarning("%s", qPrintable(fault.left(300)));
    QCOMPARE(faults.size(), 0);
}

/// In a cell of a table and on a button.
void TestHostileNames::toolTipsArePlain()
{
    const QString name = QStringLiteral("<b>bold</b>");
    EveningWindow evening(*m_theme, {{name}});
    evening.window().selection().selectOnly(name);
    evening.settle();
    ServiceView &view = evening.window().servicePanel().view();
    const QModelIndex cell = view.model()->index(0, ServiceTableModel::Name);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(name));
    const QPoint at = view.visualRect(cell).center();
    QHelpEvent help(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(view.viewport(), &help);
    QVERIFY2(QToolTip::text().contains(name.toHtmlEscaped()), qPrintable(QToolTip::text()));
    QToolTip::hideText();
    QPushButton button;
    button.setToolTip(name);
    QCoreApplication::sendEvent(&button, &help);
    QCOMPARE(QToolTip::text(), QStringLiteral("<qt>%1</qt>").arg(name.toHtmlEscaped()));
    QToolTip::hideText();
}

QTEST_MAIN(TestHostileNames)
#include "tst_hostilenames.moc"
