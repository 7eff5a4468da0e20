#include "ui/dialogs/palettelist.h"

#include "ui/dialogs/palettedelegate.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr int RowsShown = 12;

} // namespace

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

PaletteModel::~PaletteModel() = default;

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size())
        return {};
    const PaletteEntry &shown = entry(index.row());
    if (role == Qt::DisplayRole)
        return shown.title;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{shown.title};
        if (!shown.isEnabled)
            parts.append(tr("not available"));
        for (const QString &part : {shown.note, shown.keys}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        return parts.join(QLatin1String(", "));
    }
    return {};
}

void PaletteModel::setEntries(const QList<PaletteEntry> &entries)
{
    m_entries = entries;
    m_hasPictures = std::any_of(entries.cbegin(), entries.cend(),
        [](const PaletteEntry &entry) { return entry.look.has_value() || !entry.icon.isNull(); });
}

void PaletteModel::setHits(const QList<PaletteHit> &hits)
{
    const auto before = static_cast<int>(m_hits.size());
    const auto after = static_cast<int>(hits.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_hits = hits;
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_hits = hits;
        endInsertRows();
    } else {
        m_hits = hits;
    }
    if (const int kept = std::min(before, after); kept > 0)
        Q_EMIT dataChanged(index(0), index(kept - 1));
}

PaletteList::PaletteList(PaletteModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    installListAccess();
    setModel(&model);
    setItemDelegate(new PaletteDelegate(this));
    setAccessibleName(tr("What fits"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
}

PaletteList::~PaletteList() = default;

QSize PaletteList::sizeHint() const
{
    return {fontMetrics().height() * 40, PaletteDelegate::rowHeight(fontMetrics()) * RowsShown};
}

// Readers are told of rows by numbers of our own; the base would tell them of cells (see ServiceView).
void PaletteList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): on purpose
    if (current.isValid())
        announceFocus(this, current.row());
}

void PaletteList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected); // NOLINT(bugprone-parent-virtual-call): on purpose
}

int PaletteList::accessibleCount() const { return m_model.rowCount(); }

QString PaletteList::accessibleItemName(int item) const
{
    return m_model.index(item).data(Qt::AccessibleTextRole).toString();
}

QRect PaletteList::accessibleItemRect(int item) const
{
    const QRect shown = visualRect(m_model.index(item)) & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool PaletteList::isAccessibleItemSelected(int item) const
{
    return selectionModel()->isRowSelected(item, QModelIndex());
}

int PaletteList::accessibleCurrentItem() const { return currentIndex().row(); }

void PaletteList::selectAccessibleItem(int item) { setCurrentIndex(m_model.index(item)); }

} // namespace foghorn
