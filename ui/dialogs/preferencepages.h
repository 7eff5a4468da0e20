#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace foghorn {

class Theme;
class UserSettings;

// The simple pages of the preferences. Each writes a setting as soon as it is changed, and follows it when somebody
// else changes it. Settings must outlive them.

/// Language, and the zone that times are shown in.
class GeneralPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GeneralPage)
public:
    explicit GeneralPage(UserSettings &settings, QWidget *parent = nullptr);
    ~GeneralPage() override;
};

/// Colours, size of text, height of rows.
class AppearancePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearancePage)
public:
    AppearancePage(UserSettings &settings, Theme &theme, QWidget *parent = nullptr);
    ~AppearancePage() override;

private:
    QComboBox *buildModes(Theme &theme);
    QSpinBox *buildTextSize(Theme &theme);
};

/// How many lines are kept.
class LogsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogsPage)
public:
    explicit LogsPage(UserSettings &settings, QWidget *parent = nullptr);
    ~LogsPage() override;
};

/// What is not asked any more, and a way to be asked again.
class ConfirmationsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmationsPage)
public:
    explicit ConfirmationsPage(UserSettings &settings, QWidget *parent = nullptr);
    ~ConfirmationsPage() override;

private:
    void fill();
    void askAgain(bool all);

    UserSettings &m_settings;
    QLabel *m_text;
    QListWidget *m_list;
    QPushButton *m_one;
    QPushButton *m_all;
};

} // namespace foghorn
