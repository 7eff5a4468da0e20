#pragma once

#include "ui/models/servicefilter.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace foghorn {

/// Beside the pages: how many services are in which state, and a box for each that shows or hides them; below, which
/// layer is shown. They show what the filter says and ask for it to be changed.
class StatusFilters final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusFilters)
public:
    explicit StatusFilters(QWidget *parent = nullptr);
    ~StatusFilters() override;

    void setRows(const std::vector<ServiceRow> &rows);
    void setFilterText(const QString &text);
    /// The names of the filters that are kept, as buttons below; none: nothing is seen of them.
    void setSaved(const QStringList &names);
    /// Which of them is what is shown now; empty: none.
    void setSavedShown(const QString &name);

Q_SIGNALS:
    void filterWanted(const QString &text);
    void savedWanted(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QCheckBox *box = nullptr;
        QLabel *count = nullptr;
    };

    void build();
    void showIcons();
    void onToggled();
    void onLayerChosen();
    void setLayers(int count);

    std::array<Line, allStatusKinds.size()> m_lines;
    QComboBox *m_layer = nullptr;
    QWidget *m_savedPart = nullptr;
    QVBoxLayout *m_savedColumn = nullptr;
    QList<QToolButton *> m_saved;
    QString m_text;
    bool m_isShowing = false; ///< what is set now is not a person's choice
};

} // namespace foghorn
