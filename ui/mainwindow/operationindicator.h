#pragma once

#include <QAbstractButton>

namespace foghorn {

class OperationModel;

/// "1 operation running" with a bar, in the status bar. Hidden while there is nothing to say.
class OperationIndicator final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationIndicator)
public:
    /// `model` must outlive it.
    explicit OperationIndicator(const OperationModel &model, QWidget *parent = nullptr);
    ~OperationIndicator() override;

    /// Of what is under way, from 0 to 1.
    double share() const { return m_share; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const OperationModel &m_model;
    double m_share = 0;
};

} // namespace foghorn
