#pragma once

#include "core/base/serviceid.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace foghorn {

class GlyphLabel;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;
class StripWidget;

/// What there is to say of the selected service, with ways to its neighbours.
class DetailPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailPanel)
public:
    DetailPanel(const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection,
        QWidget *parent = nullptr);
    ~DetailPanel() override;

private:
    void build();
    QLabel *addText(QVBoxLayout *layout);
    void onSelectionChanged();
    void refresh();
    void fillNeighbours(QVBoxLayout *layout, const QList<ServiceId> &services, const QList<ServiceId> &optional);
    QString facts() const;

    const ServiceRegistry &m_registry;
    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    ServiceId m_shown;
    QLabel *m_nothing = nullptr;
    QWidget *m_body = nullptr;
    QLabel *m_name = nullptr;
    GlyphLabel *m_glyph = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_description = nullptr;
    StripWidget *m_strip = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_needsTitle = nullptr;
    QLabel *m_neededTitle = nullptr;
    QVBoxLayout *m_needs = nullptr;
    QVBoxLayout *m_neededBy = nullptr;
    QString m_neighbours; ///< what the lists of neighbours were filled with
};

} // namespace foghorn
