#include "ui/panels/failurerow.h"

#include "ui/models/operationwords.h"
#include "ui/panels/detailparts.h"

#include "core/base/names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace foghorn {

namespace {

/// Very long words may be parted, so that a line of a service makes no window wider.
QString partable(const QString &text)
{
    constexpr int longest = 48;
    QString parted;
    int run = 0;
    for (const QChar each : text) {
        run = each.isSpace() ? 0 : run + 1;
        parted += each;
        if (run >= longest && !each.isHighSurrogate()) {
            parted += QChar(0x200b); // zero width space
            run = 0;
        }
    }
    return parted;
}

} // namespace

FailureRow::FailureRow(const ServiceId &service, QWidget *parent)
    : QWidget(parent)
    , m_glyph(new GlyphLabel)
    , m_text(new QLabel)
    , m_log(new QPushButton(tr("Log")))
    , m_retry(new QPushButton(tr("Retry")))
    , m_skip(new QPushButton(tr("Skip")))
    , m_force(new QPushButton(tr("Force stop…")))
{
    const int gap = fontMetrics().height() / 3;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, gap / 2, 0, gap / 2);
    row->setSpacing(gap);
    m_glyph->setMaximumSize(QSize(1, 1) * fontMetrics().height()); // as large as those of the others
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const QString name = printable(service);
    m_log->setAccessibleName(tr("Log of %1").arg(name));
    m_log->setStatusTip(tr("Show what %1 has written").arg(name));
    m_retry->setAccessibleName(tr("Retry %1").arg(name));
    m_retry->setStatusTip(tr("Try it once more with %1").arg(name));
    m_skip->setAccessibleName(tr("Skip %1").arg(name));
    m_skip->setStatusTip(tr("Go on without %1: it no longer counts as failed here, and stays as it is").arg(name));
    m_force->setAccessibleName(tr("Force %1 to stop").arg(name));
    m_force->setStatusTip(tr("Kill all processes of %1 at once; asks before").arg(name));
    for (QPushButton *button : {m_log, m_retry, m_skip, m_force})
        button->setToolTip(button->statusTip());
    row->addWidget(m_glyph, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_log, 0, Qt::AlignVCenter);
    row->addWidget(m_retry, 0, Qt::AlignVCenter);
    row->addWidget(m_skip, 0, Qt::AlignVCenter);
    row->addWidget(m_force, 0, Qt::AlignVCenter);
    connect(m_log, &QPushButton::clicked, this, [this, service] { Q_EMIT logWanted(service); });
    connect(m_retry, &QPushButton::clicked, this, [this, service] { Q_EMIT retryWanted(service); });
    connect(m_skip, &QPushButton::clicked, this, [this, service] { Q_EMIT skipWanted(service); });
    connect(m_force, &QPushButton::clicked, this, [this, service] { Q_EMIT forceStopWanted(service); });
    setStuck(false);
}

FailureRow::~FailureRow() = default;

void FailureRow::setStuck(bool stuck)
{
    m_glyph->setLook(OperationWords::look(stuck ? StepPhase::Stopping : StepPhase::Failed, OperationKind::Start));
    m_retry->setVisible(!stuck);
    m_skip->setVisible(!stuck);
    m_force->setVisible(stuck);
}

void FailureRow::setText(const QString &text)
{
    if (m_plain == text)
        return;
    m_plain = text;
    m_text->setText(partable(text));
    m_text->setAccessibleName(text);
}

} // namespace foghorn
