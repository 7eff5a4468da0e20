#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include <sys/types.h>

namespace foghorn {

/// Reaps what becomes our child without our doing: this process is made the one that orphans below it go to, so that a
/// keeper's services are not lost to view when the keeper is killed. What forks without end may leave thousands of them
/// in a second, each of which keeps a process number from everybody: they are looked for often while there are any.
/// Children that somebody else here waits for
/// are left alone: only those that stay dead for a whole sweep, and those it was told of, are taken.
class OrphanReaper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrphanReaper)
public:
    explicit OrphanReaper(QObject *parent = nullptr);

    /// Reaps `pid` as soon as it ends, if it is (or then is) our child.
    void watch(qint64 pid);

Q_SIGNALS:
    /// A watched process ended.
    void ended(qint64 pid);

private:
    void sweep();

    QTimer m_sweep;
    QSet<pid_t> m_dead; ///< seen dead at the last sweep
};

} // namespace foghorn
