#pragma once

#include "ui/models/servicerow.h"

#include <QAbstractListModel>

#include <vector>

namespace foghorn {

/// The last checks of one service as lines of text with a glyph, the newest first.
class CheckListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckListModel)
public:
    explicit CheckListModel(QObject *parent = nullptr);
    ~CheckListModel() override;

    /// Oldest first. Returns how many of them are new at the newer end; all of them when it is another service's.
    qsizetype setChecks(const RingBuffer<CheckResult> &checks);
    /// By row: 0 is the newest.
    const CheckResult &check(int row) const { return m_checks[static_cast<std::size_t>(row)]; }
    /// "14:02:10, unhealthy, timeout after 5.0 s, check 98 of 100".
    QString readOut(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<CheckResult> m_checks; ///< newest first
};

} // namespace foghorn
