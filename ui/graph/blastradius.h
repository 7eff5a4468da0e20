#pragma once

#include <QObject>

namespace foghorn {

class GraphScene;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;
struct StopPlan;

/// Shows in the graph whom a stop of the selected services would hit: while it is switched on, or while somebody looks
/// at a way to stop them.
class BlastRadius final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlastRadius)
public:
    /// All must outlive it.
    BlastRadius(const ServiceRegistry &registry, ServiceTableModel &model, GraphScene &scene,
        ServiceSelection &selection, QObject *parent = nullptr);
    ~BlastRadius() override;

    bool isOn() const { return m_isOn || m_isPreviewed; }
    /// "Stopping onion stops 1 more: vpn_coordinator; betanet (optional) stays up"; empty while it is off.
    const QString &sentence() const { return m_sentence; }

public Q_SLOTS:
    void setOn(bool on);
    /// While an item of a menu that stops or restarts has the focus.
    void setPreviewed(bool previewed);

Q_SIGNALS:
    void changed(const QString &sentence);

private:
    void refresh();

    const ServiceRegistry &m_registry;
    GraphScene &m_scene;
    ServiceSelection &m_selection;
    QString m_sentence;
    bool m_isOn = false;
    bool m_isPreviewed = false;
};

/// What a stop would do, as a sentence.
QString blastSentence(const StopPlan &plan);

} // namespace foghorn
