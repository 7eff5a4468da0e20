#pragma once

#include "core/base/serviceid.h"

#include <QList>
#include <QObject>

namespace foghorn {

/// The one selection that table, graph, details and actions share.
class ServiceSelection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceSelection)
public:
    explicit ServiceSelection(QObject *parent = nullptr);
    ~ServiceSelection() override;

    const QList<ServiceId> &selected() const { return m_selected; }
    bool isSelected(const ServiceId &service) const { return m_selected.contains(service); }
    /// The one that keys go to and details show; empty when none.
    const ServiceId &current() const { return m_current; }

    void set(const QList<ServiceId> &selected, const ServiceId &current);
    void selectOnly(const ServiceId &service) { set({service}, service); }
    void toggle(const ServiceId &service);

Q_SIGNALS:
    void changed();

private:
    QList<ServiceId> m_selected;
    ServiceId m_current;
};

} // namespace foghorn
