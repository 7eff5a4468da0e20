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
    enum Column {
        Status,
        Name,
        Checks,
        Uptime,
        Response,
        Layer,
        Needs,
        NeededBy,
        Restarts,
        Since,
        Why,
        LastError,
        Cpu,
        Memory,
        Pid,
        LastCheck,
        NextCheck,
        Tags,
        ColumnCount
    };
    enum class UptimeWindow { Hour, Day, Week };
    enum class ResponseKind { Last, Mean, P95 };
    Q_ENUM(Column) // their names are kept in settings
    enum Role {
        RawRole = Qt::UserRole + 1, ///< the column's value as a number or text; invalid when there is none
        IdRole, ///< ServiceId
        LookRole, ///< StateLook
        MarksRole, ///< CheckMarks
        SecondLineRole, ///< what there is room for below the name: "Layer 3 · edge"
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

    /// What a column is sorted by. What is not known goes last, whichever way it is sorted.
    struct SortValue
    {
        bool isKnown = false;
        double number = 0;
        QString text; ///< where there is no number to it
    };
    SortValue sortValue(int row, int column) const;
    static bool isNumber(int column);
    /// Never translated, for settings and files: "uptime".
    static QString columnKey(int column);
    /// One sentence about what the column shows.
    QString columnTip(int column) const;
    /// A row's value as an exact, untranslated one for files: RFC 3339 times, numbers with a point; empty: not known.
    QString exportValue(int row, int column) const;

    UptimeWindow uptimeWindow() const { return m_uptimeWindow; }
    void setUptimeWindow(UptimeWindow window);
    ResponseKind responseKind() const { return m_responseKind; }
    void setResponseKind(ResponseKind kind);
    /// Share of the time meant to be up, in percent.
    std::optional<double> uptime(const ServiceId &service, UptimeWindow window) const;

    /// Whose probes somebody has asked just now; shown at once.
    void setChecking(const QSet<ServiceId> &services);

    /// Nothing is heard of the services: all rows show how they were; shown at once.
    void setRemembered(bool remembered);

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
    ServiceRow freshRow(const RegistryEntry &entry) const;
    void onAgeTimer();
    void removeGone(const QSet<ServiceId> &wanted);
    void insertMissing(const QList<ServiceId> &order);
    void rebuildIndex();
    void emitChanged(const QList<int> &rows);
    void emitDependents(const QList<int> &rows);
    void onUseRecorded();
    void updateAgeTimer();
    QString display(const ServiceRow &row, int column) const;
    QString spoken(const ServiceRow &row, int column) const;
    SortValue sortValueOf(const ServiceRow &row, int column) const;
    QString titleOf(int column) const;
    static QString secondLine(const ServiceRow &row);
    std::optional<std::chrono::microseconds> responseOf(const ServiceRow &row) const;
    std::optional<WallTime> nextCheckOf(const ServiceRow &row) const;
    int satisfiedNeeds(const ServiceRow &row) const;

    const ServiceRegistry &m_registry;
    std::vector<ServiceRow> m_rows;
    QHash<ServiceId, int> m_index;
    QSet<ServiceId> m_dirty;
    QSet<ServiceId> m_checking;
    QTimer m_applyTimer; ///< single shot, from the first change on
    QTimer m_ageTimer; ///< one for all ages: every 10 s, every second while something starts or stops or is young
    WallTime m_now{}; ///< the time that ages are shown for
    UptimeWindow m_uptimeWindow = UptimeWindow::Day;
    ResponseKind m_responseKind = ResponseKind::Last;
    bool m_isRemembered = false;
};

} // namespace foghorn
