#include "ui/mainwindow/windowmemory.h"

#include "ui/graph/graphview.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/usersettings.h"
#include "ui/panels/servicecolumns.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/languages.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDockWidget>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QUrl>

#include <array>
#include <chrono>
#include <cmath>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr int LayoutVersion = 1;
constexpr auto Soon = 400ms;
constexpr qsizetype MostSelected = 200;
constexpr qsizetype LongestFilter = 1000;
constexpr double FarthestPlace = 1e6; ///< in the graph's scene

QByteArray sealOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(16);
}

/// Qt's own bytes as words of the file. The seal keeps what somebody has edited away from Qt, which trusts them.
QString sealed(const QByteArray &bytes)
{
    return QString::fromLatin1(sealOf(bytes) + QByteArrayLiteral(".") + bytes.toBase64());
}

/// Empty when it is not as it was written.
QByteArray unsealed(const QVariant &value)
{
    const QByteArray text = value.toString().toLatin1();
    const qsizetype dot = text.indexOf('.');
    const QByteArray bytes = dot < 0 ? QByteArray() : QByteArray::fromBase64(text.mid(dot + 1));
    return dot >= 0 && sealOf(bytes) == text.left(dot) ? bytes : QByteArray();
}

/// One word without the separators of keys.
QString groupOf(const QString &place)
{
    return QStringLiteral("window-") + QString::fromLatin1(QUrl::toPercentEncoding(place.left(LongestFilter)));
}

} // namespace

WindowMemory::WindowMemory(const Parts &parts, UserSettings &settings, const QString &place)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_settings(settings)
    , m_group(groupOf(place))
    , m_standard(layout())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &WindowMemory::save);
    restore();
    watch();
}

WindowMemory::~WindowMemory() = default;

QString WindowMemory::key(const char *name) const { return m_group + QLatin1Char('/') + QLatin1String(name); }

WindowMemory::Layout WindowMemory::layout() const
{
    return {m_parts.window.saveState(LayoutVersion), m_parts.services.columns().layout()};
}

void WindowMemory::setLayout(const Layout &layout)
{
    if (!layout.docks.isEmpty())
        m_parts.window.restoreState(layout.docks, LayoutVersion);
    m_parts.services.columns().setLayout(layout.columns);
}

void WindowMemory::restore()
{
    if (const QByteArray geometry = unsealed(m_settings.value(key("geometry"))); !geometry.isEmpty())
        m_parts.window.restoreGeometry(geometry);
    setLayout({unsealed(m_settings.value(key("docks"))), m_settings.value(key("columns")).toStringList()});
    bool isNumber = false;
    const int page = m_settings.value(key("page"), 0).toInt(&isNumber);
    if (isNumber && page >= 0 && page < m_parts.pages.count())
        m_parts.pages.showPage(page);
    m_parts.services.filterField().setText(m_settings.value(key("filter")).toString().left(LongestFilter));
    restoreGraph();
    m_wanted = m_settings.value(key("selected")).toStringList().mid(0, MostSelected);
    restoreSelection();
}

void WindowMemory::restoreGraph()
{
    const QStringList words = m_settings.value(key("graph")).toStringList();
    std::array<double, 3> numbers{}; // scale, x, y
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers[i] = words.value(static_cast<qsizetype>(i)).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(numbers[i]) || std::abs(numbers[i]) > FarthestPlace)
            return;
    }
    if (numbers[0] > 0)
        m_parts.graph.setPlace({numbers[0], {numbers[1], numbers[2]}});
}

/// Attached to a daemon the services come later than the window.
void WindowMemory::restoreSelection()
{
    if (m_wanted.isEmpty() || m_parts.model.rowCount() == 0)
        return;
    const ServiceId current = m_wanted.takeFirst();
    const auto isKnown = [this](const ServiceId &id) { return m_parts.model.rowOfService(id) >= 0; };
    QList<ServiceId> selected;
    for (const ServiceId &id : std::as_const(m_wanted)) {
        if (isKnown(id) && !selected.contains(id))
            selected.append(id);
    }
    m_wanted.clear();
    if (!m_parts.selection.selected().isEmpty())
        return; // somebody was quicker
    if (isKnown(current))
        m_parts.selection.set(selected, current);
    else if (!selected.isEmpty())
        m_parts.selection.set(selected, selected.first());
}

void WindowMemory::watch()
{
    const auto soon = [this] { m_soon.start(); };
    m_parts.window.installEventFilter(this);
    const QList<QDockWidget *> docks = m_parts.window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        dock->installEventFilter(this);
        connect(dock, &QDockWidget::dockLocationChanged, this, soon);
        connect(dock, &QDockWidget::topLevelChanged, this, soon);
        connect(dock, &QDockWidget::visibilityChanged, this, soon);
    }
    const QHeaderView *header = m_parts.services.view().horizontalHeader();
    connect(header, &QHeaderView::sectionMoved, this, soon);
    connect(header, &QHeaderView::sectionResized, this, soon);
    connect(header, &QHeaderView::sortIndicatorChanged, this, soon);
    connect(&m_parts.pages, &PageStack::currentChanged, this, soon);
    connect(&m_parts.services.filterField(), &QLineEdit::textChanged, this, soon);
    connect(&m_parts.selection, &ServiceSelection::changed, this, soon);
    connect(&m_parts.graph, &GraphView::seenChanged, this, soon);
    connect(&m_parts.model, &ServiceTableModel::refreshed, this, &WindowMemory::restoreSelection);
    connect(&m_settings, &UserSettings::changed, this, [this](const QString &changed) {
        if (changed == LanguageKey) // the window will be made anew
            save();
    });
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &WindowMemory::save);
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Move || type == QEvent::Resize || type == QEvent::WindowStateChange)
        m_soon.start();
    else if (type == QEvent::Close && watched == &m_parts.window)
        save();
    return QObject::eventFilter(watched, event);
}

void WindowMemory::save()
{
    m_soon.stop();
    const Layout now = layout();
    m_settings.setValue(key("geometry"), sealed(m_parts.window.saveGeometry()));
    m_settings.setValue(key("docks"), sealed(now.docks));
    m_settings.setValue(key("columns"), now.columns);
    m_settings.setValue(key("page"), m_parts.pages.current());
    m_settings.setValue(key("filter"), m_parts.services.filterField().text());
    const std::optional<GraphView::Place> place = m_parts.graph.place();
    m_settings.setValue(key("graph"),
        place ? QVariant(QStringList{
            QString::number(place->scale), QString::number(place->centre.x()), QString::number(place->centre.y())})
              : QVariant());
    if (!m_wanted.isEmpty())
        return; // not known yet whom it was about
    QStringList selected{m_parts.selection.current()};
    selected += m_parts.selection.selected().mid(0, MostSelected);
    m_settings.setValue(key("selected"), selected);
}

} // namespace foghorn
