#pragma once

#include "ui/models/operationlines.h"

#include <QFrame>
#include <QHash>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace foghorn {

class FailureRow;
class GlyphLabel;
class OperationModel;
class StepFlow;

/// One operation: a line with title and bar, and below it how far it is with whom.
class OperationCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationCard)
public:
    /// Shows what `model` has under this number.
    OperationCard(const OperationModel &model, int operation, QWidget *parent = nullptr);
    ~OperationCard() override;

    void refresh();
    /// One line, or all of it.
    bool isOpen() const { return m_isOpen; }
    QString text() const;

Q_SIGNALS:
    void logWanted(const foghorn::ServiceId &service);
    void retryWanted(int operation, const foghorn::ServiceId &service);
    void skipWanted(int operation, const foghorn::ServiceId &service);
    void forceStopWanted(const foghorn::ServiceId &service);
    void stopWaitingWanted(int operation);
    void closeWanted(int operation);
    void heightChanged();

private:
    QWidget *buildHeader();
    void setOpen(bool open);
    void showHeader(const Operation &operation);
    void showLines(const Operation &operation);
    void arrange();
    FailureRow *failureRow(const ServiceId &service);

    const OperationModel &m_model;
    const int m_operation;
    GlyphLabel *m_glyph = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_progress = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_stopWaiting = nullptr;
    QToolButton *m_steps = nullptr; ///< opens and folds
    QToolButton *m_close = nullptr;
    QWidget *m_body = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<OperationLine> m_lines;
    QList<QLabel *> m_layerLabels; ///< of each line, and some more that are hidden
    QList<StepFlow *> m_flows; ///< likewise
    QHash<ServiceId, FailureRow *> m_failures; ///< and of those that are stuck
    bool m_isOpen = true;
    bool m_wasFolded = false; ///< it folded by itself once; from then on it is the person's
};

} // namespace foghorn
