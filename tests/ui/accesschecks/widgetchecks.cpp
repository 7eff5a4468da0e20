#include "tests/ui/accesschecks/widgetchecks.h"

#include "ui/access/listaccess.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

namespace foghorn {

namespace {

constexpr int LeastTarget = 24; // pixels, both ways
constexpr int MostSections = 8; // of a field for dates

/// Parts that Qt makes inside of its own widgets, reached through these, and what is reached by other keys: dock
/// widgets' own buttons (their places are in the Window menu) and the menu bar.
bool isPartOfAnother(const QWidget &widget)
{
    const QString name = QString::fromLatin1(widget.metaObject()->className());
    if (name == QLatin1String("QLineEditIconButton") || name == QLatin1String("QDockWidgetTitleButton")
        || name == QLatin1String("QToolBarExtension") || name == QLatin1String("QTableCornerButton"))
        return true;
    const QWidget *parent = widget.parentWidget();
    const auto *area = qobject_cast<const QAbstractScrollArea *>(parent);
    if ((area && area->viewport() == &widget) || widget.focusProxy())
        return true;
    return parent
        && (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QKeySequenceEdit *>(parent) || qobject_cast<const QTabBar *>(parent));
}

bool isInteractive(QWidget &widget)
{
    return qobject_cast<QAbstractButton *>(&widget) || qobject_cast<QLineEdit *>(&widget)
        || qobject_cast<QComboBox *>(&widget) || qobject_cast<QAbstractSpinBox *>(&widget)
        || qobject_cast<QTabBar *>(&widget) || dynamic_cast<AccessibleItems *>(&widget)
        || (qobject_cast<QAbstractItemView *>(&widget) && !qobject_cast<QHeaderView *>(&widget))
        || (qobject_cast<QAbstractSlider *>(&widget) && !qobject_cast<QScrollBar *>(&widget))
        || (widget.focusPolicy() & Qt::TabFocus);
}

/// Arrow keys lead from the one that is chosen to the others; in the palette, from its field to the list.
bool isReachedByArrows(const QWidget &widget)
{
    if (widget.focusPolicy() == Qt::NoFocus && widget.inherits("foghorn::PaletteList"))
        return true;
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (!button || !button->isCheckable() || button->isChecked())
        return false;
    return (button->group() && button->group()->exclusive()) || button->autoExclusive();
}

/// One thing to work with needs no Tab; in the palette arrows lead through the list below the field.
bool isDoneByArrows(QWidget &root) { return workedWith(root).size() < 2 || root.inherits("foghorn::CommandPalette"); }

void pressTab(QWidget &window)
{
    QWidget *at = QApplication::focusWidget();
    QTest::keyClick(at ? at : &window, Qt::Key_Tab);
    QCoreApplication::processEvents();
}

} // namespace

QString describe(const QWidget &widget)
{
    QString words;
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        words = button->text();
    else if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words = label->text();
    QString way;
    for (const QWidget *parent = widget.parentWidget(); parent && !parent->isWindow();
         parent = parent->parentWidget()) {
        const QString name = QString::fromLatin1(parent->metaObject()->className());
        if (name.startsWith(QLatin1String("foghorn::"))) {
            way = QStringLiteral(" in ") + name.mid(9);
            break;
        }
    }
    return QStringLiteral("%1 '%2' \"%3\"%4 (%5 x %6)")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.accessibleName().left(60), words.left(60),
            way, QString::number(widget.width()), QString::number(widget.height()));
}

QList<QWidget *> workedWith(QWidget &root)
{
    QList<QWidget *> found;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->window() != &root || !widget->isVisible() || widget->size().isEmpty())
            continue;
        if (isInteractive(*widget) && !isPartOfAnother(*widget))
            found.append(widget);
    }
    return found;
}

QStringList unreachableByTab(QWidget &root)
{
    constexpr int MostKeys = 600;
    QStringList faults;
    QSet<QWidget *> visited;
    pressTab(root);
    const QWidget *first = QApplication::focusWidget();
    int keys = 0;
    int rest = 0; // presses that stayed where they were: from hours to minutes in one field
    for (; keys < MostKeys; ++keys) {
        QWidget *at = QApplication::focusWidget();
        if (!at || at->window() != &root) {
            faults.append(QStringLiteral("Tab leaves the window"));
            break;
        }
        visited.insert(at);
        pressTab(root);
        rest = QApplication::focusWidget() == at ? rest + 1 : 0;
        if (rest > MostSections) {
            if (!isDoneByArrows(root))
                faults.append(QStringLiteral("Tab is caught in ") + describe(*at));
            break;
        }
        if (rest == 0 && QApplication::focusWidget() == first)
            break;
    }
    if (keys == MostKeys)
        faults.append(QStringLiteral("Tab runs in a circle that leaves out the beginning"));
    const QList<QWidget *> wanted = workedWith(root);
    for (QWidget *widget : wanted) {
        if (!widget->isEnabled() || visited.contains(widget))
            continue;
        if (!isReachedByArrows(*widget))
            faults.append(QStringLiteral("Tab does not reach ") + describe(*widget));
    }
    return faults;
}

QStringList smallTargets(QWidget &root)
{
    QStringList faults;
    const QList<QWidget *> targets = workedWith(root);
    for (const QWidget *target : targets) {
        if (target->width() < LeastTarget || target->height() < LeastTarget)
            faults.append(QStringLiteral("Too small: ") + describe(*target));
    }
    return faults;
}

} // namespace foghorn
