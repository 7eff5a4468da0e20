#pragma once

#include "core/fleetfile/value.h"
#include "core/model/servicespec.h"

namespace foghorn {

/// Reads `expect` of an HTTP probe: {status: 200-299, json: {member: value}}.
void readExpectation(ProbeSpec &probe, const Value &value);
QList<QString> expectationKeyNames();

/// A plain or quoted YAML scalar as compact JSON: 3, true, null, "text".
QString scalarAsJson(const QString &text, bool quoted);

} // namespace foghorn
