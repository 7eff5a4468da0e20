#pragma once

#include <QIcon>
#include <QList>
#include <QTabBar>
#include <QTabWidget>

namespace foghorn {

/// Tabs with names where all of them fit. Where they do not, a sign stands for each, and the current one has its name
/// beside it; to screen readers and in the tool tips each keeps its name. No name is ever cut, and none is out of
/// sight.
class FittingTabBar final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FittingTabBar)
public:
    explicit FittingTabBar(QWidget *parent = nullptr);
    ~FittingTabBar() override;

    /// For the tab that was added last.
    void addSign(const QIcon &sign) { m_signs.append(sign); }
    bool showsSigns() const { return m_showsSigns; }
    /// Empty where a sign alone stands for it.
    QString wordsOf(int tab) const;
    /// All signs and the longest name.
    QSize minimumSizeHint() const override;

protected:
    QSize tabSizeHint(int tab) const override;
    QSize minimumTabSizeHint(int tab) const override { return tabSizeHint(tab); }
    void initStyleOption(QStyleOptionTab *option, int tab) const override;
    void resizeEvent(QResizeEvent *event) override;
    void tabLayoutChange() override;

private:
    int nameWidth(int tab) const;
    void fit();

    QList<QIcon> m_signs;
    bool m_showsSigns = false;
};

/// Pages under such tabs.
class FittingTabs final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FittingTabs)
public:
    explicit FittingTabs(QWidget *parent = nullptr);
    ~FittingTabs() override;

    void add(QWidget *page, const QIcon &sign, const QString &name);

private:
    FittingTabBar *m_bar;
};

} // namespace foghorn
