#pragma once

#include "core/base/serviceid.h"

#include <QString>

#include <functional>
#include <optional>

namespace foghorn {

/// What `${port.http}`, `${endpoint.http}`, `${services.edge.port.http}` and `${services.edge.endpoint.http}` name.
struct Reference
{
    enum class Kind { Port, Endpoint };
    Kind kind = Kind::Port;
    ServiceId service; ///< empty: the service's own
    QString name;

    QString toString() const; ///< as in the file: "${port.http}"
    bool operator==(const Reference &) const = default;
};

/// The reference inside `${…}`, or nothing when `inner` is none: "port.http".
std::optional<Reference> parseReference(QStringView inner);
/// Whether `inner` begins like a reference and so is no variable.
bool looksLikeReference(QStringView inner);

// A template is text in which references are still open. `$` is itself, except right before what looks like a
// reference: there a doubled dollar is one that is meant literally ("$${port.x}" is the text "${port.x}").

/// `text` as a template that means it literally.
QString literalTemplate(const QString &text);
/// Replaces the references for which `valueOf` knows a value and leaves the others. The result is a template again.
QString filledTemplate(const QString &text, const std::function<std::optional<QString>(const Reference &)> &valueOf);
/// The text that a template without open references means.
QString textOfTemplate(const QString &text);

} // namespace foghorn
