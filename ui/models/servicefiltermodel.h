#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace foghorn {

class ServiceTableModel;
struct ServiceRow;

/// Sorts and filters the services. Status sorts the worst first, then by who is in that state for longest, then by
/// name. It does not sort by itself (nothing shall move under a pointer): ask needsSorting(), then sortNow().
class ServiceFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceFilterModel)
public:
    explicit ServiceFilterModel(ServiceTableModel &model, QObject *parent = nullptr);
    ~ServiceFilterModel() override;

    /// Shows the services that contain every word of `text` in name, type, description, label, state or reason.
    void setFilterText(const QString &text);
    const QString &filterText() const { return m_text; }

    bool needsSorting() const;
    void sortNow();

    const ServiceRow &serviceRow(int proxyRow) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    int compare(const ServiceRow &left, const ServiceRow &right) const;

    ServiceTableModel &m_model;
    QCollator m_collator;
    QString m_text;
    QStringList m_words;
};

} // namespace foghorn
