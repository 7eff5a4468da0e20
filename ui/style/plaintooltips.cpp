#include "ui/style/plaintooltips.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace foghorn {

namespace {

/// Of the cell under the pointer, or of the widget itself.
QString toolTipAt(const QWidget &widget, const QPoint &pos)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (view && view->viewport() == &widget)
        return view->indexAt(pos).data(Qt::ToolTipRole).toString();
    return widget.toolTip();
}

} // namespace

PlainToolTips::PlainToolTips(QObject *parent)
    : QObject(parent)
{
}

PlainToolTips::~PlainToolTips() = default;

bool PlainToolTips::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = event->type() == QEvent::ToolTip ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget)
        return QObject::eventFilter(watched, event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    const QString text = toolTipAt(*widget, help.pos());
    if (!Qt::mightBeRichText(text))
        return QObject::eventFilter(watched, event);
    QToolTip::showText(help.globalPos(), QLatin1String("<qt>") + text.toHtmlEscaped() + QLatin1String("</qt>"), widget);
    return true;
}

} // namespace foghorn
