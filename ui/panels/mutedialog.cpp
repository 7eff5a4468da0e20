#include "ui/panels/mutedialog.h"

#include "core/commands/alertcommands.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

namespace {

constexpr qint64 usual = 4 * 3600; ///< seconds
constexpr qint64 minute = 60;

} // namespace

MuteDialog::MuteDialog(QWidget *parent)
    : QDialog(parent)
    , m_until(new QDateTimeEdit)
    , m_mute(new QPushButton(tr("&Mute")))
{
    setWindowTitle(tr("Mute until"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QDateTime now = QDateTime::currentDateTime();
    m_until->setDateTimeRange(now.addSecs(minute), now.addSecs(AlertCommands::longestSilence.count() * minute));
    m_until->setDateTime(now.addSecs(usual));
    m_until->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_until->setCalendarPopup(true);
    m_until->setAccessibleName(tr("Mute until"));
    auto *label = new QLabel(tr("Tell nobody of the alert &until:"));
    label->setBuddy(m_until);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_mute, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(label);
    column->addWidget(m_until);
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(buttons);
    m_mute->setDefault(true); // known to the dialog only now
    // The field has a calendar and parts of its own; left to itself Tab passes by Cancel.
    setTabOrder(m_until, m_mute);
    setTabOrder(m_mute, buttons->button(QDialogButtonBox::Cancel));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &MuteDialog::choose);
}

MuteDialog::~MuteDialog() = default;

void MuteDialog::choose()
{
    const qint64 seconds = QDateTime::currentDateTime().secsTo(m_until->dateTime());
    Q_EMIT chosen(std::chrono::minutes(std::max<qint64>(1, (seconds + minute - 1) / minute)));
    accept();
}

} // namespace foghorn
