#pragma once

#include "tests/core/api/rawclient.h"
#include "tests/core/api/streamclient.h"

namespace foghorn {

/// A fleet that exists only in the registry, and listeners of its stream.
class StreamFixture
{
protected:
    void begin(int services)
    {
        m_clients.clear();
        m_fleet = std::make_unique<FakeFleet>(services);
    }
    StreamClient &listen(
        const QString &query = {}, const QStringList &protocols = {}, const QByteArray &token = FakeFleet::viewerToken)
    {
        if (!m_fleet->server && !m_fleet->open())
            qFatal("no server");
        m_clients.push_back(std::make_unique<StreamClient>(m_fleet->server->port(), query, token, protocols));
        return *m_clients.back();
    }
    void note(int count = 1, const QString &message = QStringLiteral("something happened"))
    {
        for (int i = 0; i < count; ++i) {
            Event event;
            event.at = m_fleet->at;
            event.kind = EventKind::Fleet;
            event.message = message;
            m_fleet->events.append(event);
        }
    }
    static QList<qint64> range(qint64 from, qint64 to)
    {
        QList<qint64> ids;
        for (qint64 id = from; id <= to; ++id)
            ids << id;
        return ids;
    }
    void end()
    {
        m_clients.clear();
        m_fleet.reset();
    }

    std::unique_ptr<FakeFleet> m_fleet;
    std::vector<std::unique_ptr<StreamClient>> m_clients;
};

} // namespace foghorn
