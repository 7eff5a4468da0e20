#include "app/support/unixsignals.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace foghorn {
namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGUSR2);
    return set;
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    const sigset_t set = watched();
    // before any thread begins, so that all inherit the mask
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    m_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UnixSignals::onReadable);
}

UnixSignals::~UnixSignals()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void UnixSignals::onReadable()
{
    signalfd_siginfo info{};
    while (read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo == SIGHUP)
            Q_EMIT reloadAsked();
        else if (info.ssi_signo == SIGUSR2)
            Q_EMIT leaveAsked();
        else
            Q_EMIT terminationAsked(++m_terminations);
    }
}

} // namespace foghorn
