#pragma once

#include "ui/access/listaccess.h"
#include "ui/charts/chartcsv.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace foghorn {

/// The charted values, the newest first, one row a point and service.
class ValueModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueModel)
public:
    enum Column { Time, Service, Average, P95, Checks, Failed, ColumnCount };

    explicit ValueModel(QObject *parent = nullptr);
    ~ValueModel() override;

    void setValues(const QList<ServicePoints> &values, const TimeWindow &window);
    /// A row as a sentence.
    QString sentence(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        ServiceId service;
        ResponsePoint point;

        bool operator==(const Row &) const = default;
    };

    QString text(const Row &row, int column) const;

    std::vector<Row> m_rows;
    TimeWindow m_window;
};

/// The twin of the charts for those who rather read, by eye or by ear.
class ValueTable final : public QTableView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueTable)
public:
    explicit ValueTable(QWidget *parent = nullptr);
    ~ValueTable() override;

    void setValues(const QList<ServicePoints> &values, const TimeWindow &window);

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    ValueModel *m_values;
};

} // namespace foghorn
