#pragma once

#include "core/fleetfile/reference.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace foghorn {

/// What a text of the fleet file comes to once its variables are filled in.
struct Interpolated
{
    QString text; ///< a template (reference.h)
    std::vector<Reference> references;
    QString fault; ///< not empty: what is wrong with the text
    QString remedy;
};

using VariableLookup = std::function<std::optional<QString>(const QString &)>;

/// Fills in `${NAME}`, `${NAME:-default}` (the default may hold more of them) and `${NAME:?message}`, turns `$$` into a
/// dollar and leaves references open. As in Compose, :- and :? also apply to an empty variable. A dollar before
/// anything else is itself.
Interpolated interpolate(const QString &text, const VariableLookup &valueOf);

} // namespace foghorn
