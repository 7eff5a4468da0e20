#include "ui/timeline/readoutline.h"

#include "ui/style/clockwords.h"
#include "ui/style/shownzone.h"
#include "ui/timeline/rangebuttons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

namespace foghorn {

QString logAtText(WallTime time)
{
    //: a button: %1 is a time of day
    return ReadOutLine::tr("&Log at %1").arg(shortClock(shownTime(time).time()));
}

ReadOutLine::ReadOutLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_label(new QLabel)
    , m_log(toolButton({}, tr("Show what the service wrote at that time")))
    , m_copy(toolButton(tr("Cop&y"), tr("Copy the line below the page")))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumWidth(1);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const int gap = fontMetrics().height() / 2;
    m_row->setContentsMargins(gap * 2, gap / 2, gap, gap / 2);
    m_row->addWidget(m_label, 1);
    m_row->addLayout(m_buttons);
    m_buttons->addWidget(m_log);
    m_buttons->addWidget(m_copy);
    m_log->hide();
    m_label->installEventFilter(this); // its width is what counts, and buttons come and go beside it
    connect(m_log, &QToolButton::clicked, this, &ReadOutLine::logWanted);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
}

ReadOutLine::~ReadOutLine() = default;

void ReadOutLine::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_label->setAccessibleName(m_name + QStringLiteral(": ") + text);
    elide();
}

void ReadOutLine::setWrapping()
{
    m_isWrapping = true;
    m_row->setDirection(QBoxLayout::TopToBottom);
    m_buttons->addStretch();
    m_copy->setText(m_copy->text().remove(u'&'));
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    constexpr int usualLines = 3; // what is below does not jump while the cursor moves
    m_label->setMinimumHeight(fontMetrics().height() * usualLines);
    elide();
}

void ReadOutLine::setCopyable(bool copyable) { m_copy->setEnabled(copyable); }

void ReadOutLine::setLogText(const QString &text)
{
    const QString plain = QString(text).remove(u'&');
    m_log->setText(m_isWrapping ? plain : text);
    m_log->setAccessibleName(plain);
    m_log->setVisible(!text.isEmpty());
}

void ReadOutLine::elide()
{
    m_label->setText(
        m_isWrapping ? m_text : fontMetrics().elidedText(m_text, Qt::ElideRight, std::max(1, m_label->width())));
}

bool ReadOutLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        elide();
    return QWidget::eventFilter(watched, event);
}

void ReadOutLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
}

} // namespace foghorn
