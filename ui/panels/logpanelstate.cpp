// What the Logs page says of itself: emptiness, faults, what is below, and the way into a file.
#include "ui/panels/logpanel.h"

#include "ui/models/logexport.h"
#include "ui/models/logfeed.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/logbar.h"
#include "ui/panels/logdelegate.h"
#include "ui/panels/logfooter.h"
#include "ui/panels/logview.h"
#include "ui/style/wording.h"

#include "core/base/wholefile.h"
#include "core/registry/serviceregistry.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPromise>
#include <QPushButton>
#include <QStackedLayout>
#include <QThreadPool>
#include <QVBoxLayout>

namespace foghorn {

namespace {

Result<void> write(const QString &path, const std::vector<LogEntryPtr> &entries)
{
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly))
        return Error{LogPanel::tr("%1 cannot be written: %2").arg(path, file.errorString())};
    file.write(exportedLines(logFormatOf(path), entries));
    if (!commitWhole(file))
        return Error{LogPanel::tr("%1 cannot be written: %2").arg(path, file.errorString())};
    return {};
}

QString silenceOf(const ServiceId &service, const RegistryEntry *entry)
{
    if (!entry || entry->status.state != RunState::Running)
        return LogPanel::tr("%1 has written nothing yet").arg(service);
    //: %1 is a service, %2 the time of day it was started at
    return LogPanel::tr("%1 has written nothing since %2").arg(service, Wording::clock(entry->status.since));
}

} // namespace

/// Above the lines; seen only while there is something to say.
void LogPanel::buildNotices(QBoxLayout &column)
{
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setMargin(fontMetrics().height() / 2);
    m_trouble->hide();
    m_clearedLines->setStatusTip(tr("Show the lines again that Clear view has hidden"));
    m_clearedLines->hide();
    connect(m_clearedLines, &QPushButton::clicked, this, [this] {
        m_model->showCleared();
        m_view->goToEnd();
        showState();
    });
    column.addWidget(m_trouble);
    column.addWidget(m_clearedLines);
}

