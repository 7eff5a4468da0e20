#include "ui/graph/graphsearch.h"

#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"

#include <algorithm>

namespace foghorn {

GraphSearch::GraphSearch(
    ServiceTableModel &model, GraphScene &scene, GraphView &view, ServiceSelection &selection, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_scene(scene)
    , m_view(view)
    , m_selection(selection)
{
    connect(&model, &ServiceTableModel::refreshed, this, [this](const QList<int> &rows) {
        if (!m_words.isEmpty() && !rows.isEmpty())
            search();
    });
    connect(&selection, &ServiceSelection::changed, this, &GraphSearch::changed);
}

GraphSearch::~GraphSearch() = default;

void GraphSearch::setText(const QString &text)
{
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    search();
}

void GraphSearch::search()
{
    std::vector<const ServiceRow *> rows;
    for (const ServiceRow &row : m_model.rows()) {
        const bool fits = std::all_of(m_words.cbegin(), m_words.cend(), [&row](const QString &word) {
            return row.searchText.contains(word) || row.state.contains(word, Qt::CaseInsensitive);
        });
        if (fits && !m_words.isEmpty())
            rows.push_back(&row);
    }
    std::stable_sort(
        rows.begin(), rows.end(), [](const ServiceRow *a, const ServiceRow *b) { return a->layer < b->layer; });
    QList<ServiceId> found;
    for (const ServiceRow *row : rows)
        found.append(row->id);
    if (found != m_found) {
        m_found = found;
        m_scene.setFound(QSet<ServiceId>(m_found.cbegin(), m_found.cend()));
    }
    Q_EMIT changed();
}

int GraphSearch::current() const { return static_cast<int>(m_found.indexOf(m_selection.current())); }

void GraphSearch::go(int step)
{
    if (m_found.isEmpty())
        return;
    const auto count = static_cast<int>(m_found.size());
    const int here = current();
    const int next = here < 0 ? (step > 0 ? 0 : count - 1) : (here + step + count) % count;
    m_selection.selectOnly(m_found.at(next));
    m_view.showService(m_found.at(next));
}

QString GraphSearch::sentence() const
{
    if (m_words.isEmpty())
        return {};
    if (m_found.isEmpty())
        return tr("nothing found");
    const int here = current();
    return here < 0 ? tr("%Ln found", nullptr, static_cast<int>(m_found.size()))
                    : tr("%L1 of %L2 found").arg(here + 1).arg(m_found.size());
}

} // namespace foghorn
