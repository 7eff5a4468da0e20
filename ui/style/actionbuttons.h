#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QVBoxLayout;

namespace foghorn {

/// Actions as buttons below each other, in the middle and all as wide: what a page offers that has nothing to show.
class ActionButtons final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionButtons)
public:
    explicit ActionButtons(QWidget *parent = nullptr);
    ~ActionButtons() override;

    /// In the place of those there were. They must outlive it.
    void setActions(const QList<QAction *> &actions);

private:
    QVBoxLayout *m_column;
};

} // namespace foghorn
