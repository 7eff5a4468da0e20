#pragma once

#include "core/base/serviceid.h"

#include <QObject>
#include <QStringList>

namespace foghorn {

class GraphScene;
class GraphView;
class ServiceSelection;
class ServiceTableModel;

/// Finds services in the graph by words of their name, type, description, labels or state. Going to one selects it and
/// unfolds the group that it is in.
class GraphSearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphSearch)
public:
    /// All must outlive it.
    GraphSearch(ServiceTableModel &model, GraphScene &scene, GraphView &view, ServiceSelection &selection,
        QObject *parent = nullptr);
    ~GraphSearch() override;

    void setText(const QString &text);
    /// By layer, then in the order of the fleet.
    const QList<ServiceId> &found() const { return m_found; }
    /// Which of them is selected, from 0; -1: none.
    int current() const;
    /// "2 of 5 found"; empty while nothing is searched for.
    QString sentence() const;

public Q_SLOTS:
    void next() { go(1); }
    void previous() { go(-1); }

Q_SIGNALS:
    void changed();

private:
    void go(int step);
    void search();

    ServiceTableModel &m_model;
    GraphScene &m_scene;
    GraphView &m_view;
    ServiceSelection &m_selection;
    QStringList m_words;
    QList<ServiceId> m_found;
};

} // namespace foghorn
