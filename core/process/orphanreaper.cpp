#include "core/process/orphanreaper.h"

#include "core/keeper/descriptor.h"
#include "core/keeper/processtable.h"

#include <QSocketNotifier>

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <chrono>
#include <memory>

namespace foghorn {
namespace {

constexpr std::chrono::seconds sweepInterval{5};

} // namespace

OrphanReaper::OrphanReaper(QObject *parent)
    : QObject(parent)
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    m_sweep.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_sweep, &QTimer::timeout, this, &OrphanReaper::sweep);
    m_sweep.start(sweepInterval);
}

void OrphanReaper::watch(qint64 pid)
{
    const auto process = std::make_shared<keeper::Descriptor>(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!process->isOpen())
        return;
    auto *notifier = new QSocketNotifier(process->get(), QSocketNotifier::Read, this);
    // The descriptor lives as long as the notifier, which is its only user.
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, process, pid] {
        notifier->setEnabled(false);
        ::waitpid(static_cast<pid_t>(pid), nullptr, WNOHANG);
        notifier->deleteLater();
        Q_EMIT ended(pid);
    });
}

void OrphanReaper::sweep()
{
    const auto children = keeper::ownChildren();
    if (!children)
        return;
    QSet<int> dead;
    for (const pid_t pid : *children) {
        const auto process = keeper::readProcess(pid);
        if (!process || !process->isDead())
            continue;
        if (m_dead.contains(pid))
            ::waitpid(pid, nullptr, WNOHANG);
        else
            dead.insert(pid);
    }
    m_dead = dead;
}

} // namespace foghorn
