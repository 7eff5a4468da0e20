#pragma once

#include <QObject>
#include <QTimer>

namespace foghorn {

class OperationModel;
class ServiceRegistry;

/// A fleet that comes up by itself is an operation like one that somebody asked for: shown from the first service on
/// until the registry says that the start-up has settled.
class StartUpWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartUpWatch)
public:
    /// Both must outlive it.
    StartUpWatch(const ServiceRegistry &registry, OperationModel &operations, QObject *parent = nullptr);
    ~StartUpWatch() override;

private:
    void lookSoon();
    void look();
    void onInitialized(bool initialized);

    const ServiceRegistry &m_registry;
    OperationModel &m_operations;
    QTimer m_soon; ///< all services are wished for in one turn of the loop
    int m_operation = 0; ///< of the start-up under way; 0: none
    bool m_isOver = false; ///< it was looked at once in this start-up
};

} // namespace foghorn
