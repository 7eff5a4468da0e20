#include "core/process/orphanreaper.h"

#include "core/keeper/descriptor.h"
#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"

#include <QSocketNotifier>

#include <sys/prctl.h>
#include <sys/wait.h>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace foghorn {
namespace {

constexpr std::chrono::seconds sweepInterval{1};
constexpr std::chrono::milliseconds quickInterval{50};

/// Whether a child, or any child, has ended and waits to be reaped.
bool isDead(idtype_t kind, pid_t pid)
{
    siginfo_t info = {};
    return ::waitid(kind, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

} // namespace

OrphanReaper::OrphanReaper(QObject *parent)
    : QObject(parent)
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    m_sweep.setSingleShot(true);
    connect(&m_sweep, &QTimer::timeout, this, &OrphanReaper::sweep);
    m_sweep.start(sweepInterval);
}

void OrphanReaper::watch(qint64 pid)
{
    const auto process = std::make_shared<keeper::Descriptor>(keeper::openProcess(static_cast<pid_t>(pid)));
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
    QSet<pid_t> dead;
    if (isDead(P_ALL, 0)) {
        for (const pid_t pid : keeper::ownChildren().value_or(std::vector<pid_t>())) {
            if (!isDead(P_PID, pid))
                continue;
            if (m_dead.contains(pid))
                ::waitpid(pid, nullptr, WNOHANG);
            else
                dead.insert(pid);
        }
    }
    // Some that died just now, or that came while we were busy: more may be behind them.
    const bool isQuick = !dead.isEmpty() || !m_dead.isEmpty();
    m_dead = std::move(dead);
    m_sweep.start(isQuick ? quickInterval : sweepInterval);
}

} // namespace foghorn
