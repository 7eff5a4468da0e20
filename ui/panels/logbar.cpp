#include "ui/panels/logbar.h"

#include "ui/panels/scopechips.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace foghorn {

LogBar::LogBar(ServiceSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_chips(new ScopeChips(selection))
{
    const int gap = fontMetrics().height() / 2;
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(gap, gap, gap, gap);
    rows->setSpacing(gap);
    rows->addLayout(buildScopeRow());
    rows->addLayout(buildFindRow());
}

LogBar::~LogBar() = default;

QToolButton *LogBar::button(const QString &text, const QString &name)
{
    auto *made = new QToolButton;
    made->setText(text);
    made->setToolTip(name);
    made->setStatusTip(name);
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::TabFocus);
    made->setMinimumSize(fontMetrics().height() * 8 / 5, fontMetrics().height() * 8 / 5);
    return made;
}

QCheckBox *LogBar::box(const QString &text, const QString &tip)
{
    auto *made = new QCheckBox(text);
    made->setToolTip(tip);
    made->setStatusTip(tip);
    return made;
}

QBoxLayout *LogBar::buildScopeRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().height() / 2);
    QCheckBox *utc = box(tr("UTC"), tr("Times in UTC instead of local time"));
    utc->setAccessibleName(tr("Times in UTC"));
    QCheckBox *wrap = box(tr("Wrap"), tr("Break long lines in the field below, where a line is shown whole"));
    wrap->setAccessibleName(tr("Break long lines"));
    wrap->setChecked(true);
    m_pause = button(tr("Pause"), tr("Keep new lines back until you go on"));
    m_pause->setCheckable(true);
    QToolButton *save = button(tr("Export…"), tr("Write the lines that are shown to a text file (Ctrl+E)"));
    save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(utc, &QCheckBox::toggled, this, &LogBar::utcChanged);
    connect(wrap, &QCheckBox::toggled, this, &LogBar::wrapChanged);
    connect(m_pause, &QToolButton::toggled, this, &LogBar::pauseChanged);
    connect(save, &QToolButton::clicked, this, &LogBar::exportWanted);
    row->addWidget(m_chips, 1);
    row->addWidget(utc);
    row->addWidget(wrap);
    row->addWidget(m_pause);
    row->addWidget(save);
    return row;
}

QBoxLayout *LogBar::buildFindRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().height() / 2);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find in the lines (Ctrl+F)"));
    m_find->setAccessibleName(tr("Find in the lines"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    m_find->installEventFilter(this);
    m_found = new QLabel;
    m_found->setTextFormat(Qt::PlainText);
    QToolButton *previous = button(QStringLiteral("▲"), tr("The find before this one (Shift+F3)"));
    QToolButton *next = button(QStringLiteral("▼"), tr("The next find (F3)"));
    m_onlyFound = box(tr("Only matches"), tr("Hide the lines that do not match"));
    m_level = new QComboBox;
    m_level->setAccessibleName(tr("Least level shown"));
    m_level->setToolTip(tr("Lines of this level and of higher ones"));
    m_level->setStatusTip(m_level->toolTip());
    m_level->addItem(tr("All levels"), static_cast<int>(LogLevel::Debug));
    m_level->addItem(tr("Info and above"), static_cast<int>(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    m_level->addItem(tr("Errors only"), static_cast<int>(LogLevel::Error));
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        Q_EMIT soughtChanged(text);
        if (m_onlyFound->isChecked())
            Q_EMIT filterChanged();
    });
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT nextWanted(false); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT nextWanted(true); });
    connect(m_onlyFound, &QCheckBox::toggled, this, &LogBar::filterChanged);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogBar::filterChanged);
    row->addWidget(m_find, 1);
    row->addWidget(m_found);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(m_onlyFound);
    row->addStretch();
    row->addWidget(m_level);
    return row;
}

void LogBar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LogBar::setFound(const QString &text) { m_found->setText(text); }

LogModel::Filter LogBar::filter() const
{
    return {
        static_cast<LogLevel>(m_level->currentData().toInt()), m_onlyFound->isChecked() ? m_find->text() : QString()};
}

void LogBar::clearFilter()
{
    m_level->setCurrentIndex(0);
    m_onlyFound->setChecked(false);
}

bool LogBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) { // first clear, then leave
            if (m_find->text().isEmpty())
                Q_EMIT linesWanted();
            m_find->clear();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT nextWanted(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            Q_EMIT linesWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace foghorn
