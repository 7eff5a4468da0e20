#pragma once

#include "tests/ui/support/fakefleet.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"

#include <QSignalSpy>
#include <QTest>

namespace foghorn {

/// A Graph page on a made-up fleet.
struct GraphRoom
{
    ServiceRegistry registry;
    ServiceTableModel model{registry};
    ServiceSelection selection;
    GraphPanel panel{registry, model, selection};

    explicit GraphRoom(const QList<FakeService> &services)
    {
        registry.setOutline(fakeOutline(QStringLiteral("local"), services));
        makeAllHealthy(registry);
        model.flush();
        panel.resize(1200, 800);
        panel.show();
    }

    GraphScene &scene() const { return panel.scene(); }
    GraphView &view() const { return panel.view(); }

    /// To be called with whatever asks for a new layout.
    template<typename Act> bool layOutAfter(Act act)
    {
        QSignalSpy laidOut(&scene(), &GraphScene::laidOut);
        act();
        return !laidOut.isEmpty() || laidOut.wait(20'000);
    }
    bool isReady()
    {
        return layOutAfter([] {});
    }
};

inline ServiceId named(const char *text) { return QString::fromLatin1(text); }

} // namespace foghorn
