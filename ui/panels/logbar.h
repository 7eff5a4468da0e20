#pragma once

#include "ui/models/logmodel.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace foghorn {

class ScopeChips;
class ServiceSelection;
class UserSettings;

/// What stands above the lines: whose they are, what is looked for in them, and how they are shown.
class LogBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogBar)
public:
    explicit LogBar(ServiceSelection &selection, QWidget *parent = nullptr);
    ~LogBar() override;

    ScopeChips &chips() const { return *m_chips; }
    QLineEdit &findField() const { return *m_find; }
    QToolButton &pauseButton() const { return *m_pause; }
    void focusFind();
    /// "3 of 41"; empty while nothing is looked for.
    void setFound(const QString &text);
    LogModel::Filter filter() const;
    /// Takes over what was chosen before, and keeps what is chosen from now on; `settings` must outlive it.
    void remember(UserSettings &settings);
    /// Takes over only whether times are in UTC, whoever says so; `settings` must outlive it.
    void followUtc(UserSettings &settings);
    /// Shows every line again.
    void clearFilter();

Q_SIGNALS:
    void filterChanged();
    void soughtChanged(const QString &text);
    void nextWanted(bool forward);
    void linesWanted(); ///< the keys shall go to the lines
    void utcChanged(bool utc);
    void wrapChanged(bool wrap);
    void pauseChanged(bool paused);
    void clearWanted();
    void exportWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QBoxLayout *buildScopeRow();
    QBoxLayout *buildFindRow();
    QToolButton *button(const QString &text, const QString &name);
    void readSettings(const UserSettings &settings);
    QWidget *buildAround();
    QComboBox *buildLevels();
    QCheckBox *box(const QString &text, const QString &tip);

    ScopeChips *m_chips;
    QLineEdit *m_find = nullptr;
    QLabel *m_found = nullptr;
    QCheckBox *m_onlyFound = nullptr;
    QSpinBox *m_around = nullptr;
    QCheckBox *m_utc = nullptr;
    QCheckBox *m_wrap = nullptr;
    QComboBox *m_level = nullptr;
    QToolButton *m_pause = nullptr;
};

} // namespace foghorn
