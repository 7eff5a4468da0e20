#pragma once

#include "ui/access/listaccess.h"
#include "ui/dialogs/paletteentry.h"

#include <QAbstractListModel>
#include <QListView>

namespace foghorn {

/// What the palette shows now. Never reset: rows come, go and change.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)
public:
    explicit PaletteModel(QObject *parent);
    ~PaletteModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setEntries(const QList<PaletteEntry> &entries);
    /// Whether any of the entries has a picture: then all leave room for one.
    bool hasPictures() const { return m_hasPictures; }
    void setHits(const QList<PaletteHit> &hits);
    const QList<PaletteEntry> &entries() const { return m_entries; }
    const PaletteEntry &entry(int row) const { return m_entries.at(m_hits.at(row).entry); }
    const PaletteHit &hit(int row) const { return m_hits.at(row); }

private:
    QList<PaletteEntry> m_entries;
    QList<PaletteHit> m_hits;
    bool m_hasPictures = false;
};

/// The rows, read out as sentences. The focus stays in the line above.
class PaletteList final : public QListView, public AccessibleItems
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteList)
public:
    explicit PaletteList(PaletteModel &model, QWidget *parent);
    ~PaletteList() override;

    QSize sizeHint() const override;

    int accessibleCount() const override;
    QString accessibleItemName(int item) const override;
    QRect accessibleItemRect(int item) const override;
    bool isAccessibleItemSelected(int item) const override;
    int accessibleCurrentItem() const override;
    void selectAccessibleItem(int item) override;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    PaletteModel &m_model;
};

} // namespace foghorn
