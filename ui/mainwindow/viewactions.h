#pragma once

#include <QObject>

class QAction;

namespace foghorn {

class FocusAreas;
class MainWindow;
class Theme;
class WindowUndo;

/// What the View menu has beyond what is shown: take back, zoom text, layout; areas in the Go menu; and what the
/// Window menu has beyond the docks.
class ViewActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewActions)
public:
    /// `window` becomes the parent; the others must outlive it. `mayHaveTray`: an icon there may bring it back.
    ViewActions(MainWindow &window, Theme &theme, WindowUndo &undo, FocusAreas &areas, bool mayHaveTray);
    ~ViewActions() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addUndo(WindowUndo &undo);
    void addZoom();
    void addAreas(FocusAreas &areas);
    void addReset(WindowUndo &undo);
    void addWindow(bool mayHaveTray);
    void zoom(int step);
    void updateZoom();

    MainWindow &m_window;
    Theme &m_theme;
    QAction *m_larger = nullptr;
    QAction *m_smaller = nullptr;
    QAction *m_usual = nullptr;
    QAction *m_fullScreen = nullptr;
};

} // namespace foghorn
