#pragma once

#include "core/fleetfile/faultlist.h"
#include "core/fleetfile/yamlnode.h"

#include <QByteArray>

namespace foghorn {

/// How much a document may hold, so that no file can exhaust memory or stack.
struct YamlBounds
{
    std::size_t values = 2'000'000; ///< read, in all files together
    quint32 aliasedValues = 1'000'000; ///< that all aliases of a file stand for when written out
    std::size_t depth = 64; ///< of maps and lists in each other
};

/// Reads one YAML document with the places of everything in it. `text` must be UTF-8 without control characters
/// (readText()). Duplicate keys are faults; so are a syntax error and a broken bound, and then nothing is returned.
/// An empty document is a Null node.
const YamlNode *readYaml(
    const QByteArray &text, quint32 file, YamlArena &arena, FaultList &faults, const YamlBounds &bounds = {});

} // namespace foghorn
