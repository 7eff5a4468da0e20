#include "ui/mainwindow/connectionstrip.h"

#include <QAction>
#include <QPainter>

namespace foghorn {

ConnectionStrip::ConnectionStrip(QWidget *parent)
    : QToolBar(parent)
{
    setObjectName(QStringLiteral("connection strip"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    toggleViewAction()->setVisible(false); // the colour is no matter of taste
    setTint(ConnectionTint::None, {});
}

ConnectionStrip::~ConnectionStrip() = default;

void ConnectionStrip::setTint(ConnectionTint tint, const QString &name)
{
    m_tint = tint;
    setVisible(tint != ConnectionTint::None);
    const QString words = tint == ConnectionTint::None
        ? QString()
        : tr("%1: %2", "connection, colour").arg(name, ConnectionTints::name(tint));
    setWindowTitle(words.isEmpty() ? tr("Colour of the connection") : words);
    setAccessibleName(windowTitle());
    setToolTip(words);
    update();
}

QSize ConnectionStrip::sizeHint() const { return {0, fontMetrics().height() / 4 + 1}; }

void ConnectionStrip::paintEvent(QPaintEvent *)
{
    if (const QColor color = ConnectionTints::color(m_tint, palette()); color.isValid())
        QPainter(this).fillRect(rect(), color);
}

} // namespace foghorn
