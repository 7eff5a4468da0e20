#pragma once

#include <QObject>

class QMenu;

namespace foghorn {

class ColumnRoom;
class ServiceTableModel;
class ServiceView;
class UserSettings;

/// Which columns the table of services shows, what two of them mean, and how high its rows are: a person chooses in
/// the menu of the header. Meaning and height are kept here, the columns with the rest of the window's layout.
class ServiceColumns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceColumns)
public:
    /// All of it must outlive this; `view` becomes the parent.
    ServiceColumns(ServiceView &view, ServiceTableModel &model, UserSettings &settings);
    ~ServiceColumns() override;

    /// To choose from; the caller shows it.
    QMenu *makeMenu();
    /// Below the header, as if it had been clicked.
    void showMenu();
    void showMenuAt(const QPoint &global);
    void setShown(int column, bool shown);
    /// Seen now: a narrow table shows fewer than are wanted, so that there is room for the reasons.
    bool isShown(int column) const;
    /// As HeaderLayout, of what is wanted.
    QStringList layout() const;
    void setLayout(const QStringList &layout);
    void setComfortable(bool comfortable);
    /// As at first.
    void reset();

private:
    void restore();
    void followRows();
    void addColumnActions(QMenu &menu);
    void addMeaningActions(QMenu &menu);
    void addHeightActions(QMenu &menu);
    int defaultWidth(int column) const;

    void showUsual();

    ServiceView &m_view;
    ServiceTableModel &m_model;
    UserSettings &m_settings;
    ColumnRoom *m_room = nullptr;
};

} // namespace foghorn
