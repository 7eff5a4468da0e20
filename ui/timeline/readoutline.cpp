#include "ui/timeline/readoutline.h"

#include "ui/style/clockwords.h"
#include "ui/style/shownzone.h"
#include "ui/timeline/rangebuttons.h"

#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
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
    , m_label(new QLabel)
    , m_log(toolButton({}, tr("Show what the service wrote at that time")))
    , m_copy(toolButton(tr("Cop&y"), tr("Copy the line below the page")))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumWidth(1);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap * 2, gap / 2, gap, gap / 2);
    row->addWidget(m_label, 1);
    row->addWidget(m_log);
    row->addWidget(m_copy);
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

void ReadOutLine::setCopyable(bool copyable) { m_copy->setEnabled(copyable); }

void ReadOutLine::setLogText(const QString &text)
{
    m_log->setText(text);
    m_log->setAccessibleName(QString(text).remove(u'&'));
    m_log->setVisible(!text.isEmpty());
}

void ReadOutLine::elide()
{
    m_label->setText(fontMetrics().elidedText(m_text, Qt::ElideRight, std::max(1, m_label->width())));
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
