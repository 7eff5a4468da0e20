#pragma once

#include <QIcon>

namespace foghorn {

enum class ActionSymbol {
    Start,
    Stop,
    Restart,
    Check,
    StartAll,
    StopAll,
    Services,
    Graph,
    Timeline,
    Charts,
    Logs,
    Alerts,
    Fit,
    Close,
    Preferences
};

/// A line drawing in the colour of the application's palette at the time it is painted.
QIcon actionIcon(ActionSymbol symbol);

/// The program's own mark.
QIcon applicationIcon();

} // namespace foghorn
