#pragma once

#include "ui/panels/detailtab.h"

class QLabel;
class QListView;
class QPushButton;

namespace foghorn {

class CheckListModel;
class CheckStrip;

/// The tab of the last 100 checks: the strip, what its cursor is on, and all of them as a list. A failed one leads to
/// what the service wrote about then.
class DetailChecks final : public DetailTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailChecks)
public:
    explicit DetailChecks(QWidget *parent = nullptr);
    ~DetailChecks() override;

    void showSubject(const DetailSubject &subject) override;
    CheckStrip &strip() const { return *m_strip; }
    QListView &list() const { return *m_list; }
    QString readOut() const;

private:
    void onCursorMoved(int check);
    void onRowChanged(int row);
    void showReadOut();
    void openLog(int row);

    ServiceId m_service;
    CheckListModel *m_checks;
    CheckStrip *m_strip;
    QLabel *m_readOut;
    QPushButton *m_log;
    QListView *m_list;
    bool m_isFollowing = false; ///< strip and list move each other
};

} // namespace foghorn
