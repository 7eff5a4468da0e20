#include "ui/style/actionbuttons.h"

#include <QAction>
#include <QToolButton>
#include <QVBoxLayout>

namespace foghorn {

ActionButtons::ActionButtons(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(fontMetrics().height() / 2);
}

ActionButtons::~ActionButtons() = default;

void ActionButtons::setActions(const QList<QAction *> &actions)
{
    const QList<QToolButton *> before = findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(before);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::TabFocus);
        // Styles leave long words no room at the sides.
        button->setMinimumSize(
            fontMetrics().horizontalAdvance(button->text()) + fontMetrics().height() * 2, fontMetrics().height() * 2);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_column->addWidget(button);
    }
}

} // namespace foghorn
