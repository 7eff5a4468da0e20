#pragma once

#include "core/base/serviceid.h"

#include <QHash>
#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace foghorn {

class OperationCard;
class OperationModel;

/// What was asked of services, newest first: how far it has come, and what came of it.
class OperationPanel final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationPanel)
public:
    /// `model` must outlive it.
    explicit OperationPanel(OperationModel &model, QWidget *parent = nullptr);
    ~OperationPanel() override;

    OperationCard *card(int operation) const { return m_cards.value(operation); }
    /// What it takes to show all cards in so much width.
    int wantedHeight() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void logWanted(const foghorn::ServiceId &service);
    void retryWanted(int operation, const foghorn::ServiceId &service);
    void forceStopWanted(const foghorn::ServiceId &service);
    void stopWaitingWanted(int operation);
    void wantedHeightChanged();

private:
    void refresh();
    void addCard(int operation);

    OperationModel &m_model;
    QWidget *m_column = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QLabel *m_nothing = nullptr;
    QHash<int, OperationCard *> m_cards;
};

} // namespace foghorn
