#pragma once

#include "core/model/alert.h"

namespace foghorn {

/// What an alert says, in the language of the window: the daemon writes its sentences in English. A sentence that is
/// not known here, as one of a newer daemon, stays as it is. Services are quoted: one line, nothing that a view could
/// stumble over.
QString alertWords(const Alert &alert);

} // namespace foghorn
