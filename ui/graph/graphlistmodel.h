#pragma once

#include "ui/models/servicerow.h"

#include <QAbstractListModel>

#include <vector>

namespace foghorn {

class ServiceTableModel;

/// The graph as lines: each layer, and under it its services with what they need and what needs them. Never reset.
class GraphListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphListModel)
public:
    /// Both must outlive the model.
    GraphListModel(const ServiceRegistry &registry, const ServiceTableModel &services, QObject *parent = nullptr);
    ~GraphListModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: needs and needed by; AccessibleTextRole: the line as a sentence.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Null for the line of a layer.
    const ServiceRow *service(int line) const;
    int layer(int line) const { return m_lines[static_cast<std::size_t>(line)].layer; }
    /// "Layer 2 · 41 services"
    QString title(int line) const;
    /// -1 when there is none.
    int lineOf(const ServiceId &service) const;

private:
    struct Line
    {
        int layer = 0;
        ServiceId service; ///< empty: the layer itself
        bool operator==(const Line &) const = default;
    };
    std::vector<Line> linesNow() const;
    void onRefreshed(const QList<int> &rows);
    QString neighbours(const ServiceId &service) const;

    const ServiceRegistry &m_registry;
    const ServiceTableModel &m_services;
    std::vector<Line> m_lines;
    QHash<ServiceId, int> m_index;
};

} // namespace foghorn
