#pragma once

#include "core/registry/serviceinfo.h"

#include <QString>

namespace foghorn {

/// One line of a service's settings; without a value a heading.
struct Setting
{
    QString title;
    QString value; ///< plain text without secrets

    bool operator==(const Setting &) const = default;
};

/// How the fleet file describes a service, for people. Where that is not known (a service of another machine), what is
/// known and a line that says so.
QList<Setting> settingsOf(const ServiceInfo &info);

} // namespace foghorn
