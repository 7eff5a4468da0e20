#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace foghorn {

class GraphPanel;
class MainWindow;
class UserSettings;

/// Joins the Graph page to the rest of the window: whom a stop would hit (also while the item of a menu that stops is
/// looked at), what readers ask for, where exports went; and keeps what is shown from run to run.
class GraphFeature final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphFeature)
public:
    /// Belongs to `window`; `settings` must outlive it.
    GraphFeature(MainWindow &window, UserSettings &settings);
    ~GraphFeature() override;

    QAction &blastAction() const { return *m_blast; }

private:
    void followActions();
    void followMenu();
    void onHovered(QAction *action);
    void endPreview();
    void restore();
    void keep();

    MainWindow &m_window;
    GraphPanel &m_panel;
    UserSettings &m_settings;
    QAction *m_blast;
};

} // namespace foghorn
