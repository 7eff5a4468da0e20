#include "ui/panels/columnroom.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace foghorn {

namespace {

constexpr int Hundred = 100;

} // namespace

ColumnRoom::ColumnRoom(QHeaderView &header, Plan plan)
    : QObject(&header)
    , m_header(header)
    , m_plan(std::move(plan))
    , m_lineWhenFitted(line())
{
    header.viewport()->installEventFilter(this);
    connect(&header, &QHeaderView::sectionResized, this, &ColumnRoom::onResized);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ColumnRoom::fit);
}

ColumnRoom::~ColumnRoom() = default;

bool ColumnRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

int ColumnRoom::line() const { return std::max(1, m_header.fontMetrics().height()); }

int ColumnRoom::inPixels(int hundredths) const { return (hundredths * line() + Hundred / 2) / Hundred; }

int ColumnRoom::inHundredths(int pixels) const { return (pixels * Hundred + line() / 2) / line(); }

/// As wide as it is wanted, whether there is room for it or not; 0 when nobody wants it.
int ColumnRoom::fullWidth(int section) const
{
    if (const auto away = m_away.constFind(section); away != m_away.cend())
        return inPixels(*away);
    if (section == m_plan.stretched && m_stretchedWanted && !m_header.isSectionHidden(section))
        return inPixels(*m_stretchedWanted);
    return m_header.sectionSize(section);
}

std::optional<int> ColumnRoom::wantedWidth(int section) const
{
    const bool isShrunk = section == m_plan.stretched && m_stretchedWanted && !m_header.isSectionHidden(section);
    if (isAway(section) || isShrunk)
        return fullWidth(section);
    return std::nullopt;
}

void ColumnRoom::onResized(int section, int before, int now)
{
    if (m_isFitting)
        return;
    const bool isShownOrHidden = before == 0 || now == 0;
    if (now > 0 && isShownOrHidden)
        m_away.remove(section); // by somebody else
    if (!isShownOrHidden && section == m_plan.kept)
        return; // it only takes what is left
    if (!isShownOrHidden && line() == m_lineWhenFitted) { // a person pulls at it, and it does not vanish meanwhile
        insistOn(section);
        if (section == m_plan.stretched)
            m_stretchedWanted.reset();
    }
    m_soon.start(); // the header tells of it before it is done
}

void ColumnRoom::insistOn(int section)
{
    if (!m_insisted.contains(section))
        m_insisted.append(section);
}

void ColumnRoom::arrange(const std::function<void()> &how)
{
    {
        const QScopedValueRollback guard(m_isFitting, true);
        release();
        how();
    }
    fit();
}

void ColumnRoom::release()
{
    m_insisted.clear();
    for (const int section : m_plan.yielding)
        setAway(section, false);
    if (m_stretchedWanted && !m_header.isSectionHidden(m_plan.stretched))
        m_header.resizeSection(m_plan.stretched, fullWidth(m_plan.stretched));
    m_stretchedWanted.reset();
}

void ColumnRoom::setAway(int section, bool away)
{
    if (away == isAway(section))
        return;
    if (away) {
        m_away.insert(section, inHundredths(fullWidth(section)));
        m_header.setSectionHidden(section, true);
        return;
    }
    const int width = fullWidth(section);
    m_away.remove(section);
    m_header.setSectionHidden(section, false);
    m_header.resizeSection(section, width);
}

void ColumnRoom::fit()
{
    if (m_isFitting)
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    int missing = 0; // pixels
    if (!m_header.isSectionHidden(m_plan.kept)) { // else there is nothing to make room for
        missing = m_plan.keptLeast * line() - m_header.viewport()->width();
        for (int section = 0; section < m_header.count(); ++section)
            missing += section == m_plan.kept ? 0 : fullWidth(section);
    }
    const int full = fullWidth(m_plan.stretched);
    const int least = m_insisted.contains(m_plan.stretched) ? full : std::min(full, m_plan.stretchedLeast * line());
    const int shrunk = std::clamp(full - missing, least, full);
    missing -= full - shrunk;
    for (const int section : m_plan.yielding) {
        const int width = section == m_plan.stretched ? shrunk : fullWidth(section);
        const bool yields = missing > 0 && width > 0 && !m_insisted.contains(section);
        if (yields)
            missing -= width;
        setAway(section, yields);
    }
    if (!m_header.isSectionHidden(m_plan.stretched)) {
        m_stretchedWanted = shrunk < full ? std::optional(inHundredths(full)) : std::nullopt;
        m_header.resizeSection(m_plan.stretched, shrunk);
    }
    widenKept();
    m_lineWhenFitted = line();
}

void ColumnRoom::widenKept()
{
    if (m_header.isSectionHidden(m_plan.kept))
        return;
    int others = 0;
    bool isLast = true;
    for (int section = 0; section < m_header.count(); ++section) {
        if (section == m_plan.kept || m_header.isSectionHidden(section))
            continue;
        others += m_header.sectionSize(section);
        isLast = isLast && m_header.visualIndex(section) < m_header.visualIndex(m_plan.kept);
    }
    const int least = m_plan.keptLeast * line();
    const int wanted = isLast ? m_header.viewport()->width() - others : m_header.sectionSize(m_plan.kept);
    m_header.resizeSection(m_plan.kept, std::max(wanted, least));
}

} // namespace foghorn
