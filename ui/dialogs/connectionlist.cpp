#include "ui/dialogs/connectionlist.h"

#include "ui/models/connectionbook.h"

#include "core/base/names.h"

namespace foghorn {

ConnectionList::ConnectionList(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Connections"));
    setUniformItemSizes(false);
    setSpacing(fontMetrics().height() / 8);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    setMinimumWidth(fontMetrics().height() * 15);
    setIconSize(QSize(1, 1) * fontMetrics().height());
}

ConnectionList::~ConnectionList() = default;

QSize ConnectionList::sizeHint() const { return QSize(17, 20) * fontMetrics().height(); }

void ConnectionList::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    small.setBold(true);
    item->setFont(small);
    item->setFlags(Qt::NoItemFlags); // the arrow keys pass over it
    item->setForeground(palette().brush(QPalette::PlaceholderText));
    m_choices.append({Kind::Heading, {}, {}});
}

QListWidgetItem *ConnectionList::addChoice(const Choice &choice, const QString &name, const QString &place)
{
    auto *item = new QListWidgetItem(this);
    item->setText(place.isEmpty() ? name : name + QLatin1Char('\n') + place);
    item->setIcon(ConnectionTints::icon(choice.profile.tint));
    //: %1 is the name of a connection, %2 where it leads
    item->setData(Qt::AccessibleTextRole, place.isEmpty() ? name : tr("%1, %2").arg(name, place));
    item->setToolTip(item->text());
    m_choices.append(choice);
    return item;
}

void ConnectionList::fill(ConnectionDesk &desk)
{
    const QSignalBlocker quiet(this);
    clear();
    m_choices.clear();
    const QList<FoundFleet> found = desk.found();
    if (!desk.ownFleet().isEmpty() || !found.isEmpty())
        addHeading(tr("THIS COMPUTER"));
    if (!desk.ownFleet().isEmpty())
        addChoice({Kind::Own, {}, {}}, printable(desk.ownFleet()), tr("run by this program"));
    for (const FoundFleet &fleet : found) {
        ConnectionProfile profile;
        profile.name = fleet.name;
        profile.url = fleet.url;
        addChoice({Kind::Found, profile, fleet.stateDirectory}, printable(fleet.name),
            printable(ConnectionProfileCheck::placeOf(fleet.url)));
    }
    addHeading(tr("KEPT"));
    for (const ConnectionProfile &profile : desk.book().profiles()) {
        const QString place = printable(ConnectionProfileCheck::placeOf(profile.url));
        const QString label = printable(profile.label);
        addChoice({Kind::Kept, profile, {}}, printable(profile.name),
            label.isEmpty() ? place : tr("%1 · %2", "label and address of a connection").arg(label, place));
    }
    addChoice({Kind::New, {}, {}}, tr("New connection…"), {});
}

ConnectionList::Choice ConnectionList::choice() const { return m_choices.value(currentRow()); }

void ConnectionList::choose(const ConnectionProfile &profile)
{
    const auto rowOf = [this](const auto &isIt) {
        const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(), isIt);
        return found == m_choices.cend() ? -1 : static_cast<int>(found - m_choices.cbegin());
    };
    int row = rowOf([&](const Choice &each) {
        return each.kind == Kind::Kept && !profile.name.isEmpty() && each.profile.name == profile.name;
    });
    if (row < 0 && !profile.url.isEmpty())
        row = rowOf([&](const Choice &each) { return each.kind != Kind::Heading && each.profile.url == profile.url; });
    if (row < 0 && profile.url.isEmpty())
        row = rowOf([](const Choice &each) { return each.kind == Kind::Kept; });
    if (row < 0 && profile.url.isEmpty())
        row = rowOf([](const Choice &each) { return each.kind == Kind::Found; });
    setCurrentRow(row < 0 ? count() - 1 : row);
}

void ConnectionList::chooseNew() { setCurrentRow(count() - 1); }

} // namespace foghorn
