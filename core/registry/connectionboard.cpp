#include "core/registry/connectionboard.h"

namespace foghorn {

ConnectionBoard::ConnectionBoard(QObject *parent)
    : QObject(parent)
{
}
ConnectionBoard::~ConnectionBoard() = default;

void ConnectionBoard::put(const ConnectionState &connection)
{
    if (m_connection == connection)
        return;
    m_connection = connection;
    Q_EMIT changed();
}

} // namespace foghorn
