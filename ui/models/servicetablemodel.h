#pragma once

#include "ui/models/servicerow.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <vector>

namespace foghorn {

/// The registry as a table, one row a service in the registry's order. Changes are collected and applied ten times a
/// second (once a second while nobody looks), as the smallest runs of rows; the model is never reset.
class ServiceTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceTableModel)
public:
    enum Column { Status, Name, Checks, Response, Layer, Restarts, Since, Why, ColumnCount };
    enum Role {
        RawRole = Qt::UserRole + 1, ///< the column's value as a number or text; invalid when there is none
        IdRole, ///< ServiceId
        LookRole, ///< StateLook
        MarksRole, ///< CheckMarks
    };

    /// Reads `registry`, which must outlive the model.
    explicit ServiceTableModel(const ServiceRegistry &registry, QObject *parent = nullptr);
    ~ServiceTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const ServiceRow &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1 when there is none.
    int rowOfService(const ServiceId &service) const;
    const std::vector<ServiceRow> &rows() const { return m_rows; }

    /// Nobody looks: once a second is enough.
    void setHidden(bool hidden);

Q_SIGNALS:
    /// After all changes of one turn were applied; rows that changed, ascending. Ages alone do not count.
    void refreshed(const QList<int> &rows);

public Q_SLOTS:
    /// Applies what was collected now.
    void flush();

private:
    void onOutlineChanged();
    void markDirty(const ServiceId &service);
    void onAgeTimer();
    void removeGone(const QSet<ServiceId> &wanted);
    void insertMissing(const QList<ServiceId> &order);
    void rebuildIndex();
    void emitChanged(const QList<int> &rows);
    void updateAgeTimer();
    QVariant display(const ServiceRow &row, int column) const;
    QVariant raw(const ServiceRow &row, int column) const;

    const ServiceRegistry &m_registry;
    std::vector<ServiceRow> m_rows;
    QHash<ServiceId, int> m_index;
    QSet<ServiceId> m_dirty;
    QTimer m_applyTimer; ///< single shot, from the first change on
    QTimer m_ageTimer; ///< one for all ages: every 10 s, every second while something starts or stops or is young
    WallTime m_now{}; ///< the time that ages are shown for
};

} // namespace foghorn
