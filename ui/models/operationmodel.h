#pragma once

#include "ui/models/operation.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace foghorn {

/// All operations of this window, newest first: those under way and the last ones that ended. Follows the registry; the
/// answers of commands are told to it.
class OperationModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationModel)
public:
    /// How long a good one stays open after it has ended.
    static constexpr std::chrono::seconds foldsAfter{5};
    /// The registry may hear later than the command was answered; so long nothing is concluded from its silence.
    static constexpr std::chrono::seconds grace{2};
    static constexpr std::size_t mostKept = 12;

    /// Reads `registry`, which must outlive it.
    explicit OperationModel(const ServiceRegistry &registry, QObject *parent = nullptr);
    ~OperationModel() override;

    void setClock(std::function<MonoTime()> clock) { m_clock = std::move(clock); }
    MonoTime now() const { return m_clock(); }

    /// Returns the operation's number. Unknown services are left out.
    int begin(OperationKind kind, const QList<ServiceId> &services, const QString &title);
    /// The commands were answered; `problem`: one sentence, empty when all went well.
    void noteAnswer(int id, const QString &problem);
    /// Somebody wants these otherwise now: unfinished steps of operations of other kinds are skipped.
    void supersede(const QList<ServiceId> &services, OperationKind by, const QString &reason);
    /// The same for what `id` has not begun with.
    void skip(int id, const QList<ServiceId> &services, const QString &reason);
    /// One that has failed is nobody's concern any more: it counts as skipped, and its operation no longer as bad for
    /// it.
    void passOver(int id, const ServiceId &service);
    /// This step is tried anew; noteAnswer() must follow.
    void retry(int id, const ServiceId &service);
    /// Only one that has ended.
    void dismiss(int id);

    /// Looks at the time; done each second while it matters.
    void look();

    const Operation *find(int id) const;
    const std::deque<Operation> &operations() const { return m_operations; }
    int runningCount() const;
    const ServiceRegistry &registry() const { return m_registry; }

Q_SIGNALS:
    void began(int id);
    /// Something is shown otherwise now; at most ten times a second, and each second while something is under way.
    void changed();
    void stepSettled(int id, const foghorn::ServiceId &service);
    void ended(int id);
    /// Worth saying to somebody who does not look: a layer is through, a service has failed.
    void announced(const QString &text);

private:
    Operation *mutableFind(int id);
    void follow(const ServiceId &service);
    void read(Operation &operation, std::size_t at);
    void enter(Operation &operation, std::size_t at, const StepReading &reading);
    void settleSilent(Operation &operation);
    void conclude(Operation &operation);
    void announceStep(const Operation &operation, std::size_t at);
    void forgetOldest();
    void tellSoon();

    const ServiceRegistry &m_registry;
    std::function<MonoTime()> m_clock;
    std::deque<Operation> m_operations;
    int m_lastId = 0;
    QTimer m_tellTimer; ///< single shot, from the first change on
    QTimer m_tick; ///< while something is under way, or not folded yet
};

} // namespace foghorn
