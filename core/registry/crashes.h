#pragma once

#include "core/base/result.h"
#include "core/base/serviceid.h"

#include <QByteArray>
#include <QFuture>
#include <QList>

namespace foghorn {

/// What is kept of unwanted ends, for who shows it.
class Crashes
{
public:
    Crashes() = default;
    virtual ~Crashes() = default;
    Q_DISABLE_COPY_MOVE(Crashes)

    /// A service's newest reports, newest first, at most `limit`; each is one JSON object as the API gives it.
    virtual QFuture<Result<QList<QByteArray>>> newest(const ServiceId &service, qsizetype limit) = 0;
};

} // namespace foghorn
