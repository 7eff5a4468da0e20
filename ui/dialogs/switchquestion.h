#pragma once

#include "ui/dialogs/consequencedialog.h"

#include <QCoreApplication>

namespace foghorn {

class ServiceRegistry;

/// Asks what becomes of the services that this program runs when its window goes to another fleet.
class SwitchQuestion
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::SwitchQuestion)
public:
    /// `count` services may be alive; `to` is the name of the other fleet. Leaving them alone is the harmless way, the
    /// alternative stops them first.
    static ConsequenceDialog::Content content(const ServiceRegistry &registry, int count, const QString &to);
};

} // namespace foghorn
