#pragma once

#include <QObject>
#include <QSize>

class QWidget;

namespace foghorn {

class GraphScene;
class ServiceRegistry;

/// Saves the graph as it is shown now. The picture is painted and written in another thread; nothing waits for it.
class GraphExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphExport)
public:
    enum class Format { Png, Svg, Dot };

    /// The dialog belongs to `window`; both others must outlive it.
    GraphExport(const ServiceRegistry &registry, const GraphScene &scene, QWidget &window);
    ~GraphExport() override;

    /// Asks where to; `times` is how many pixels a unit gets in each direction, 1 to 4.
    void ask(Format format, int times = 1);
    /// All or nothing.
    void save(const QString &path, Format format, int times = 1);

    /// How large a picture becomes; fewer times than wanted when it would take too much memory.
    static int fittingTimes(QSizeF size, int times);

Q_SIGNALS:
    void exported(const QString &message);
    void exportFailed(const QString &message);

private:
    const ServiceRegistry &m_registry;
    const GraphScene &m_scene;
    QWidget &m_window;
};

} // namespace foghorn
