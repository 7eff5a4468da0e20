// What ChartsPanel is put together from, and its exports; what it shows is in chartspanel.cpp.
#include "ui/charts/chartspanel.h"
#include "ui/charts/chartsvg.h"
#include "ui/charts/latencychart.h"
#include "ui/charts/uptimechart.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/chartcolors.h"
#include "ui/style/flowlayout.h"
#include "ui/style/isolated.h"
#include "ui/timeline/rangebuttons.h"

#include "core/base/names.h"
#include "core/base/wholefile.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

QWidget *ChartsPanel::buildTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    m_ranges = new RangeButtons({chartRanges.begin(), chartRanges.end()});
    connect(m_ranges, &RangeButtons::chosen, this, &ChartsPanel::setRange);
    row->addWidget(m_ranges);
    if (m_form == Form::Small) {
        row->addStretch();
        return top;
    }
    row->addWidget(buildCompare(), 1);
    m_more = new QLabel;
    m_more->setTextFormat(Qt::PlainText);
    row->addWidget(m_more);
    m_asTable = toolButton(tr("&Values as table"), tr("Show the values of the charts as a table"));
    m_asTable->setCheckable(true);
    connect(m_asTable, &QToolButton::toggled, this, &ChartsPanel::showTable);
    row->addWidget(m_asTable);
    m_export = buildExport();
    row->addWidget(m_export);
    return top;
}

QToolButton *ChartsPanel::buildExport()
{
    QToolButton *button = toolButton(tr("E&xport"), tr("Save the charts as a picture or their values as a table"));
    auto *menu = new QMenu(button);
    const auto add = [&](const QString &text, const QString &tip, auto &&call) {
        QAction *action = menu->addAction(text);
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, call);
    };
    add(tr("&Picture (PNG)…"), tr("Save the charts as they are now"), [this] {
        exportTo(QStringLiteral("png"), tr("Pictures (*.png)"), [this] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            picture().save(&buffer, "PNG");
            return bytes;
        });
    });
    add(tr("&Drawing (SVG)…"), tr("Save the charts as a drawing that can be made larger"),
        [this] { exportTo(QStringLiteral("svg"), tr("Drawings (*.svg)"), [this] { return svg(); }); });
    add(tr("&Values (CSV)…"), tr("Save the values for a spreadsheet"),
        [this] { exportTo(QStringLiteral("csv"), tr("Tables (*.csv)"), [this] { return csv(); }); });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

QWidget *ChartsPanel::buildCompare()
{
    auto *part = new QWidget;
    m_chips = new FlowLayout(part); // six long names are more than a row
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(fontMetrics().height() / 4);
    m_compare = new QComboBox;
    const QString tip = tr("Compare with another service, %Ln at most", nullptr, mostCompared);
    m_compare->setEditable(true);
    m_compare->setInsertPolicy(QComboBox::NoInsert);
    m_compare->setAccessibleName(tip);
    m_compare->setToolTip(tip);
    m_compare->setStatusTip(tip);
    m_compare->lineEdit()->setPlaceholderText(tr("Compare with…"));
    m_compare->setMinimumContentsLength(14);
    m_compare->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_compare->completer()->setFilterMode(Qt::MatchContains);
    m_compare->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_compare, &QComboBox::activated, this, [this](int index) {
        const ServiceId service = m_compare->itemText(index);
        m_compare->setCurrentIndex(-1);
        QList<ServiceId> services = m_data->services();
        if (m_model.rowOfService(service) < 0 || services.contains(service))
            return;
        services.append(service);
        m_selection.set(services, services.constFirst());
    });
    m_chips->addWidget(m_compare);
    return part;
}

/// One for each compared service, that takes it out again; and the names to choose from.
void ChartsPanel::fillChips()
{
    if (m_form == Form::Small)
        return;
    while (const std::unique_ptr<QLayoutItem> item{m_chips->takeAt(0)}) {
        if (item->widget() == m_compare)
            continue;
        item->widget()->deleteLater(); // it may be the one that was pressed
        item->widget()->hide();
    }
    const QList<ServiceId> services = m_data->services();
    for (qsizetype i = 0; i < services.size(); ++i) {
        const ServiceId &service = services.at(i);
        const QString name = printable(service);
        QToolButton *chip =
            toolButton(fontMetrics().elidedText(name, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 20)
                    + QStringLiteral(" ✕"),
                tr("Take %1 out of the charts").arg(name));
        connect(chip, &QToolButton::clicked, this, [this, service] {
            QList<ServiceId> left = m_data->services();
            left.removeOne(service);
            m_selection.set(left, left.isEmpty() ? ServiceId() : left.constFirst());
        });
        m_chips->addWidget(chip);
    }
    m_chips->addWidget(m_compare); // after them
    const auto selected = static_cast<int>(m_selection.selected().size());
    m_more->setVisible(selected > services.size());
    //: no more than %1 services are compared
    m_more->setText(tr("%1 of %Ln selected", nullptr, selected).arg(services.size()));
    if (m_compare->count() != m_model.rowCount()) {
        m_compare->clear();
        for (const ServiceRow &row : m_model.rows())
            m_compare->addItem(row.id);
    }
    m_compare->setCurrentIndex(-1);
    m_compare->setEnabled(services.size() < mostCompared && !services.isEmpty());
}

