#include "core/health/hostlookup.h"

#include <QHostInfo>

#include <utility>

namespace foghorn {

HostLookUp::HostLookUp(const QString &name, Found found)
    : m_found(std::move(found))
    , m_id(QHostInfo::lookupHost(name, this, SLOT(take(QHostInfo))))
{
}

HostLookUp::~HostLookUp()
{
    if (m_id >= 0)
        QHostInfo::abortHostLookup(m_id);
}

void HostLookUp::take(const QHostInfo &info)
{
    m_id = -1;
    const Found found = std::move(m_found);
    found(info);
}

} // namespace foghorn
