#include "ui/mainwindow/pagestack.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace foghorn {

PageStack::PageStack(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_pages(new QStackedWidget)
{
    m_list->setAccessibleName(tr("Views"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setIconSize(QSize(1, 1) * (fontMetrics().height() * 1.25));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_pages, &QStackedWidget::currentChanged, this, &PageStack::currentChanged);
}

PageStack::~PageStack() = default;

QAction *PageStack::addPage(const Entry &entry)
{
    const int index = m_pages->addWidget(entry.page);
    m_focus.append(entry.focus);
    QString plain = entry.text;
    plain.remove(u'&');
    const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index));
    m_names.append(plain);
    auto *item = new QListWidgetItem(actionIcon(entry.symbol), plain, m_list);
    //: %1 is what the page shows, %2 the keys that lead to it
    item->setToolTip(tr("%1 (%2)").arg(entry.tip, key.toString(QKeySequence::NativeText)));
    item->setSizeHint({0, fontMetrics().height() * 9 / 4});
    m_list->setFixedWidth(std::max(m_list->maximumWidth() == QWIDGETSIZE_MAX ? 0 : m_list->maximumWidth(),
        fontMetrics().horizontalAdvance(plain) + fontMetrics().height() * 4));
    if (index == 0)
        m_list->setCurrentRow(0);

    auto *action = new QAction(entry.text, this);
    action->setShortcut(key);
    action->setStatusTip(entry.tip);
    connect(action, &QAction::triggered, this, [this, index] { showPage(index); });
    return action;
}

void PageStack::showPage(int index)
{
    m_list->setCurrentRow(index);
    if (QWidget *focus = m_focus.value(index))
        focus->setFocus(Qt::ShortcutFocusReason);
}

void PageStack::setCount(int index, int count)
{
    QListWidgetItem *item = m_list->item(index);
    item->setText(
        count > 0 ? QStringLiteral("%1   %2").arg(m_names.at(index), QLocale().toString(count)) : m_names.at(index));
    QFont font = m_list->font();
    font.setBold(count > 0);
    item->setFont(font);
    m_list->setFixedWidth(std::max(
        m_list->maximumWidth(), QFontMetrics(font).horizontalAdvance(item->text()) + fontMetrics().height() * 7 / 2));
    item->setData(Qt::AccessibleTextRole,
        count > 0 ? tr("%1, %n waiting", nullptr, count).arg(m_names.at(index)) : m_names.at(index));
}

int PageStack::current() const { return m_pages->currentIndex(); }

} // namespace foghorn
