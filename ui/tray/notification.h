#pragma once

#include "core/base/serviceid.h"

#include <QString>

namespace foghorn {

/// Something that a person should hear of who does not look at the window.
struct Notification
{
    enum class Kind {
        Failed, ///< it stays down until somebody does something
        Unhealthy, ///< for a minute
        Solved,
        OperationEnded,
        Several, ///< too many causes at once to name each
    };

    Kind kind = Kind::Failed;
    qint64 alert = 0; ///< 0: none
    ServiceId service; ///< empty: none, or the machine
    QString title; ///< "onion has failed"
    QString text; ///< plain text, a line or two; names the connection

    bool isTrouble() const { return kind != Kind::Solved && kind != Kind::OperationEnded; }
    bool operator==(const Notification &) const = default;
};

} // namespace foghorn
