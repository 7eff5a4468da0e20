#include "ui/models/serviceselection.h"

#include <QScopedValueRollback>

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
    if (!m_isGoing && current != m_current && !m_current.isEmpty() && !current.isEmpty()) {
        m_back.append(m_current);
        if (m_back.size() > longestWay)
            m_back.removeFirst();
        m_forward.clear();
    }
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

void ServiceSelection::go(QList<ServiceId> &from, QList<ServiceId> &to, const IsThere &isThere)
{
    ServiceId target;
    while (!from.isEmpty() && target.isEmpty()) {
        const ServiceId next = from.takeLast();
        if (next != m_current && isThere(next))
            target = next;
    }
    if (target.isEmpty()) {
        Q_EMIT changed(); // there is no way any more
        return;
    }
    if (!m_current.isEmpty())
        to.append(m_current);
    const QScopedValueRollback guard(m_isGoing, true);
    selectOnly(target);
}

} // namespace foghorn
