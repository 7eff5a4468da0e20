#pragma once

#include "app/ctl/verb.h"

namespace foghorn {

/// Options that every verb takes.
const QList<QCommandLineOption> &commonOptions();
/// What foghornctl can do.
QString overview();
/// What one verb does and takes.
QString helpOf(const Verb &verb);

} // namespace foghorn