QWidget *ChartsPanel::buildCharts()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    const int gap = fontMetrics().height() / 2;
    auto *parts = new QBoxLayout(m_form == Form::Page ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, page);
    parts->setContentsMargins(0, gap, 0, gap);
    parts->addLayout(buildUptime(), 2);
    parts->addLayout(buildLatency(), 5);
    return page;
}

QLabel *ChartsPanel::buildTitle(const QString &text) const
{
    const int gap = fontMetrics().height();
    auto *label = new QLabel(text);
    QFont bold = font();
    bold.setBold(true);
    label->setFont(bold);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(gap, 0, gap, gap / 2);
    return label;
}

QBoxLayout *ChartsPanel::buildUptime()
{
    const int gap = fontMetrics().height();
    m_uptime = new UptimeChart;
    const QString objective = tr("Objective %1 %. Times when a service was stopped on purpose do not count.")
                                  .arg(QLocale().toString(uptimeObjective * 100, 'f', 1));
    auto *note =
        new QLabel(m_form == Form::Page ? objective
                                        //: "1,234 of 1,240" stands above a bar; %1 is a sentence on what is aimed at
                                        : tr("The numbers say how many checks passed, of how many. %1").arg(objective));
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setContentsMargins(gap, gap / 2, gap, 0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(buildTitle(tr("Uptime")));
    column->addWidget(m_form == Form::Page ? buildBars() : m_uptime, 1);
    column->addWidget(note);
    return column;
}

/// Six services have eighteen of them: they can be scrolled.
QWidget *ChartsPanel::buildBars()
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_uptime);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Bars of uptime"));
    // The words of a week's bar shall be read whole, unless a language is very long.
    const QString longest = tr("%1 · %2 of %3 checks passed").arg(tr("%1 h").arg(24)).arg(99'999).arg(99'999);
    scroll->setMinimumWidth(
        std::min(fontMetrics().horizontalAdvance(longest + QStringLiteral("100.00 %")) + fontMetrics().height() * 3,
            fontMetrics().averageCharWidth() * 52));
    return scroll;
}

QBoxLayout *ChartsPanel::buildLatency()
{
    m_latency = new LatencyChart(m_cursor);
    m_latencyTitle = buildTitle({});
    if (m_form == Form::Small) {
        constexpr int leastLines = 12;
        const int gap = fontMetrics().height();
        m_latency->setMinimumHeight(gap * leastLines);
        m_latencyTitle->setContentsMargins(gap, gap, gap, gap / 2); // apart from the bars
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_latencyTitle);
    column->addWidget(m_latency, 1);
    return column;
}

QByteArray ChartsPanel::svg() const
{
    QStringList names;
    for (const ServiceId &service : m_data->services())
        names.append(printable(service));
    //: title of a drawing: %1 are services
    const QString title = tr("Uptime and response time (ms): %1").arg(names.join(QStringLiteral(", ")));
    return chartSvg({title, summary(), m_uptime->bars(), m_latency->content(), palette().color(QPalette::Base),
                        palette().color(QPalette::Text)},
        StatePalette::forPalette(palette()));
}

QImage ChartsPanel::picture()
{
    constexpr int finer = 2;
    QImage image(m_charts->size() * finer, QImage::Format_RGB32);
    image.setDevicePixelRatio(finer);
    image.fill(palette().color(QPalette::Base));
    m_charts->render(&image);
    return image;
}

/// Asks where to, without holding up anything, and writes all or nothing.
void ChartsPanel::exportTo(const QString &suffix, const QString &filter, const std::function<QByteArray()> &make)
{
    const QByteArray bytes = make(); // as it is now, however long somebody thinks of a name
    auto *dialog = new QFileDialog(this, tr("Export charts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    const QString first = m_data->services().value(0);
    dialog->selectFile(tr("charts-%1").arg(first) + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !commitWhole(file))
            Q_EMIT exportFailed(
                tr("The charts could not be written to %1: %2").arg(isolated(path), file.errorString()));
        else
            Q_EMIT exported(tr("The charts are in %1").arg(isolated(path)));
    });
    dialog->open();
}

} // namespace foghorn
