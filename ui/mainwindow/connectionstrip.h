#pragma once

#include "ui/style/connectiontint.h"

#include <QToolBar>

namespace foghorn {

/// The colour of the connection, right under the menu bar, over the whole width. Hidden when it has none.
class ConnectionStrip final : public QToolBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionStrip)
public:
    explicit ConnectionStrip(QWidget *parent = nullptr);
    ~ConnectionStrip() override;

    /// `name`: what the colour stands for, for those who do not see it.
    void setTint(ConnectionTint tint, const QString &name);
    ConnectionTint tint() const { return m_tint; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionTint m_tint = ConnectionTint::None;
};

} // namespace foghorn
