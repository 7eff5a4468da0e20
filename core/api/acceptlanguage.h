#pragma once

#include "core/json/phrasebook.h"

#include <QByteArrayView>

namespace foghorn {

/// The language to answer in, by the value of an Accept-Language header ("de-AT, en;q=0.8"): the one that it prefers of
/// those we speak, else English. What cannot be understood in it is passed over.
Language preferredLanguage(QByteArrayView accepted);

} // namespace foghorn
