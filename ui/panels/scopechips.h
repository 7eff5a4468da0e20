#pragma once

#include "core/base/serviceid.h"

#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace foghorn {

class ServiceSelection;

/// Which services a page shows: the selection as chips that can be taken away, or all.
class ScopeChips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScopeChips)
public:
    explicit ScopeChips(ServiceSelection &selection, QWidget *parent = nullptr);
    ~ScopeChips() override;

    /// How many services there are, for "All 10 services".
    void setFleetSize(int count);

private:
    void update();
    void takeAway(std::size_t chip);

    ServiceSelection &m_selection;
    std::array<QToolButton *, 3> m_chips{};
    QLabel *m_rest; ///< "and 4 more", or "All 10 services"
    QToolButton *m_all;
    int m_fleetSize = 0;
};

} // namespace foghorn
