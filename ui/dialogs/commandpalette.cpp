#include "ui/dialogs/commandpalette.h"

#include "ui/dialogs/palettelist.h"
#include "ui/style/statepalette.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

namespace {

constexpr qsizetype MostHits = 100;
constexpr int RowsInAPage = 10;
constexpr int LongestPattern = 200;
constexpr qsizetype LongNote = 50; ///< letters that a row may have no room for

} // namespace

CommandPalette::CommandPalette(const QList<PaletteEntry> &entries, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_model(new PaletteModel(this))
    , m_list(new PaletteList(*m_model, this))
    , m_field(new QLineEdit(this))
    , m_hint(new QLabel(this))
{
    setWindowTitle(tr("Command palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { activate(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::showHint);
    m_levels.append({entries, {}, {}});
    showLevel(m_levels.last());
    m_field->setFocus();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::build()
{
    const int gap = fontMetrics().height() / 2;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1); // the line around it
    layout->setSpacing(0);
    m_field->setAccessibleName(tr("Service, action or page"));
    m_field->setFrame(false);
    m_field->setMaxLength(LongestPattern);
    m_field->setTextMargins(gap, gap, gap, gap);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_field->setFont(large);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(gap, gap / 2, gap, gap / 2);
    m_hint->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_hint->setMinimumHeight(fontMetrics().height() * 2 + gap); // nothing moves when there is more to say
    m_hint->setAccessibleName(tr("What Enter does"));
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    setFocusProxy(m_field);
}

int CommandPalette::currentRow() const { return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1; }

void CommandPalette::showLevel(const Level &level)
{
    m_field->setPlaceholderText(
        level.title.isEmpty() ? tr("Service, action or page") : tr("What to do with %1").arg(level.title));
    m_model->setHits({}); // they are numbers of other entries
    m_model->setEntries(level.entries);
    const QString pattern = level.pattern;
    if (m_field->text() == pattern)
        search();
    else
        m_field->setText(pattern); // searches
}

void CommandPalette::search()
{
    m_levels.last().pattern = m_field->text();
    m_model->setHits(rankEntries(m_model->entries(), m_field->text(), MostHits));
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    if (m_model->rowCount() > 0)
        announceFocus(m_list, 0); // the same row, but something else in it
    showHint();
}

void CommandPalette::showHint()
{
    const int row = currentRow();
    if (row < 0) {
        //: %1 is what somebody has typed
        m_hint->setText(tr("Nothing fits “%1”. Esc closes.").arg(m_field->text()));
        return;
    }
    const PaletteEntry &entry = m_model->entry(row);
    const QString back = m_levels.size() > 1 ? tr("Esc goes back") : tr("Esc closes");
    if (!entry.isEnabled)
        m_hint->setText(entry.note.isEmpty() ? tr("Not available now") : entry.note);
    else if (entry.run && entry.note.size() > LongNote)
        m_hint->setText(entry.note); // cut off in its row
    else if (entry.run)
        m_hint->setText(tr("Enter does it · %1").arg(back));
    else
        m_hint->setText(tr("Enter shows what can be done · %1").arg(back));
}

void CommandPalette::activate(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_list->setCurrentIndex(m_model->index(row));
    const PaletteEntry entry = m_model->entry(row); // a copy: what it does may end us
    if (!entry.isEnabled)
        return; // the hint says why
    if (entry.run) {
        accept();
        entry.run();
        return;
    }
    m_levels.append({entry.open(), {}, entry.title});
    showLevel(m_levels.last());
}

bool CommandPalette::goBack()
{
    if (m_levels.size() < 2)
        return false;
    m_levels.removeLast();
    const Level level = m_levels.last();
    showLevel(level);
    return true;
}

void CommandPalette::step(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(currentRow() + rows, 0, last)));
}

bool CommandPalette::onKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(RowsInAPage);
        return true;
    case Qt::Key_PageUp:
        step(-RowsInAPage);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(currentRow());
        return true;
    case Qt::Key_Escape:
        if (!goBack())
            reject();
        return true;
    case Qt::Key_Backspace:
        return m_field->text().isEmpty() && goBack();
    case Qt::Key_Tab: // there is nowhere else to go
    case Qt::Key_Backtab:
        return true;
    }
    return false;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return onKey(static_cast<QKeyEvent *>(event)->key());
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(StatePalette::forPalette(palette()).edge());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

/// Below the upper edge of the window, in its middle, as wide as there is room.
void CommandPalette::showEvent(QShowEvent *event)
{
    if (const QWidget *window = parentWidget() ? parentWidget()->window() : nullptr) {
        const int margin = fontMetrics().height() * 2;
        resize(std::min(sizeHint().width(), std::max(window->width() - margin * 2, fontMetrics().height() * 15)),
            std::min(sizeHint().height(), std::max(window->height() - margin * 2, fontMetrics().height() * 10)));
        move(window->mapToGlobal(QPoint((window->width() - width()) / 2, margin * 3 / 2)));
    }
    QDialog::showEvent(event);
}

} // namespace foghorn
