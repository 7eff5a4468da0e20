#include "ui/panels/fittingtabs.h"

#include <QStyleOptionTab>

#include <algorithm>
#include <utility>

namespace foghorn {

namespace {

constexpr int SignGap = 4; // what QCommonStyle leaves between icon and text of a tab, in pixels

} // namespace

FittingTabBar::FittingTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setElideMode(Qt::ElideNone);
    setExpanding(false);
}

FittingTabBar::~FittingTabBar() = default;

QString FittingTabBar::wordsOf(int tab) const
{
    return m_showsSigns && tab != currentIndex() ? QString() : tabText(tab);
}

int FittingTabBar::nameWidth(int tab) const { return fontMetrics().size(Qt::TextShowMnemonic, tabText(tab)).width(); }

/// The current one has room for the longest name, whichever it is: so the tab that is clicked stays under the pointer.
QSize FittingTabBar::tabSizeHint(int tab) const
{
    QSize size = QTabBar::tabSizeHint(tab);
    if (!m_showsSigns)
        return size;
    size.rwidth() += iconSize().width() - nameWidth(tab);
    if (tab == currentIndex()) {
        int longest = 0;
        for (int each = 0; each < count(); ++each)
            longest = std::max(longest, nameWidth(each));
        size.rwidth() += SignGap + longest;
    }
    return size.expandedTo(QSize(0, iconSize().height()));
}

QSize FittingTabBar::minimumSizeHint() const
{
    QSize least = QTabBar::minimumSizeHint();
    int width = 0;
    int longest = 0;
    for (int tab = 0; tab < count(); ++tab) {
        width += QTabBar::tabSizeHint(tab).width() - nameWidth(tab) + iconSize().width();
        longest = std::max(longest, nameWidth(tab));
    }
    least.setWidth(width + SignGap + longest);
    return least;
}

void FittingTabBar::initStyleOption(QStyleOptionTab *option, int tab) const
{
    QTabBar::initStyleOption(option, tab);
    if (!m_showsSigns)
        return;
    option->icon = m_signs.value(tab);
    option->text = wordsOf(tab);
}

void FittingTabBar::resizeEvent(QResizeEvent *event)
{
    fit();
    QTabBar::resizeEvent(event);
}

void FittingTabBar::tabLayoutChange()
{
    QTabBar::tabLayoutChange();
    fit();
}

void FittingTabBar::fit()
{
    int names = 0;
    for (int tab = 0; tab < count(); ++tab)
        names += QTabBar::tabSizeHint(tab).width();
    const bool wasSigns = std::exchange(m_showsSigns, names > width());
    for (int tab = 0; tab < count(); ++tab)
        setTabToolTip(tab, m_showsSigns ? tabText(tab) : QString());
    if (m_showsSigns != wasSigns)
        setIconSize(iconSize()); // lays the tabs out anew
}

FittingTabs::FittingTabs(QWidget *parent)
    : QTabWidget(parent)
    , m_bar(new FittingTabBar(this))
{
    setTabBar(m_bar);
    setDocumentMode(true); // gives the bar all of the width
}

FittingTabs::~FittingTabs() = default;

void FittingTabs::add(QWidget *page, const QIcon &sign, const QString &name)
{
    m_bar->addSign(sign);
    addTab(page, name);
}

} // namespace foghorn
