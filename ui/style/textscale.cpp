#include "ui/style/textscale.h"

#include "ui/style/flowlayout.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QToolBar>
#include <QWidget>

namespace foghorn {

namespace {

int scaled(int length, double factor)
{
    return length <= 0 || length >= QWIDGETSIZE_MAX ? length : std::max(1, qRound(length * factor));
}

QSize scaled(QSize size, double factor) { return {scaled(size.width(), factor), scaled(size.height(), factor)}; }

void scaleFont(QWidget &widget, double factor)
{
    QFont font = widget.font();
    if (!widget.testAttribute(Qt::WA_SetFont) || (font.resolveMask() & QFont::SizeResolved) == 0)
        return;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    widget.setFont(font);
}

void scaleLimits(QWidget &widget, double factor)
{
    if (widget.isWindow())
        return; // its layout works them out
    widget.setMinimumSize(scaled(widget.minimumSize(), factor));
    widget.setMaximumSize(scaled(widget.maximumSize(), factor));
}

void scaleLayout(QLayout &layout, double factor)
{
    const QMargins margins = layout.contentsMargins();
    layout.setContentsMargins(scaled(margins.left(), factor), scaled(margins.top(), factor),
        scaled(margins.right(), factor), scaled(margins.bottom(), factor));
    if (auto *box = qobject_cast<QBoxLayout *>(&layout)) {
        box->setSpacing(scaled(box->spacing(), factor));
    } else if (auto *grid = qobject_cast<QGridLayout *>(&layout)) {
        grid->setHorizontalSpacing(scaled(grid->horizontalSpacing(), factor));
        grid->setVerticalSpacing(scaled(grid->verticalSpacing(), factor));
    } else if (auto *form = qobject_cast<QFormLayout *>(&layout)) {
        form->setHorizontalSpacing(scaled(form->horizontalSpacing(), factor));
        form->setVerticalSpacing(scaled(form->verticalSpacing(), factor));
    }
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (QSpacerItem *spacer = item->spacerItem()) {
            const QSize size = scaled(spacer->sizeHint(), factor);
            spacer->changeSize(size.width(), size.height(), spacer->sizePolicy().horizontalPolicy(),
                spacer->sizePolicy().verticalPolicy());
        } else if (QLayout *inner = item->layout()) {
            scaleLayout(*inner, factor);
        }
    }
    layout.invalidate();
}

/// Our own; those that Qt makes inside its widgets have other types.
bool isOurs(const QLayout &layout)
{
    return qobject_cast<const QBoxLayout *>(&layout) || qobject_cast<const QGridLayout *>(&layout)
        || qobject_cast<const QFormLayout *>(&layout) || qobject_cast<const FlowLayout *>(&layout);
}

void scaleHeader(QHeaderView &header, double factor)
{
    header.setMinimumSectionSize(scaled(header.minimumSectionSize(), factor));
    if (header.orientation() == Qt::Vertical) {
        header.setDefaultSectionSize(scaled(header.defaultSectionSize(), factor));
        return;
    }
    for (int section = 0; section < header.count(); ++section) {
        if (!header.isSectionHidden(section))
            header.resizeSection(section, scaled(header.sectionSize(section), factor));
    }
}

} // namespace

void scaleSizes(QWidget &widget, double factor)
{
    scaleFont(widget, factor);
    scaleLimits(widget, factor);
    if (QLayout *layout = widget.layout(); layout && isOurs(*layout))
        scaleLayout(*layout, factor);
    if (auto *header = qobject_cast<QHeaderView *>(&widget))
        scaleHeader(*header, factor);
    else if (auto *view = qobject_cast<QAbstractItemView *>(&widget); view && view->iconSize().isValid())
        view->setIconSize(scaled(view->iconSize(), factor));
    else if (auto *bar = qobject_cast<QToolBar *>(&widget))
        bar->setIconSize(scaled(bar->iconSize(), factor));
    if (auto *list = qobject_cast<QListWidget *>(&widget)) {
        for (int row = 0; row < list->count(); ++row) {
            QListWidgetItem *item = list->item(row);
            if (item->sizeHint().isValid())
                item->setSizeHint(scaled(item->sizeHint(), factor));
        }
    }
}

} // namespace foghorn
