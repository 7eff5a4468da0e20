#pragma once

#include <QObject>

namespace foghorn {

/// Qt shows a tool tip that looks like HTML as HTML, and names and messages of services end up in tool tips. As an
/// event filter of the application this shows all of them as the plain text that they are.
class PlainToolTips final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlainToolTips)
public:
    explicit PlainToolTips(QObject *parent);
    ~PlainToolTips() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foghorn
