#pragma once

#include "ui/panels/detailtab.h"
#include "ui/panels/factgrid.h"

class QLabel;

namespace foghorn {

class NeighbourButtons;
class ServiceTableModel;
class StripWidget;

/// The first tab: the last checks, uptime, response, whom it needs and who needs it, and the rest in figures.
class DetailOverview final : public DetailTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailOverview)
public:
    explicit DetailOverview(const ServiceTableModel &model, QWidget *parent = nullptr);
    ~DetailOverview() override;

    void showSubject(const DetailSubject &subject) override;
    FactGrid &figures() const { return *m_figures; }

private:
    QList<Fact> figuresOf(const DetailSubject &subject) const;
    QList<Fact> factsOf(const DetailSubject &subject) const;

    const ServiceTableModel &m_model;
    StripWidget *m_strip;
    QLabel *m_description;
    FactGrid *m_figures;
    QLabel *m_needsTitle;
    NeighbourButtons *m_needs;
    QLabel *m_neededTitle;
    NeighbourButtons *m_neededBy;
    FactGrid *m_facts;
};

} // namespace foghorn
