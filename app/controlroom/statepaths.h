#pragma once

#include <QString>

namespace foghorn {

/// `$XDG_STATE_HOME/foghorn/<fleet>`, or below `~/.local/state` when that is not set.
QString defaultStateDirectory(const QString &fleet);

/// Our own program of that name, beside the running one; absolute.
QString ownProgram(const QString &name);

} // namespace foghorn
