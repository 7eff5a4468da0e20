#pragma once

#include "tests/core/api/fakefleet.h"

#include <memory>

namespace foghorn {

/// All routes over a fleet that exists only in the registry, of a server that listens nowhere.
class FakeApi
{
public:
    FakeApi() { m_fleet.server = std::make_unique<ApiServer>(m_fleet.sources(), m_fleet.options); }
    const Router &router() const { return m_fleet.server->router(); }
    FakeFleet &fleet() { return m_fleet; }

private:
    FakeFleet m_fleet;
};

/// The one that lives as long as the program.
FakeApi &fakeApi();

/// Checks what every answer must be.
void checkReply(const HttpReply &reply);

} // namespace foghorn
