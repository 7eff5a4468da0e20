#pragma once

#include "ui/graph/graphcontent.h"
#include "ui/graph/nodelook.h"
#include "ui/graph/placememory.h"
#include "ui/graph/rowlight.h"

#include "core/base/serviceid.h"

#include <QFutureWatcher>
#include <QGraphicsScene>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace foghorn {

class CardItem;
class EdgesItem;
class GroupItem;
class HeaderItem;
class NodeItem;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;
struct GraphPicture;
struct StopPlan;

/// More services than these open folded.
inline constexpr std::size_t MostUnfolded = 300;

/// The fleet's graph as items: layers are columns, services of a layer may be folded into one card. The layout is
/// worked out in another thread; a change of a service repaints its own card and the edges whose meaning it changed.
/// Cards stay where they are when services come or go, unless most of the picture is new.
class GraphScene final : public QGraphicsScene
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphScene)
public:
    /// All three must outlive the scene.
    GraphScene(const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection,
        QObject *parent = nullptr);
    ~GraphScene() override;

    bool isLaidOut() const { return m_laidOut; }
    /// All that can have the focus and is shown: services and folded groups, then headers of layers.
    const std::vector<CardItem *> &shown() const { return m_shown; }
    CardItem *card(const QString &key) const;
    /// Null while it is folded away or not known.
    NodeItem *node(const ServiceId &service) const;
    /// Its own card or that of the group it is folded into.
    CardItem *cardOf(const ServiceId &service) const;
    QList<ServiceId> servicesOf(const CardItem &item) const;
    const EdgesItem &edges() const { return *m_edges; }
    const GraphContent &content() const { return m_content; }
    const NodeStyle &style() const { return m_style; }
    /// Where the cards are, without headers and margins.
    QRectF cardsRect() const;
    /// All of it as a value, to be painted in another thread.
    GraphPicture picture() const;
    const ServiceTableModel &model() const { return m_model; }

    /// Fonts, colours and reading direction; call when the view's change.
    void setStyle(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction);
    void setMoving(bool moving);

    GroupBy groupBy() const { return m_groupBy; }
    void setGroupBy(const GroupBy &groupBy);
    /// Types or labels by which services can be grouped.
    QStringList labelNames() const;
    /// Folds or unfolds: a group's card its group, a header its layer.
    void toggle(const CardItem &item);
    void setAllFolded(bool folded);
    bool isFolded(int layer) const;
    /// True when it had to be unfolded and will be there after laidOut().
    bool reveal(const ServiceId &service);
    void setOptionalShown(bool shown);
    void setStoppedShown(bool shown);
    bool isOptionalShown() const { return m_showOptional; }
    bool isStoppedShown() const { return m_showStopped; }
    /// Forgets where everything was.
    void arrangeAnew();

    void setFound(const QSet<ServiceId> &found);
    /// What a stop would do; empty: nobody thinks of one.
    void setStopPlan(const StopPlan &plan);
    /// Of whose alerts nobody is told, and who is kept in the details.
    void setMuted(const QSet<ServiceId> &muted);
    void setPinned(const ServiceId &pinned);
    /// The card that keys go to; it may be none of a service.
    void setFocused(const QString &key);
    CardItem *focused() const { return card(m_focused); }

Q_SIGNALS:
    /// Cards came, went or were placed.
    void laidOut();
    /// Which cards are shown, or what some of them look like, has changed.
    void pictureChanged();

private:
    struct Job
    {
        LayoutRequest request;
        std::optional<KnownPlaces> known;
        GraphContent content;
        std::vector<ServiceId> services;
    };

    static LayoutResult work(const std::shared_ptr<const Job> &job);
    void foldWhenLarge();
    std::vector<QString> groupValues() const;
    void requestLayout();
    void onLayoutFinished();
    void build(const LayoutResult &layout);
    void buildEdges(const LayoutResult &layout);
    void placeCards(const LayoutResult &layout);
    CardItem *takeOrMake(const GraphCard &card, std::unordered_map<QString, CardItem *> &old);
    void placeHeaders(const LayoutResult &layout, std::unordered_map<QString, CardItem *> &old);
    std::vector<const ServiceRow *> rowsOf(const std::vector<int> &rows) const;
    void onRefreshed(const QList<int> &rows);
    void refreshCounts();
    void refreshVisibility();
    void refreshMarks();
    void refreshEdgeTones(const std::vector<NodeEmphasis> &emphasis, bool isOne);
    void onSelectionChanged();

    const ServiceRegistry &m_registry;
    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    NodeStyle m_style;
    QTimer m_relayout; ///< gathers several changes of the outline
    QFutureWatcher<LayoutResult> m_watcher;
    std::shared_ptr<const Job> m_job; ///< under way
    GraphContent m_content; ///< what is shown
    RowGraph m_rows;
    std::vector<CardItem *> m_cards; ///< as in m_content; the scene owns them
    std::vector<HeaderItem *> m_headers; ///< by layer, null where it has no services; the scene owns them
    std::vector<CardItem *> m_shown;
    std::unordered_map<QString, CardItem *> m_byKey;
    EdgesItem *m_edges; ///< the scene owns it
    PlaceMemory m_places; ///< of what is shown
    GroupBy m_groupBy;
    QSet<QString> m_folded;
    QSet<ServiceId> m_found;
    QHash<ServiceId, StopMark> m_stops;
    QSet<ServiceId> m_muted;
    ServiceId m_pinned;
    QString m_focused;
    bool m_showOptional = true;
    bool m_showStopped = true;
    bool m_wasLarge = false;
    bool m_again = false; ///< something changed while a layout was under way
    bool m_laidOut = false;
};

} // namespace foghorn
