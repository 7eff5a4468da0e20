#include "ui/dialogs/consequencedialog.h"

#include "ui/dialogs/stopplan.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include "core/base/names.h"
#include "core/registry/serviceregistry.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foghorn {

namespace {

constexpr qsizetype MostLines = 12;

StateLook lookNow(const ServiceRegistry &registry, const ServiceId &id)
{
    const RegistryEntry *entry = registry.find(id);
    return entry ? lookOf(factsOf(entry->info, entry->status, entry->health, Now::read().wall)) : StateLook{};
}

} // namespace

ConsequenceDialog::ConsequenceDialog(const Content &content, QWidget *parent)
    : QDialog(parent)
    , m_content(content)
{
    setWindowTitle(content.title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *layout = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap * 3 / 4);

    auto *title = new QLabel(content.title, this);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    title->setFont(large);
    title->setTextFormat(Qt::PlainText);
    layout->addWidget(title);
    auto *introduction = new QLabel(content.introduction, this);
    introduction->setTextFormat(Qt::PlainText);
    introduction->setWordWrap(true);
    introduction->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    layout->addWidget(introduction);
    addLines(content.lines);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    QPushButton *verb = buttons->addButton(content.verb, QDialogButtonBox::AcceptRole);
    if (!content.alternative.isEmpty()) {
        QPushButton *other = buttons->addButton(content.alternative, QDialogButtonBox::ActionRole);
        connect(other, &QPushButton::clicked, this, [this] {
            Q_EMIT alternativeChosen();
            close();
        });
        other->setAutoDefault(false);
    }
    verb->setAutoDefault(false);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(gap / 4);
    layout->addWidget(buttons);
    setAccessibleDescription(plainText());
}

ConsequenceDialog::~ConsequenceDialog() = default;

void ConsequenceDialog::addLines(const QList<Line> &lines)
{
    if (lines.isEmpty())
        return;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(fontMetrics().height() / 2);
    const StatePalette states = StatePalette::forPalette(palette());
    const int side = fontMetrics().height();
    const auto label = [this](const QString &text) {
        auto *made = new QLabel(text, this);
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    for (int row = 0; row < std::min(lines.size(), MostLines); ++row) {
        const Line &line = lines.at(row);
        auto *glyph = new QLabel(this);
        glyph->setPixmap(glyphIcon(line.look, states).pixmap(QSize(side, side), devicePixelRatio()));
        grid->addWidget(glyph, row, 0);
        grid->addWidget(label(line.name), row, 1);
        grid->addWidget(label(line.consequence), row, 2);
    }
    if (lines.size() > MostLines)
        grid->addWidget(label(tr("and %1 more").arg(lines.size() - MostLines)), static_cast<int>(MostLines), 1, 1, 2);
    grid->setColumnStretch(2, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

QString ConsequenceDialog::plainText() const
{
    QStringList text{m_content.title, m_content.introduction};
    for (const Line &line : m_content.lines)
        text.append(line.name + QStringLiteral(": ") + line.consequence);
    return text.join(QLatin1Char('\n'));
}

ConsequenceDialog::Content ConsequenceDialog::forStop(const ServiceRegistry &registry, const StopPlan &plan)
{
    Content content;
    QList<QString> names;
    for (const ServiceId &id : plan.services)
        names.append(printable(id));
    const QString what = Wording::list(names);
    const QString fleet = printable(registry.fleetName());
    content.title = tr("Stop %1?").arg(what);
    const qsizetype affected = plan.dependents.size() + plan.degraded.size();
    content.introduction = affected == 0 ? tr("On “%1”. No other running service needs what is stopped.").arg(fleet)
        : affected == 1                  ? tr("On “%1”. Stopping %2 also affects 1 service:").arg(fleet, what)
                        : tr("On “%1”. Stopping %2 also affects %3 services:").arg(fleet, what).arg(affected);
    if (plan.critical)
        content.introduction.prepend(tr("A critical service is among those that stop.") + QLatin1Char('\n'));
    for (const ServiceId &id : plan.dependents)
        content.lines.append({lookNow(registry, id), printable(id), tr("needs it → will be stopped first")});
    for (const ServiceId &id : plan.degraded)
        content.lines.append({lookNow(registry, id), printable(id), tr("optional → keeps running, degraded")});
    content.verb = plan.stoppedCount() == 1 ? tr("&Stop it") : tr("&Stop %1 services").arg(plan.stoppedCount());
    return content;
}

ConsequenceDialog::Content ConsequenceDialog::forStopAll(const ServiceRegistry &registry, int count)
{
    Content content;
    content.title = tr("Stop all services?");
    content.introduction = tr("On “%1”. Every service is stopped, those that others need last; the fleet stays loaded.")
                               .arg(printable(registry.fleetName()));
    content.verb = count == 1 ? tr("&Stop 1 service") : tr("&Stop %1 services").arg(count);
    return content;
}

ConsequenceDialog::Content ConsequenceDialog::forQuit(const ServiceRegistry &registry, int count)
{
    Content content;
    content.title = tr("Quit Foghorn?");
    content.introduction = count == 1
        ? tr("1 service of “%1” is running. It can go on without this window; the next start finds it again.")
              .arg(printable(registry.fleetName()))
        : tr("%2 services of “%1” are running. They can go on without this window; the next start finds them again.")
              .arg(printable(registry.fleetName()))
              .arg(count);
    content.verb = count == 1 ? tr("&Stop 1 service and quit") : tr("&Stop %1 services and quit").arg(count);
    content.alternative = tr("&Leave services running");
    return content;
}

} // namespace foghorn
