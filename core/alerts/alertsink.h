#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace foghorn {

/// How telling a sink came out.
struct SinkOutcome
{
    enum class Kind {
        Told,
        Later, ///< not now: worth trying again
        Refused, ///< never: the sink says that it is wrong
    };
    Kind kind = Kind::Told;
    QString reason; ///< for people; nothing of what the sink itself said
};

/// Somebody to tell. One thing at a time.
class AlertSink
{
public:
    using Done = std::function<void(const SinkOutcome &)>;

    virtual ~AlertSink() = default;
    /// `done` is called once, later; not at all when the sink goes first.
    virtual void tell(const QByteArray &body, Done done) = 0;
};

} // namespace foghorn
