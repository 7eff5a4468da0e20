#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace foghorn {

/// What is wrong with a disk that has `free` bytes left, as a sentence; empty: nothing. Once it was full it must have a
/// fifth more than `floor`.
QString diskProblem(qint64 free, qint64 floor, bool wasFull);

/// Looks now and then how much room there is where the state lies. Asks in a worker: a disk that is gone may not
/// answer.
class DiskWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiskWatch)
public:
    explicit DiskWatch(QString path, QObject *parent = nullptr);
    ~DiskWatch() override;

    void setFloor(qint64 bytes);

Q_SIGNALS:
    /// Empty: nothing is wrong any more.
    void problemChanged(const QString &problem);

private:
    void ask();
    void onAnswered();

    const QString m_path;
    qint64 m_floor = 0;
    QString m_problem;
    QTimer m_timer;
    QThreadPool m_worker;
    QFutureWatcher<qint64> m_asking;
};

} // namespace foghorn
