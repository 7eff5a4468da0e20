#include "tests/ui/accesschecks/clipchecks.h"

#include "tests/ui/accesschecks/widgetchecks.h"
#include "ui/panels/fittingtabs.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>

namespace foghorn {

namespace {

constexpr int Rounding = 1; // pixel

bool isInScrollArea(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent && !parent->isWindow();
         parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(parent))
            return true;
    }
    return false;
}

QString cut(const QWidget &widget, const QString &why)
{
    return QStringLiteral("Cut: %1: %2").arg(describe(widget), why);
}

QString needs(QSize wanted) { return QStringLiteral("needs %1 x %2").arg(wanted.width()).arg(wanted.height()); }

void checkLabel(const QLabel &label, QStringList &faults)
{
    const QString text = label.text();
    if (text.isEmpty())
        return;
    const QSize room = label.contentsRect().size();
    if (!label.wordWrap()) {
        const QSize wanted = label.sizeHint();
        if (wanted.width() > label.width() + Rounding || wanted.height() > label.height() + Rounding)
            faults.append(cut(label, needs(wanted)));
        return;
    }
    const QSize wrapped =
        label.fontMetrics().boundingRect(QRect(QPoint(), QSize(room.width(), 100'000)), Qt::TextWordWrap, text).size();
    if (wrapped.width() > room.width() + Rounding || label.heightForWidth(label.width()) > label.height() + Rounding)
        faults.append(cut(label, needs({wrapped.width(), label.heightForWidth(label.width())})));
}

void checkButton(const QAbstractButton &button, QStringList &faults)
{
    const QSize wanted = button.sizeHint();
    if (!button.text().isEmpty()
        && (wanted.width() > button.width() + Rounding || wanted.height() > button.height() + Rounding))
        faults.append(cut(button, needs(wanted)));
}

void checkCombo(const QComboBox &combo, QStringList &faults)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const QRect field =
        combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const int wanted = combo.fontMetrics().horizontalAdvance(combo.currentText());
    if (wanted > field.width() + Rounding || combo.fontMetrics().height() > field.height() + Rounding)
        faults.append(
            cut(combo, QStringLiteral("'%1' needs %2 of %3").arg(combo.currentText()).arg(wanted).arg(field.width())));
}

void checkTabs(const QTabBar &tabs, QStringList &faults)
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        QString text = tabs.tabText(tab);
        const int wanted = tabs.fontMetrics().horizontalAdvance(text.remove(u'&'));
        if (!tabs.isTabVisible(tab))
            continue;
        const auto *fitting = qobject_cast<const FittingTabBar *>(&tabs);
        const bool isSign = fitting && fitting->wordsOf(tab).isEmpty(); // then its name is in the tool tip
        if (isSign ? tabs.tabToolTip(tab).isEmpty() : wanted > tabs.tabRect(tab).width())
            faults.append(cut(tabs, QStringLiteral("tab '%1'").arg(text)));
        if (!tabs.rect().contains(tabs.tabRect(tab)))
            faults.append(cut(tabs, QStringLiteral("tab '%1' of the bar").arg(text)));
    }
}

void checkHeader(const QHeaderView &header, QStringList &faults)
{
    const auto *model = header.model();
    if (!model || header.orientation() != Qt::Horizontal)
        return;
    const bool wraps = header.defaultAlignment() & Qt::TextWordWrap;
    for (int section = 0; section < header.count(); ++section) {
        const QString text = model->headerData(section, Qt::Horizontal).toString();
        if (header.isSectionHidden(section) || text.isEmpty())
            continue;
        const int room = header.sectionSize(section);
        const QRect words =
            header.fontMetrics().boundingRect(QRect(0, 0, room, 100'000), wraps ? Qt::TextWordWrap : 0, text);
        const bool shortens = header.textElideMode() != Qt::ElideNone
            && !model->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
        if (!shortens && (words.width() > room || words.height() > header.height() + Rounding))
            faults.append(
                cut(header, QStringLiteral("column '%1' needs %2 of %3").arg(text).arg(words.width()).arg(room)));
    }
}

void checkDock(const QDockWidget &dock, QStringList &faults)
{
    const int wanted = dock.fontMetrics().horizontalAdvance(dock.windowTitle());
    if (!dock.titleBarWidget() && wanted > dock.width())
        faults.append(cut(dock, QStringLiteral("title '%1'").arg(dock.windowTitle())));
}

/// What its own layout says it cannot do without.
void checkLeast(const QWidget &widget, QStringList &faults)
{
    const QSize least = widget.minimumSizeHint();
    if (widget.layout() || !least.isValid() || isInScrollArea(widget))
        return;
    if (least.width() > widget.width() + Rounding || least.height() > widget.height() + Rounding)
        faults.append(cut(widget, QStringLiteral("at the least ") + needs(least)));
}

/// Something on top, or the edge of the window.
void checkCovered(const QWidget &widget, QStringList &faults)
{
    const QRect seen = widget.visibleRegion().boundingRect();
    if (!isInScrollArea(widget) && seen != widget.rect())
        faults.append(cut(widget, QStringLiteral("only %1 x %2 of it are seen").arg(seen.width()).arg(seen.height())));
}

void checkWords(const QWidget &widget, QStringList &faults)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        checkLabel(*label, faults);
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        checkButton(*button, faults);
    else if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        checkCombo(*combo, faults);
    else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        checkTabs(*tabs, faults);
    else if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        checkHeader(*header, faults);
    else if (const auto *dock = qobject_cast<const QDockWidget *>(&widget))
        checkDock(*dock, faults);
}

} // namespace

QStringList clippedTexts(QWidget &root)
{
    QStringList faults;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->window() != &root || !widget->isVisible() || widget->inherits("QDockWidgetTitleButton")
            || widget->inherits("QToolBarExtension") || qobject_cast<const QTabBar *>(widget->parentWidget())
            || widget->inherits("QMenuBarExtension"))
            continue;
        checkWords(*widget, faults);
        checkLeast(*widget, faults);
        if (qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget))
            checkCovered(*widget, faults);
    }
    return faults;
}

} // namespace foghorn
