#pragma once

#include "core/base/serviceid.h"

#include <QList>
#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace foghorn {

class ServiceTableModel;

/// A few services one below the other, each a button that leads to it: its glyph, its name, and some words.
class NeighbourButtons final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NeighbourButtons)
public:
    struct Neighbour
    {
        ServiceId service;
        QString words; ///< after its name; may be empty
    };

    /// No more than `most` are shown, then how many more there are. The model must outlive it.
    NeighbourButtons(const ServiceTableModel &model, qsizetype most, QWidget *parent = nullptr);
    ~NeighbourButtons() override;

    void setNeighbours(const QList<Neighbour> &neighbours);

Q_SIGNALS:
    void serviceWanted(const foghorn::ServiceId &service);

private:
    QToolButton &button(std::size_t index);

    const ServiceTableModel &m_model;
    const qsizetype m_most;
    QVBoxLayout *m_column;
    std::vector<QToolButton *> m_buttons;
    QList<ServiceId> m_services; ///< of the buttons
    QLabel *m_rest;
};

} // namespace foghorn
