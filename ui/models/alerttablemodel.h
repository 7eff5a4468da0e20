#pragma once

#include "ui/models/servicetablemodel.h"

#include "core/model/alert.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <vector>

namespace foghorn {

class AlertBoard;

/// A row of the Alerts page: an alert, or below it a service that is in trouble because of it.
struct AlertRow
{
    Alert alert;
    ServiceId affected; ///< empty: the alert itself
    bool isOpen = false; ///< what it affects is shown below

    bool isRoot() const { return affected.isEmpty(); }
    /// The one that the row is about.
    const ServiceId &service() const { return isRoot() ? alert.service : affected; }
    bool isSameAs(const AlertRow &other) const { return alert.id == other.alert.id && affected == other.affected; }
    bool operator==(const AlertRow &) const = default;
};

/// The board as a table: critical ones first, then the newest; what an alert affects folds under it. Never reset.
class AlertTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertTableModel)
public:
    enum Column { Severity, Since, Service, What, Why, Count, State, ColumnCount };
    /// So that chips are painted by the same delegate.
    static constexpr int LookRole = ServiceTableModel::LookRole;

    /// Both must outlive it.
    AlertTableModel(const AlertBoard &board, const ServiceTableModel &services, QObject *parent = nullptr);
    ~AlertTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const AlertRow &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Shows what the alert of this row affects, or hides it.
    void setOpen(int row, bool open);
    /// Those that are over as well.
    void setResolvedShown(bool shown);
    bool isResolvedShown() const { return m_isResolvedShown; }
    /// "critical, since 14:02, onion: no answer in 5 s, affects p2p, new"
    QString spokenRow(int row) const;
    /// "Last one: p2p, yesterday 18:20 – lasted 2 min."; empty when there was none.
    QString lastResolved() const;

Q_SIGNALS:
    /// After all changes of one turn were applied.
    void refreshed();

public Q_SLOTS:
    void refresh();

private:
    std::vector<AlertRow> wantedRows() const;
    void apply(const std::vector<AlertRow> &wanted);
    QString text(const AlertRow &row, int column) const;
    QString stateOf(const Alert &alert) const;
    StateLook lookOf(const AlertRow &row) const;

    const AlertBoard &m_board;
    const ServiceTableModel &m_services;
    std::vector<AlertRow> m_rows;
    QSet<qint64> m_open;
    QTimer m_applyTimer; ///< single shot, from the first change on
    QTimer m_ageTimer;
    bool m_isResolvedShown = false;
};

} // namespace foghorn
