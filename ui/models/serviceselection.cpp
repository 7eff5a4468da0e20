#include "ui/models/serviceselection.h"

namespace foghorn {

ServiceSelection::ServiceSelection(QObject *parent)
    : QObject(parent)
{
}

ServiceSelection::~ServiceSelection() = default;

void ServiceSelection::set(const QList<ServiceId> &selected, const ServiceId &current)
{
    if (selected == m_selected && current == m_current)
        return;
    m_selected = selected;
    m_current = current;
    Q_EMIT changed();
}

void ServiceSelection::toggle(const ServiceId &service)
{
    QList<ServiceId> next = m_selected;
    if (!next.removeOne(service))
        next.append(service);
    set(next, service);
}

} // namespace foghorn
