#pragma once

#include "ui/timeline/timelinerecord.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <unordered_map>

namespace foghorn {

class EventLog;
class ServiceRegistry;

/// The past of those services that are in view. Asks the history for a service once it is wanted, keeps the answer
/// while it fits the window, and asks anew, at most twice a second, when something happened to it. New checks are
/// added without asking.
class TimelineData final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineData)
public:
    /// All three must outlive it.
    TimelineData(const ServiceRegistry &registry, const EventLog &events, History &history, QObject *parent = nullptr);
    ~TimelineData() override;

    /// `live`: the window's end moves along with the time.
    void setWindow(const TimeWindow &window, bool live);
    /// The services in view: what is missing of them is asked for, and only of them.
    void want(const QList<ServiceId> &services);
    /// Nothing while it has not been answered.
    const TimelineRecord *find(const ServiceId &service) const;
    /// Why the last question had no answer; empty when it had.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed(const foghorn::ServiceId &service);
    void problemChanged();

private:
    struct Kept
    {
        TimelineRecord record;
        TimeWindow covered;
        bool isStale = false;
        bool isOpen = false; ///< reaches to what is now
    };

    struct Question
    {
        TimeWindow window;
        bool isOpen = false;
        bool isOutdated = false; ///< something happened since it was asked
        std::optional<Result<ServiceHistory>> history;
        std::optional<Result<EventPage>> events;
    };

    bool fits(const Kept &kept) const;
    void askForMissing();
    void ask(const ServiceId &service);
    void finish(const ServiceId &service);
    void setProblem(const QString &problem);
    void onEvent(const Event &event);
    void onCheck(const CheckResult &check);
    void forgetOthers();

    History &m_history;
    TimeWindow m_window;
    bool m_live = true;
    QList<ServiceId> m_wanted;
    std::unordered_map<ServiceId, Kept> m_kept;
    std::unordered_map<ServiceId, Question> m_asked;
    QTimer m_askTimer; ///< gathers what comes together
    QString m_problem;
};

} // namespace foghorn
