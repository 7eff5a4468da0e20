#include "core/registry/eventlog.h"
#include "core/registry/journal.h"
#include "core/registry/serviceregistry.h"

#include <QtTest>

#include <memory>

using namespace foghorn;

namespace {

constexpr WallTime longAgo{std::chrono::hours(400'000)};

} // namespace

/// What the journal says of a service that an orchestrator takes over from an earlier one.
class TestJournal final : public QObject
{
    Q_OBJECT

    const ServiceId m_service = QStringLiteral("a");
    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<Journal> m_journal;

    void comesTo(RunState state, Cause cause, WallTime since)
    {
        ServiceStatus status = m_registry->find(m_service)->status;
        status.state = state;
        status.cause = cause;
        status.since = since;
        m_registry->update(status);
    }
    QStringList changes() const
    {
        QStringList texts;
        for (const Event &event : m_log->after(0, 100))
            texts << event.from + u' ' + event.to;
        return texts;
    }

private Q_SLOTS:
    void init()
    {
        m_registry = std::make_unique<ServiceRegistry>();
        m_log = std::make_unique<EventLog>();
        m_journal = std::make_unique<Journal>(*m_registry, *m_log);
        FleetOutline outline;
        ServiceInfo info;
        info.name = m_service;
        outline.services.append(info);
        m_registry->setOutline(outline);
    }
    void whatWasWrittenIsNotWrittenAgain()
    {
        m_journal->goOnFrom({{m_service, {RunState::Failed, longAgo}}});
        comesTo(RunState::Failed, Cause::RestartLimit, longAgo);
        QCOMPARE(changes(), QStringList());
        comesTo(RunState::Waiting, Cause::Command, longAgo + std::chrono::hours(1));
        comesTo(RunState::Failed, Cause::RestartLimit, longAgo); // only once: the same again would be news
        QCOMPARE(changes(), (QStringList{u"failed waiting"_qs, u"waiting failed"_qs}));
    }
    void whatBecameOfARunMeanwhileFollowsOnIt()
    {
        m_journal->goOnFrom({{m_service, {RunState::Running, longAgo}}});
        comesTo(RunState::Failed, Cause::Exited, longAgo + std::chrono::hours(1));
        QCOMPARE(changes(), QStringList{u"running failed"_qs});
    }
    void aLaterFailureIsNews()
    {
        m_journal->goOnFrom({{m_service, {RunState::Failed, longAgo}}});
        comesTo(RunState::Failed, Cause::Exited, longAgo + std::chrono::hours(1));
        QCOMPARE(changes(), QStringList{u"stopped failed"_qs});
    }
    void whatIsFoundRunningWasFound()
    {
        m_journal->goOnFrom({{m_service, {RunState::Running, longAgo}}});
        comesTo(RunState::Running, Cause::Adopted, longAgo);
        QCOMPARE(changes(), QStringList{u"stopped running"_qs});
    }
    void aNewStartBeginsAtTheBottom()
    {
        m_journal->goOnFrom({{m_service, {RunState::Running, longAgo}}});
        comesTo(RunState::Waiting, Cause::StartUp, longAgo + std::chrono::hours(1));
        QCOMPARE(changes(), QStringList{u"stopped waiting"_qs});
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
