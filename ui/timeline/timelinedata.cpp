#include "ui/timeline/timelinedata.h"

#include "ui/models/whenanswered.h"

#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t mostQuestions = 4; // at once: the history answers one by one, and others ask too
constexpr std::size_t mostKept = 400;
constexpr qint64 points = 1000; // about one for each pixel of a wide screen
constexpr qint64 mostEvents = 500;
constexpr auto pauseAfterEvent = 500ms; // events come in bursts
constexpr auto pauseAfterFailure = 5s;

} // namespace

TimelineData::TimelineData(const ServiceRegistry &registry, const EventLog &events, History &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
    m_askTimer.setSingleShot(true);
    connect(&m_askTimer, &QTimer::timeout, this, &TimelineData::askForMissing);
    connect(&events, &EventLog::appended, this, &TimelineData::onEvent);
    connect(&registry, &ServiceRegistry::checkRecorded, this, &TimelineData::onCheck);
}

TimelineData::~TimelineData() = default;

void TimelineData::setWindow(const TimeWindow &window, bool live)
{
    m_window = window;
    m_live = live;
    if (!m_askTimer.isActive())
        m_askTimer.start(0ms);
}

void TimelineData::want(const QList<ServiceId> &services)
{
    if (services == m_wanted)
        return;
    m_wanted = services;
    if (!m_askTimer.isActive())
        m_askTimer.start(0ms);
}

const TimelineRecord *TimelineData::find(const ServiceId &service) const
{
    const auto kept = m_kept.find(service);
    return kept == m_kept.end() ? nullptr : &kept->second.record;
}

/// Reaches as far as the window and is not much coarser than what could be had.
bool TimelineData::fits(const Kept &kept) const
{
    const bool reaches = m_live ? kept.isOpen : kept.isOpen || kept.covered.to >= m_window.to;
    return !kept.isStale && reaches && kept.covered.from <= m_window.from
        && kept.covered.length() <= m_window.length() * 2;
}

void TimelineData::askForMissing()
{
    for (const ServiceId &service : std::as_const(m_wanted)) {
        if (m_asked.size() >= mostQuestions)
            return; // the next answer leads here again
        const auto kept = m_kept.find(service);
        if (m_asked.contains(service) || (kept != m_kept.end() && fits(kept->second)))
            continue;
        if (m_history.isBusy()) {
            m_askTimer.start(500ms);
            return;
        }
        ask(service);
    }
}

void TimelineData::ask(const ServiceId &service)
{
    Question &question = m_asked[service];
    const auto margin = m_window.length() / 8; // so that a small step back needs no question
    question.window = {m_window.from - margin, m_live ? m_window.to : m_window.to + margin};
    question.isOpen = m_live || question.window.to >= Now::read().wall - 2s;
    HistoryQuery past{service, question.window.from, {}, points};
    EventQuery events;
    events.service = service;
    events.from = question.window.from;
    events.limit = mostEvents;
    if (!question.isOpen)
        past.to = events.to = question.window.to;
    whenAnswered(m_history.ofService(past), this, [this, service](const Result<ServiceHistory> &answer) {
        m_asked[service].history = answer;
        finish(service);
    });
    whenAnswered(m_history.events(events), this, [this, service](const Result<EventPage> &answer) {
        m_asked[service].events = answer;
        finish(service);
    });
}

void TimelineData::finish(const ServiceId &service)
{
    const Question question = m_asked[service];
    if (!question.history || !question.events)
        return;
    m_asked.erase(service);
    const bool isKnown = question.history->isOk() && question.events->isOk();
    setProblem(isKnown                 ? QString()
            : question.history->isOk() ? question.events->error().text
                                       : question.history->error().text);
    if (isKnown) {
        m_kept[service] = {TimelineRecord::of(service, question.history->value(), question.events->value().events),
            question.window, question.isOutdated, question.isOpen};
        forgetOthers();
        Q_EMIT changed(service);
    }
    if (!m_askTimer.isActive())
        m_askTimer.start(isKnown ? 0ms : pauseAfterFailure);
}

void TimelineData::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void TimelineData::onEvent(const Event &event)
{
    if (const auto asked = m_asked.find(event.service); asked != m_asked.end())
        asked->second.isOutdated = true;
    const auto kept = m_kept.find(event.service);
    if (kept == m_kept.end() || !kept->second.isOpen)
        return;
    kept->second.isStale = true;
    if (!m_askTimer.isActive())
        m_askTimer.start(pauseAfterEvent);
}

void TimelineData::onCheck(const CheckResult &check)
{
    const auto kept = m_kept.find(check.service);
    if (kept == m_kept.end() || !kept->second.isOpen)
        return;
    kept->second.record.append(check);
    if (kept->second.record.checks.size() > 2 * points) { // days of single checks: the history puts them together
        if (!m_wanted.contains(check.service)) {
            m_kept.erase(kept);
            return;
        }
        kept->second.isStale = true;
        if (!m_askTimer.isActive())
            m_askTimer.start(pauseAfterEvent);
    }
    Q_EMIT changed(check.service);
}

void TimelineData::forgetOthers()
{
    if (m_kept.size() <= mostKept)
        return;
    const QSet<ServiceId> wanted(m_wanted.cbegin(), m_wanted.cend());
    std::erase_if(m_kept, [&](const auto &kept) { return !wanted.contains(kept.first); });
}

} // namespace foghorn
