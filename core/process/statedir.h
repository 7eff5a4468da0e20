#pragma once

#include "core/base/result.h"
#include "core/keeper/descriptor.h"

#include <QString>

namespace foghorn {

/// The directory in which an orchestrator keeps its state, held by a lock for as long as this lives: one orchestrator
/// each.
class StateDir
{
public:
    /// Makes it (0700) when it is not there. Refused when it is not a directory of ours alone, or when another
    /// orchestrator holds it, with that one's pid.
    static Result<StateDir> open(const QString &path);

    /// Whether an orchestrator holds it now.
    static bool isHeld(const QString &path);

    QString path() const { return m_path; }

private:
    StateDir(QString path, keeper::Descriptor lock)
        : m_path(std::move(path))
        , m_lock(std::move(lock))
    {
    }

    QString m_path;
    keeper::Descriptor m_lock;
};

} // namespace foghorn
