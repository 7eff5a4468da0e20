#include "ui/mainwindow/focusareas.h"

#include "ui/mainwindow/pagestack.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace foghorn {

namespace {

bool takesTab(const QWidget &widget)
{
    return widget.isEnabled() && widget.isVisible() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

} // namespace

FocusAreas::FocusAreas(QMainWindow &window, PageStack &pages)
    : QObject(&window)
    , m_window(window)
    , m_pages(pages)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { onFocusChanged(now); });
}

FocusAreas::~FocusAreas() = default;

QList<QWidget *> FocusAreas::areas() const
{
    QList<QWidget *> all{&m_pages.navigation(), &m_pages.pageArea()};
    QList<QWidget *> bottom;
    const QList<QDockWidget *> docks = m_window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        // A tab that another one covers has no visible contents.
        if (!dock->isVisible() || dock->visibleRegion().isEmpty())
            continue;
        if (m_window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
            bottom.append(dock);
        else
            all.append(dock);
    }
    all += bottom;
    all.removeIf([](const QWidget *area) { return !area->isVisible() || !area->isEnabled(); });
    return all;
}

void FocusAreas::onFocusChanged(QWidget *now)
{
    if (!now)
        return;
    const QList<QWidget *> all = areas();
    for (const QWidget *area : all) {
        if (area == now || area->isAncestorOf(now))
            m_last.insert(area, now);
    }
}

QWidget *FocusAreas::focusIn(QWidget &area) const
{
    if (QWidget *last = m_last.value(&area); last && takesTab(*last) && (last == &area || area.isAncestorOf(last)))
        return last;
    if (&area == &m_pages.pageArea() && m_pages.currentFocus())
        return m_pages.currentFocus();
    if (takesTab(area))
        return &area;
    // In the order of Tab, not of birth.
    for (QWidget *next = area.nextInFocusChain(); next && next != &area; next = next->nextInFocusChain()) {
        if (area.isAncestorOf(next) && takesTab(*next))
            return next;
    }
    return nullptr;
}

void FocusAreas::go(int step)
{
    const QList<QWidget *> all = areas();
    if (all.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    const auto here = std::find_if(all.cbegin(), all.cend(),
        [focus](const QWidget *area) { return focus && (area == focus || area->isAncestorOf(focus)); });
    const auto count = static_cast<int>(all.size());
    int index = here == all.cend() ? (step > 0 ? -1 : count) : static_cast<int>(here - all.cbegin());
    for (int tries = 0; tries < count; ++tries) {
        index = (index + step + count) % count;
        if (QWidget *target = focusIn(*all.at(index))) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void FocusAreas::goToNext() { go(1); }

void FocusAreas::goToPrevious() { go(-1); }

} // namespace foghorn
