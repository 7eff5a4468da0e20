#pragma once

#include "ui/panels/detailtab.h"

namespace foghorn {

class FactGrid;

/// The tab of how the fleet file describes the service; values can be selected, and all of it copied.
class DetailSettings final : public DetailTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailSettings)
public:
    explicit DetailSettings(QWidget *parent = nullptr);
    ~DetailSettings() override;

    void showSubject(const DetailSubject &subject) override;
    FactGrid &facts() const { return *m_facts; }

private:
    FactGrid *m_facts;
};

} // namespace foghorn
