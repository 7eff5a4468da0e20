#pragma once

#include "core/base/serviceid.h"

#include <QList>
#include <QObject>

#include <functional>

namespace foghorn {

/// The one selection that table, graph, details and actions share, and the way it has gone.
class ServiceSelection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceSelection)
public:
    /// Whether a service is still there.
    using IsThere = std::function<bool(const ServiceId &)>;
    static constexpr qsizetype longestWay = 100;

    explicit ServiceSelection(QObject *parent = nullptr);
    ~ServiceSelection() override;

    const QList<ServiceId> &selected() const { return m_selected; }
    bool isSelected(const ServiceId &service) const { return m_selected.contains(service); }
    /// The one that keys go to and details show; empty when none.
    const ServiceId &current() const { return m_current; }

    void set(const QList<ServiceId> &selected, const ServiceId &current);
    void selectOnly(const ServiceId &service) { set({service}, service); }
    void toggle(const ServiceId &service);

    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }
    /// To the service that was current before; those that have gone are passed over.
    void goBack(const IsThere &isThere) { go(m_back, m_forward, isThere); }
    void goForward(const IsThere &isThere) { go(m_forward, m_back, isThere); }

Q_SIGNALS:
    void changed();

private:
    void go(QList<ServiceId> &from, QList<ServiceId> &to, const IsThere &isThere);

    QList<ServiceId> m_selected;
    ServiceId m_current;
    QList<ServiceId> m_back; ///< the last one last
    QList<ServiceId> m_forward; ///< likewise
    bool m_isGoing = false;
};

} // namespace foghorn
