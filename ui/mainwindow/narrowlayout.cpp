#include "ui/mainwindow/narrowlayout.h"

#include "ui/mainwindow/pagestack.h"
#include "ui/panels/detailpanel.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QShortcut>

namespace foghorn {

namespace {

constexpr int NarrowLines = 53; ///< times the font's height: 900 pixels at 100 %

} // namespace

NarrowLayout::NarrowLayout(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    m_parts.window.installEventFilter(this);
    auto *back = new QShortcut(Qt::Key_Escape, &m_parts.details);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, [this] { m_parts.pages.leaveDetails(); });
    update();
}

NarrowLayout::~NarrowLayout() = default;

bool NarrowLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        update();
    return QObject::eventFilter(watched, event);
}

void NarrowLayout::update() { setNarrow(m_parts.window.width() < m_parts.window.fontMetrics().height() * NarrowLines); }

void NarrowLayout::setNarrow(bool narrow)
{
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    m_parts.pages.setCompact(narrow);
    m_parts.dock.toggleViewAction()->setEnabled(!narrow);
    if (narrow) {
        m_wasDocked = !m_parts.dock.isHidden();
        m_parts.dock.hide();
        m_parts.pages.addDetails(&m_parts.details);
    } else {
        m_parts.dock.setWidget(m_parts.pages.takeDetails());
        m_parts.details.show();
        m_parts.dock.setVisible(m_wasDocked);
    }
}

void NarrowLayout::showDetails()
{
    if (m_isNarrow) {
        m_parts.pages.showDetails();
        m_parts.details.focusFirst();
        return;
    }
    m_parts.dock.show();
    m_parts.dock.raise();
}

} // namespace foghorn
