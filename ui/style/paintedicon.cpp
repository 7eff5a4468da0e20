#include "ui/style/paintedicon.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

namespace foghorn {

namespace {

class PaintedIconEngine final : public QIconEngine
{
public:
    explicit PaintedIconEngine(IconPainter paint)
        : m_paint(std::move(paint))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        m_paint(*painter, QRectF(rect), mode);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        m_paint(painter, QRectF(QPointF(0, 0), QSizeF(size)), mode);
        return pixmap;
    }

    QIconEngine *clone() const override { return new PaintedIconEngine(m_paint); }

private:
    IconPainter m_paint;
};

} // namespace

QIcon paintedIcon(IconPainter paint) { return QIcon(new PaintedIconEngine(std::move(paint))); }

} // namespace foghorn
