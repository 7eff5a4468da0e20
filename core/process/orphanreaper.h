#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

namespace foghorn {

/// Reaps what becomes our child without our doing: this process is made the one that orphans below it go to, so that a
/// keeper's services are not lost to view when the keeper is killed. Children that somebody else here waits for
/// (QProcess) are left alone: only those that stay dead for a whole sweep, and those it was told of, are taken.
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
    QSet<int> m_dead; ///< seen dead at the last sweep
};

} // namespace foghorn