QWidget *LogPanel::buildEmptyPage()
{
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_emptyTitle = new QLabel(page);
    m_emptyText = new QLabel(page);
    m_showAll = new QPushButton(tr("Show &all lines"), page);
    m_showAll->setStatusTip(tr("Show lines of every level, whether they match or not"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_emptyTitle->setFont(large);
    for (QLabel *label : {m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    connect(m_showAll, &QPushButton::clicked, m_bar, &LogBar::clearFilter);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_showAll, 0, Qt::AlignHCenter);
    m_copyPath = new QPushButton(tr("Copy &path"), page);
    m_copyPath->setStatusTip(tr("Copy the path of the log"));
    connect(m_copyPath, &QPushButton::clicked, this, [this] {
        if (!m_feed->faults().isEmpty())
            QGuiApplication::clipboard()->setText(m_logs.placeOf(m_feed->faults().firstKey()));
    });
    layout->addWidget(m_copyPath, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

void LogPanel::showState()
{
    goToWanted();
    showEmptiness();
    showNewLines();
    const qsizetype cleared = m_model->clearedCount();
    m_clearedLines->setVisible(cleared > 0);
    m_clearedLines->setText(tr("%Ln lines cleared from view – show them again", nullptr, static_cast<int>(cleared)));
    m_clearedLines->setAccessibleName(m_clearedLines->text());
    m_footer->setOlder(m_feed->older().values());
    const QStringList faults = m_feed->faults().values();
    const bool someSpeak = m_model->rowCount() > 0;
    m_trouble->setVisible(!faults.isEmpty() && someSpeak);
    if (faults.size() == 1)
        m_trouble->setText(faults.first());
    else
        m_trouble->setText(tr("%Ln logs cannot be read. %1", nullptr, static_cast<int>(faults.size()))
                               .arg(faults.isEmpty() ? QString() : faults.first()));
}

void LogPanel::showEmptiness()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    const QList<ServiceId> &services = m_feed->services();
    const bool isFiltered = m_model->lineCount() > 0;
    const bool isCleared = m_model->clearedCount() == m_model->lineCount();
    m_showAll->setVisible(isFiltered && !isCleared);
    m_copyPath->hide();
    QString title;
    QString text;
    if (isFiltered && isCleared) {
        title = tr("Nothing new since the view was cleared");
    } else if (isFiltered) {
        title = tr("0 of %1 lines match").arg(QLocale().toString(m_model->lineCount()));
        text = tr("The others are hidden by the level or by what is looked for.");
    } else if (services.isEmpty()) {
        title = tr("No services yet");
        text = tr("What services write appears here.");
    } else if (m_feed->isLoading() || m_feed->waitingCount() > 0) {
        title = m_feed->isPaused() ? tr("Paused") : tr("Reading the logs…");
    } else if (!m_feed->faults().isEmpty()) {
        title = tr("The log cannot be read");
        text = m_feed->faults().first();
        m_copyPath->setVisible(!m_logs.placeOf(m_feed->faults().firstKey()).isEmpty());
    } else if (services.size() == 1) {
        const RegistryEntry *entry = m_registry.find(services.first());
        const bool isExternal = entry && entry->info.external;
        title =
            isExternal ? tr("Foghorn holds no log of %1").arg(services.first()) : silenceOf(services.first(), entry);
        text = isExternal ? tr("It was not started by Foghorn; look where it was.")
                          : tr("Its lines appear here as soon as it writes some.");
    } else {
        title = tr("These %Ln services have written nothing yet", nullptr, static_cast<int>(services.size()));
    }
    m_emptyTitle->setText(title);
    m_emptyText->setText(text);
    m_emptyText->setVisible(!text.isEmpty());
}

QString LogPanel::emptyText() const { return m_stack->currentIndex() == 1 ? m_emptyTitle->text() : QString(); }

void LogPanel::showNewLines()
{
    const auto waiting = static_cast<int>(m_feed->isPaused() ? m_feed->waitingCount() : 0);
    const int below = m_view->isFollowing() ? 0 : m_view->newCount();
    m_newLines->setVisible(below > 0 || m_feed->isPaused());
    if (m_feed->isPaused())
        m_newLines->setText(tr("Paused: %Ln lines wait", nullptr, waiting));
    else
        m_newLines->setText(tr("%Ln new lines below (End)", nullptr, below));
    m_newLines->setAccessibleName(m_newLines->text());
    m_newLines->setStatusTip(
        m_feed->isPaused() ? tr("Take Pause back to show them") : tr("Go to the end and follow it"));
}

void LogPanel::showCurrent()
{
    const int row = m_view->currentIndex().row();
    m_footer->showLine(row >= 0 ? m_model->share(row) : nullptr, m_view->lineDelegate().isUtc());
    if (!m_model->sought().isEmpty())
        showFound();
}

void LogPanel::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the lines that are shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("log"));
    const QStringList suffixes{QStringLiteral("log"), QStringLiteral("csv"), QStringLiteral("jsonl")};
    const QStringList filters{tr("Text (*.log *.txt)"), tr("Tables (*.csv)"), tr("JSON lines (*.jsonl)")};
    dialog->setNameFilters(filters);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, suffixes, filters](const QString &filter) {
        dialog->setDefaultSuffix(suffixes.value(filters.indexOf(filter), suffixes.first()));
    });
    const QList<ServiceId> &services = m_feed->services();
    dialog->selectFile((services.size() == 1 ? services.first() : QStringLiteral("foghorn")) + QStringLiteral(".log"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { exportTo(path); });
    dialog->open();
}

QFuture<Result<void>> LogPanel::exportTo(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const QFuture<Result<void>> future = promise->future();
    const int count = m_model->rowCount();
    auto *watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcher<Result<void>>::finished, this, [this, watcher, path, count] {
        const Result<void> done = watcher->result();
        watcher->deleteLater();
        if (done)
            Q_EMIT succeeded(tr("%Ln lines written to %1", nullptr, count).arg(path));
        else
            Q_EMIT failed(done.error().text);
    });
    watcher->setFuture(future);
    QThreadPool::globalInstance()->start([promise, path, entries = m_model->shown()] {
        promise->addResult(write(path, entries));
        promise->finish();
    });
    return future;
}

} // namespace foghorn
