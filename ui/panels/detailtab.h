#pragma once

#include "ui/models/servicerow.h"

#include <QWidget>

namespace foghorn {

/// Whom the details are about, as of now. Valid only while it is being shown.
struct DetailSubject
{
    const RegistryEntry &entry;
    const ServiceRow &row;
    WallTime now;
};

/// One tab of the details. It is told of its service whenever something may have changed while it can be seen.
class DetailTab : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailTab)
public:
    using QWidget::QWidget;
    ~DetailTab() override = default;

    virtual void showSubject(const DetailSubject &subject) = 0;

Q_SIGNALS:
    void serviceWanted(const foghorn::ServiceId &service);
    /// What the service wrote about that time.
    void logWanted(const foghorn::ServiceId &service, foghorn::WallTime time);
};

} // namespace foghorn
