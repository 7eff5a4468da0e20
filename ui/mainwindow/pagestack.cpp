#include "ui/mainwindow/pagestack.h"

#include "ui/mainwindow/pagedelegate.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace foghorn {

namespace {

/// What has too little room is scrolled: nothing of it is cut, and the window may be smaller than its largest page.
QScrollArea *scrolled()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    return scroll;
}

} // namespace

PageStack::PageStack(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_column(new QWidget)
    , m_over(new QStackedWidget)
    , m_pages(new QStackedWidget)
{
    m_list->setAccessibleName(tr("Views"));
    m_list->setItemDelegate(new PageDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setIconSize(QSize(1, 1) * (fontMetrics().height() * 1.25));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // as wide as the widest of the column
    m_column->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 0, Qt::AlignTop);
    column->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_column);
    row->addWidget(m_over, 1);
    m_over->addWidget(m_pages);
    connect(m_list, &QListWidget::currentRowChanged, this, &PageStack::onRowChanged);
    connect(m_list, &QListWidget::itemClicked, this, [this] { m_over->setCurrentWidget(m_pages); });
    connect(m_pages, &QStackedWidget::currentChanged, this, &PageStack::currentChanged);
}

PageStack::~PageStack() = default;

QAction *PageStack::addPage(const Entry &entry)
{
    QScrollArea *scroll = scrolled();
    scroll->setWidget(entry.page);
    const int index = m_pages->addWidget(scroll);
    m_focus.append(entry.focus);
    QString plain = entry.text;
    plain.remove(u'&');
    const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index));
    m_names.append(plain);
    //: %1 is the name of a page, such as Services
    scroll->setAccessibleName(tr("Page %1").arg(plain));
    auto *item = new QListWidgetItem(actionIcon(entry.symbol), plain, m_list);
    //: %1 is what the page shows, %2 the keys that lead to it
    item->setToolTip(tr("%1 (%2)").arg(entry.tip, key.toString(QKeySequence::NativeText)));
    item->setData(Qt::AccessibleTextRole, plain);
    m_counts.append(0);
    showNames();
    if (index == 0)
        m_list->setCurrentRow(0);

    auto *action = new QAction(actionIcon(entry.symbol), entry.text, this);
    action->setShortcut(key);
    action->setStatusTip(entry.tip);
    connect(action, &QAction::triggered, this, [this, index] { showPage(index); });
    return action;
}

void PageStack::onRowChanged(int index)
{
    m_over->setCurrentWidget(m_pages);
    m_pages->setCurrentIndex(index);
}

void PageStack::raisePage(int index)
{
    m_over->setCurrentWidget(m_pages);
    m_list->setCurrentRow(index);
}

void PageStack::showPage(int index)
{
    raisePage(index);
    if (QWidget *focus = m_focus.value(index))
        focus->setFocus(Qt::ShortcutFocusReason);
}

void PageStack::setCount(int index, int count)
{
    m_counts[index] = count;
    m_list->item(index)->setData(Qt::AccessibleTextRole,
        count > 0 ? tr("%1, %Ln waiting", nullptr, count).arg(m_names.at(index)) : m_names.at(index));
    showNames();
}

void PageStack::showNames()
{
    const int line = fontMetrics().height();
    int widest = 0;
    int height = 0;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const QString count = m_counts.at(i) > 0 ? QLocale().toString(m_counts.at(i)) : QString();
        const QString name =
            m_isCompact ? count : m_names.at(i) + (count.isEmpty() ? count : QStringLiteral("   ") + count);
        item->setText(name);
        QFont bold = m_list->font();
        bold.setBold(!count.isEmpty());
        item->setFont(bold);
        item->setSizeHint({0, line * 9 / 4});
        widest = std::max(widest, QFontMetrics(bold).horizontalAdvance(name) + line * 7 / 2);
        height += line * 9 / 4;
    }
    m_list->setMinimumWidth(widest);
    m_list->setFixedHeight(height + line / 2);
}

void PageStack::setBelowList(QWidget *widget)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    scroll->setAccessibleName(tr("Below the list of pages"));
    scroll->viewport()->setAutoFillBackground(false);
    widget->setAutoFillBackground(false);
    scroll->setWidget(widget);
    widget->installEventFilter(this);
    auto *column = qobject_cast<QVBoxLayout *>(m_column->layout());
    std::default_delete<QLayoutItem>()(column->takeAt(1)); // the room that it takes now
    column->addWidget(scroll, 1);
    m_below = scroll;
    widenBelow(*widget);
}

bool PageStack::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && watched->isWidgetType())
        widenBelow(*static_cast<QWidget *>(watched));
    return QWidget::eventFilter(watched, event);
}

/// Nothing of it is scrolled sideways; it grows as its numbers do.
void PageStack::widenBelow(const QWidget &widget)
{
    const int bar = m_below->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_below->setMinimumWidth(std::max(m_below->minimumWidth(), widget.sizeHint().width() + bar));
}

void PageStack::setCompact(bool compact)
{
    if (m_isCompact == compact)
        return;
    m_isCompact = compact;
    if (m_below)
        m_below->setVisible(!compact);
    showNames();
}

void PageStack::addDetails(QWidget *details)
{
    if (!m_details) {
        m_details = scrolled();
        m_details->setAccessibleName(tr("Details"));
        m_over->addWidget(m_details);
    }
    m_details->setWidget(details);
}

void PageStack::showDetails()
{
    if (m_details)
        m_over->setCurrentWidget(m_details);
}

QWidget *PageStack::takeDetails()
{
    leaveDetails();
    return m_details ? m_details->takeWidget() : nullptr;
}

bool PageStack::isShowingDetails() const { return m_over->currentWidget() != m_pages; }

void PageStack::leaveDetails()
{
    if (!isShowingDetails())
        return;
    m_over->setCurrentWidget(m_pages);
    if (QWidget *focus = currentFocus())
        focus->setFocus(Qt::OtherFocusReason);
}

int PageStack::current() const { return m_pages->currentIndex(); }

int PageStack::count() const { return m_pages->count(); }

QWidget &PageStack::navigation() const { return *m_column; }

QWidget &PageStack::pageArea() const { return *m_over; }

} // namespace foghorn
