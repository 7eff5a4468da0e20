#include "ui/dialogs/switchquestion.h"

#include "ui/style/isolated.h"

#include "core/registry/serviceregistry.h"

namespace foghorn {

ConsequenceDialog::Content SwitchQuestion::content(const ServiceRegistry &registry, int count, const QString &to)
{
    ConsequenceDialog::Content content;
    const QString fleet = isolated(registry.fleetName());
    content.title = tr("Go to %1?").arg(to);
    content.introduction = count == 1
        ? tr("This program runs 1 service of “%1”. It can go on without a window, but nobody restarts it or checks it "
             "until you come back.")
              .arg(fleet)
        : tr("This program runs %2 services of “%1”. They can go on without a window, but nobody restarts or checks "
             "them until you come back.")
              .arg(fleet)
              .arg(count);
    content.verb = tr("&Leave running and connect");
    content.alternative =
        count == 1 ? tr("&Stop 1 service and connect") : tr("&Stop %L1 services and connect").arg(count);
    content.isHarmless = true;
    return content;
}

} // namespace foghorn
