#pragma once

#include "core/store/storefault.h"

#include <QObject>
#include <QTimer>

namespace foghorn {

class StateStore;

/// Tells people when the history is not written: at once when its place cannot be used; a lock of another program or
/// another fault only once it has lasted, because a backup or somebody's query may hold the file for a moment.
class HistoryWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryWatch)
public:
    /// `store` must outlive this.
    explicit HistoryWatch(const StateStore &store, QObject *parent = nullptr);
    ~HistoryWatch() override;

    /// How long a lock or a fault is not spoken of.
    void setPatience(std::chrono::milliseconds patience) { m_lasting.setInterval(patience); }

Q_SIGNALS:
    /// The history cannot be written, and this is why; empty: it is written again.
    void problemChanged(const QString &problem);

private:
    void onFailed(const QString &reason, StoreFault::Kind kind);
    void onLasting();
    void onRecovered();

    QTimer m_lasting; ///< runs while writing fails in a way that may pass
    StoreFault::Kind m_kind = StoreFault::Kind::Failed;
    QString m_reason;
    bool m_hasProblem = false; ///< has been told
};

} // namespace foghorn
