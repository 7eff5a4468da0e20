#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace foghorn {

class DetailPanel;
class PageStack;

/// A window with little room: the details become a page over the others (Esc leads back), the list of pages shrinks to
/// icons.
class NarrowLayout final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NarrowLayout)
public:
    struct Parts
    {
        QMainWindow &window; ///< the parent
        PageStack &pages;
        QDockWidget &dock; ///< where the details are otherwise
        DetailPanel &details;
    };
    explicit NarrowLayout(const Parts &parts);
    ~NarrowLayout() override;

    bool isNarrow() const { return m_isNarrow; }
    /// Wherever they are shown now.
    void showDetails();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void setNarrow(bool narrow);

    const Parts m_parts;
    bool m_isNarrow = false;
    bool m_wasDocked = true; ///< whether the dock was open before
};

} // namespace foghorn
