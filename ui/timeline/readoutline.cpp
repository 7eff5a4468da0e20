#include "ui/timeline/readoutline.h"

#include "ui/timeline/rangebuttons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace foghorn {

ReadOutLine::ReadOutLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_label(new QLabel)
    , m_copy(toolButton(tr("Cop&y"), tr("Copy the line below the page")))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setMinimumWidth(1);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap * 2, gap / 2, gap, gap / 2);
    row->addWidget(m_label, 1);
    row->addWidget(m_copy);
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

void ReadOutLine::elide()
{
    m_label->setText(fontMetrics().elidedText(m_text, Qt::ElideRight, std::max(1, m_label->width())));
}

void ReadOutLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void ReadOutLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
}

} // namespace foghorn
