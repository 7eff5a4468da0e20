#include "ui/dialogs/verdictline.h"

#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace foghorn {

VerdictLine::VerdictLine(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_details(new QLabel(this))
    , m_wayOn(new QPushButton(this))
{
    for (QLabel *label : {m_sentence, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_wayOn->setAutoDefault(false);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(fontMetrics().height() / 2);
    grid->addWidget(m_glyph, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sentence, 0, 1);
    grid->addWidget(m_details, 1, 1);
    grid->addWidget(m_wayOn, 2, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    clear();
}

VerdictLine::~VerdictLine() = default;

void VerdictLine::say(const StateLook &look, const QString &sentence, const QString &details, const QString &wayOn)
{
    const int side = fontMetrics().height();
    m_glyph->setPixmap(
        glyphIcon(look, StatePalette::forPalette(palette())).pixmap(QSize(side, side), devicePixelRatio()));
    m_sentence->setText(sentence);
    m_details->setText(details);
    m_wayOn->setText(wayOn);
    m_glyph->setVisible(!sentence.isEmpty());
    m_details->setVisible(!details.isEmpty());
    m_wayOn->setVisible(!wayOn.isEmpty());
    m_sentence->setAccessibleName(sentence);
    QAccessibleEvent event(m_sentence, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void VerdictLine::clear() { say({}, {}); }

QString VerdictLine::sentence() const { return m_sentence->text(); }

} // namespace foghorn
