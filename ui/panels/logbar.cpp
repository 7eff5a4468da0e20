#include "ui/panels/logbar.h"

#include "ui/panels/scopechips.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
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
    const int side = fontMetrics().height() * 8 / 5;
    made->setMinimumSize(made->sizeHint().expandedTo({side, side})); // never less than its words need
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
    m_utc = box(tr("UTC"), tr("Times in UTC instead of local time"));
    m_utc->setAccessibleName(tr("Times in UTC"));
    m_wrap = box(tr("Wrap"), tr("Break long lines in the field below, where a line is shown whole"));
    m_wrap->setAccessibleName(tr("Break long lines"));
    m_wrap->setChecked(true);
    m_pause = button(tr("Pause"), tr("Keep new lines back until you go on"));
    m_pause->setCheckable(true);
    QToolButton *clear = button(tr("Clear view"), tr("Hide the lines that are here now; they can be shown again"));
    QToolButton *save = button(tr("Export…"), tr("Write the lines that are shown as text, CSV or JSON lines (Ctrl+E)"));
    save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(m_utc, &QCheckBox::toggled, this, &LogBar::utcChanged);
    connect(m_wrap, &QCheckBox::toggled, this, &LogBar::wrapChanged);
    connect(m_pause, &QToolButton::toggled, this, &LogBar::pauseChanged);
    connect(clear, &QToolButton::clicked, this, &LogBar::clearWanted);
    connect(save, &QToolButton::clicked, this, &LogBar::exportWanted);
    row->addWidget(m_chips, 1);
    row->addWidget(m_utc);
    row->addWidget(m_wrap);
    row->addWidget(m_pause);
    row->addWidget(clear);
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
    m_level = buildLevels();
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
    row->addWidget(buildAround());
    row->addStretch();
    row->addWidget(m_level);
    return row;
}

QComboBox *LogBar::buildLevels()
{
    auto *levels = new QComboBox;
    levels->setAccessibleName(tr("Least level shown"));
    levels->setToolTip(tr("Lines of this level and of higher ones"));
    levels->setStatusTip(levels->toolTip());
    levels->addItem(tr("All levels"), static_cast<int>(LogLevel::Debug));
    levels->addItem(tr("Info and above"), static_cast<int>(LogLevel::Info));
    levels->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    levels->addItem(tr("Errors only"), static_cast<int>(LogLevel::Error));
    return levels;
}

/// How much of what is around a match is shown with it; means nothing while all lines are.
QWidget *LogBar::buildAround()
{
    constexpr int most = 50;
    m_around = new QSpinBox;
    m_around->setRange(0, most);
    m_around->setPrefix(QStringLiteral("± "));
    m_around->setAccessibleName(tr("Lines around each match"));
    if (auto *field = m_around->findChild<QLineEdit *>())
        field->setAccessibleName(tr("Number of lines around each match"));
    m_around->setToolTip(tr("How many lines before and after each match are shown with it"));
    m_around->setStatusTip(m_around->toolTip());
    m_around->setEnabled(false);
    connect(m_onlyFound, &QCheckBox::toggled, m_around, &QWidget::setEnabled);
    connect(m_around, &QSpinBox::valueChanged, this, &LogBar::filterChanged);
    return m_around;
}

void LogBar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LogBar::setFound(const QString &text) { m_found->setText(text); }

LogModel::Filter LogBar::filter() const
{
    return {static_cast<LogLevel>(m_level->currentData().toInt()),
        m_onlyFound->isChecked() ? m_find->text() : QString(), m_around->value()};
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
