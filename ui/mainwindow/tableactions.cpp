#include "ui/mainwindow/tableactions.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/models/diagnosis.h"
#include "ui/models/servicefiltermodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/whenanswered.h"
#include "ui/panels/servicecolumns.h"
#include "ui/panels/servicepanel.h"
#include "ui/style/isolated.h"

#include "core/base/wholefile.h"
#include "core/registry/connectionboard.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPromise>
#include <QThreadPool>

#include <chrono>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto LogPatience = 3s;

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly))
        return Error{TableActions::tr("%1 cannot be written: %2").arg(path, file.errorString())};
    file.write(bytes);
    if (!commitWhole(file))
        return Error{TableActions::tr("%1 cannot be written: %2").arg(path, file.errorString())};
    return {};
}

} // namespace

TableActions::TableActions(MainWindow &window, const WindowSources &sources)
    : QObject(&window)
    , m_window(window)
    , m_registry(sources.registry)
    , m_logs(sources.logs)
    , m_connection(sources.connection)
{
    using Menu = MainWindow::Menu;
    m_columns = window.addToMenu(Menu::View, tr("Colum&ns…"), tr("Choose what the table of services shows"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_sort =
        window.addToMenu(Menu::View, tr("&Sort now"), tr("Put the services in order although the pointer is over them"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_export = window.addToMenu(Menu::File, tr("&Export services…"),
        tr("Write the services that are shown to a CSV file"), QKeySequence(Qt::CTRL | Qt::Key_E));
    window.menu(Menu::Service).addSeparator();
    m_copy = window.addToMenu(Menu::Service, tr("Cop&y rows"),
        tr("Copy the selected rows as text, the columns parted by tabs"), QKeySequence(QKeySequence::Copy));
    m_diagnosis = window.addToMenu(Menu::Service, tr("Copy dia&gnosis"),
        tr("Copy state, cause, last checks and last log lines of the service, for a report"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    // Copying is for whoever has the focus; here that is the table.
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    window.servicePanel().addAction(m_copy);
    connect(m_columns, &QAction::triggered, this, [this] {
        m_window.showPage(MainWindow::Page::Services);
        m_window.servicePanel().columns().showMenu();
    });
    connect(m_sort, &QAction::triggered, &window.servicePanel(), &ServicePanel::sortNow);
    connect(m_export, &QAction::triggered, this, &TableActions::askForFile);
    connect(m_copy, &QAction::triggered, this, &TableActions::copyRows);
    connect(m_diagnosis, &QAction::triggered, this, &TableActions::copyDiagnosis);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finishDiagnosis(tr("its log did not come in time")); });
    connect(&window.selection(), &ServiceSelection::changed, this, &TableActions::update);
    window.servicePanel().installEventFilter(this);
    update();
}

TableActions::~TableActions() = default;

/// Exporting and sorting are about the table that is seen; other pages have the same keys for their own.
bool TableActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        update();
    return QObject::eventFilter(watched, event);
}

void TableActions::update()
{
    const bool isSeen = m_window.servicePanel().isVisibleTo(&m_window);
    m_export->setEnabled(isSeen);
    m_sort->setEnabled(isSeen);
    m_copy->setEnabled(!m_window.selection().selected().isEmpty());
    m_diagnosis->setEnabled(m_registry.find(m_window.selection().current()) != nullptr);
}

void TableActions::copyRows()
{
    const TableCut cut = m_window.servicePanel().cut(true);
    if (cut.rows.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(tabText(m_window.model(), cut));
    const int count = static_cast<int>(cut.rows.size());
    m_window.showSuccess(count == 1 ? tr("1 row copied") : tr("%Ln rows copied", nullptr, count));
}

QFuture<Result<void>> TableActions::exportTo(const QString &path)
{
    const bool isTrueNow = m_connection.connection().isUsable();
    const QByteArray asOf = toRfc3339(isTrueNow ? Now::read().wall : m_connection.heardAt());
    const QByteArray csv = serviceCsv(m_window.model(), m_window.servicePanel().cut(false), asOf);
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QFuture<Result<void>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, path, csv] {
        promise->addResult(write(path, csv));
        promise->finish();
    });
    whenAnswered(future, this, [this, path](const Result<void> &done) {
        if (done)
            m_window.showSuccess(tr("Written to %1").arg(path));
        else
            m_window.showProblem(done.error().text);
    });
    return future;
}

void TableActions::askForFile()
{
    auto *dialog = new QFileDialog(&m_window, tr("Export the services that are shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("services.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { exportTo(path); });
    dialog->open();
}

void TableActions::copyDiagnosis()
{
    const ServiceId service = m_window.selection().current();
    if (!m_registry.find(service))
        return;
    m_diagnosed = service;
    m_lines.clear();
    m_stream = m_logs.follow({service}, Diagnosis::mostLines);
    connect(m_stream.get(), &LogStream::arrived, this, &TableActions::onLogArrived);
    m_patience.start(LogPatience);
}

void TableActions::onLogArrived(const LogNews &news)
{
    m_lines += news.lines;
    if (news.isFirst)
        finishDiagnosis(news.faults.value(m_diagnosed));
}

void TableActions::finishDiagnosis(const QString &logFault)
{
    m_patience.stop();
    if (m_stream)
        m_stream.release()->deleteLater(); // it may be the one that is telling
    const ServiceId service = std::exchange(m_diagnosed, {});
    if (service.isEmpty() || !m_registry.find(service))
        return;
    QGuiApplication::clipboard()->setText(Diagnosis::text(m_registry, service, m_lines, logFault));
    m_lines.clear();
    m_window.showSuccess(tr("Diagnosis of %1 copied; what looks like a secret is left out").arg(isolated(service)));
}

} // namespace foghorn
