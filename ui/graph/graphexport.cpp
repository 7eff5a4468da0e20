#include "ui/graph/graphexport.h"

#include "ui/graph/graphpicture.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphsvg.h"
#include "ui/style/isolated.h"

#include "core/base/wholefile.h"
#include "core/graph/pictures.h"
#include "core/registry/serviceregistry.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QImage>
#include <QPainter>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>

namespace foghorn {

namespace {

constexpr qreal MostPixels = 64e6; ///< 256 MB while it is painted
constexpr qreal LongestSide = 32000; ///< of a raster picture in Qt

QString suffixOf(GraphExport::Format format)
{
    switch (format) {
    case GraphExport::Format::Png:
        return QStringLiteral("png");
    case GraphExport::Format::Svg:
        return QStringLiteral("svg");
    case GraphExport::Format::Dot:
        return QStringLiteral("dot");
    }
    Q_UNREACHABLE();
}

QByteArray toPng(const GraphPicture &picture, int times)
{
    // Whatever is too large even once is painted smaller.
    const qreal largest = std::max(picture.bounds.width(), picture.bounds.height());
    const qreal area = picture.bounds.width() * picture.bounds.height();
    const qreal scale = std::min({static_cast<qreal>(times), LongestSide / largest, std::sqrt(MostPixels / area)});
    const QSize size = (picture.bounds.size() * scale).toSize().expandedTo({1, 1});
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.fill(picture.style.palette.color(QPalette::Window));
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-picture.bounds.topLeft());
    paintGraph(painter, picture);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

/// Empty when all went well, else what went wrong.
QString write(const QString &path, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return GraphExport::tr("the picture needs too much memory");
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && commitWhole(file);
    return isWritten ? QString() : file.errorString();
}

} // namespace

GraphExport::GraphExport(const ServiceRegistry &registry, const GraphScene &scene, QWidget &window)
    : QObject(&window)
    , m_registry(registry)
    , m_scene(scene)
    , m_window(window)
{
}

GraphExport::~GraphExport() = default;

int GraphExport::fittingTimes(QSizeF size, int times)
{
    const qreal largest = std::max(size.width(), size.height());
    int fitting = std::clamp(times, 1, 4);
    while (fitting > 1
        && (largest * fitting > LongestSide || size.width() * size.height() * fitting * fitting > MostPixels))
        --fitting;
    return fitting;
}

void GraphExport::ask(Format format, int times)
{
    auto *dialog = new QFileDialog(&m_window, tr("Export graph"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = suffixOf(format);
    dialog->setNameFilter(tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(tr("graph", "name of a file") + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, format, times](const QString &path) { save(path, format, times); });
    dialog->open();
}

void GraphExport::save(const QString &path, Format format, int times)
{
    GraphPicture picture = m_scene.picture();
    picture.title = m_registry.fleetName();
    const int fitting = format == Format::Png ? fittingTimes(picture.bounds.size(), times) : times;
    const DependencyGraph graph = format == Format::Dot ? m_registry.outline().graph : DependencyGraph();
    auto *watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path, times, fitting] {
        watcher->deleteLater();
        const QString fault = watcher->result();
        if (!fault.isEmpty())
            Q_EMIT exportFailed(tr("The graph could not be written to %1: %2").arg(isolated(path), fault));
        else if (fitting < times)
            Q_EMIT exported(tr("The graph is in %1, at %2× because it would be too large at %3×")
                                .arg(isolated(path))
                                .arg(fitting)
                                .arg(times));
        else
            Q_EMIT exported(tr("The graph is in %1").arg(isolated(path)));
    });
    watcher->setFuture(QtConcurrent::run([path, format, fitting, graph, picture = std::move(picture)] {
        switch (format) {
        case Format::Png:
            return write(path, toPng(picture, fitting));
        case Format::Svg:
            return write(path, toSvg(picture));
        case Format::Dot:
            return write(path, toDot(graph, picture.title));
        }
        Q_UNREACHABLE();
    }));
}

} // namespace foghorn
