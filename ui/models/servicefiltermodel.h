#pragma once

#include "ui/models/servicefilter.h"

#include <QCollator>
#include <QSet>
#include <QSortFilterProxyModel>

#include <vector>

namespace foghorn {

class ServiceTableModel;

/// Sorts and filters the services. Status sorts the worst first, then by who is in that state for longest, then by
/// name. It does not sort by itself (nothing shall move under a pointer): ask needsSorting(), then sortNow(). While it
/// is held, no row comes or goes either because of what happens to a service.
class ServiceFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceFilterModel)
public:
    explicit ServiceFilterModel(ServiceTableModel &model, QObject *parent = nullptr);
    ~ServiceFilterModel() override;

    /// See ServiceFilter.
    void setFilterText(const QString &text);
    const QString &filterText() const { return m_text; }
    const ServiceFilter &filter() const { return m_filter; }

    void setHeld(bool held);
    bool isHeld() const { return m_isHeld; }
    /// Whether rows stand elsewhere than they would after sortNow(), or are held though they would go or come.
    bool needsSorting() const;
    /// Also ends being held.
    void sortNow();
    /// Whether what it is sorted by changes with every check, so that rows would never rest.
    bool isRestless() const;

    const ServiceRow &serviceRow(int proxyRow) const;
    /// Of the model below.
    int sourceRow(int proxyRow) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct SortKey
    {
        bool isKnown = false;
        double number = 0;
        double since = 0; ///< second, when sorted by status
        int name = 0; ///< place among all names: last, and first when sorted by name
        QString text;
    };

    void prepareKeys() const;
    void prepareNames() const;
    int compare(int left, int right) const;

    ServiceTableModel &m_model;
    QCollator m_collator;
    QString m_text;
    ServiceFilter m_filter;
    bool m_isHeld = false;
    QSet<ServiceId> m_heldRows; ///< what is shown while it is held
    mutable std::vector<int> m_names; ///< by source row; empty: to be found out
    mutable std::vector<SortKey> m_keys; ///< likewise
    mutable int m_keyColumn = -1; ///< that m_keys are of
};

} // namespace foghorn
