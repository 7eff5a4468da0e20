#pragma once

#include <QList>
#include <QString>

namespace foghorn {

/// Every key that a fleet file may have, as dotted paths in which * is any name: "services.*.health.interval". The same
/// tables read the files. The schema in resources/schema has the same keys; a test compares them.
QList<QString> fleetFileKeys();

} // namespace foghorn
