#include "ui/panels/logfooter.h"

#include "core/base/names.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

namespace foghorn {

namespace {

/// Braces are easier to read one below the other.
QString readable(const QString &text)
{
    const qsizetype brace = text.indexOf(u'{');
    if (brace < 0 || !text.endsWith(u'}'))
        return text;
    const QJsonDocument json = QJsonDocument::fromJson(text.sliced(brace).toUtf8());
    if (json.isNull())
        return text;
    const QString before = text.first(brace).trimmed();
    return (before.isEmpty() ? QString() : before + u'\n') + QString::fromUtf8(json.toJson()).trimmed();
}

} // namespace

LogFooter::LogFooter(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
    , m_older(new QLabel)
    , m_copyPath(new QToolButton)
{
    const int line = fontMetrics().height();
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_text->setFont(fixed);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setAccessibleName(tr("The current line, whole"));
    m_text->setPlaceholderText(tr("Choose a line to read it whole and to copy from it"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(line / 2.0);
    m_text->setFixedHeight(line * 6);
    m_older->setTextFormat(Qt::PlainText);
    m_older->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_older->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a path may be long
    m_copyPath->setText(tr("Copy path"));
    m_copyPath->setAccessibleName(tr("Copy the path of the log"));
    m_copyPath->setStatusTip(m_copyPath->accessibleName());
    m_copyPath->setFocusPolicy(Qt::TabFocus);
    m_copyPath->setMinimumHeight(line * 8 / 5);
    connect(m_copyPath, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_paths.join(u'\n')); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Plain);
    rule->setForegroundRole(QPalette::Mid);
    column->addWidget(rule);
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(line / 2, line / 4, line / 2, line / 4);
    row->addWidget(m_older, 1);
    row->addWidget(m_copyPath);
    column->addLayout(row);
    setOlder({});
}

LogFooter::~LogFooter() = default;

void LogFooter::showLine(const LogEntryPtr &entry, bool utc)
{
    if (!entry) {
        m_text->clear();
        return;
    }
    QString head = timeOfDay(entry->at, utc);
    if (!entry->service.isEmpty())
        head += QStringLiteral("  ") + entry->service;
    if (entry->hasLevel)
        head += QStringLiteral("  ") + levelWord(entry->level);
    const QString end = entry->isCut ? tr(" … (the rest was cut)") : QString();
    m_text->setPlainText(head + u'\n' + readable(entry->text) + end);
}

void LogFooter::setLow()
{
    constexpr int lines = 4;
    m_isLow = true;
    m_older->installEventFilter(this); // a button comes and goes beside it
    m_text->setMinimumHeight(0);
    m_text->setMaximumHeight(std::max(fontMetrics().height() * lines, m_text->minimumSizeHint().height()));
}

void LogFooter::setWrap(bool wrap)
{
    m_text->setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

void LogFooter::setOlder(const QStringList &paths)
{
    m_paths = paths;
    m_older->setVisible(!paths.isEmpty());
    m_copyPath->setVisible(!paths.isEmpty());
    if (paths.size() == 1)
        m_olderText = tr("Older lines are in %1").arg(printable(paths.first()));
    else
        m_olderText = tr("Older lines of %Ln services are in their files", nullptr, static_cast<int>(paths.size()));
    showOlder();
    m_older->setToolTip(paths.size() == 1 ? printable(paths.first()).toHtmlEscaped() : QString());
}

void LogFooter::showOlder()
{
    const int room = std::max(1, m_older->contentsRect().width());
    m_older->setText(m_isLow ? fontMetrics().elidedText(m_olderText, Qt::ElideMiddle, room) : m_olderText);
    m_older->setAccessibleName(m_olderText);
}

bool LogFooter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_older && event->type() == QEvent::Resize)
        showOlder();
    return QWidget::eventFilter(watched, event);
}

QString LogFooter::text() const { return m_text->toPlainText(); }

QString LogFooter::olderText() const { return m_older->isHidden() ? QString() : m_olderText; }

} // namespace foghorn
