#pragma once

#include <QString>

class QAction;

namespace foghorn {

/// Lets an action say what it does, or why it cannot be used now, in its tool tip and status tip.
/// `reason`: empty when it can be used; `hint`: what it would do beyond the obvious, now.
void explain(QAction &action, const QString &tip, const QString &reason, const QString &hint = {});

} // namespace foghorn
