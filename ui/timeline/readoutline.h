#pragma once

#include "core/base/clock.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace foghorn {

/// "Log at 14:02"
QString logAtText(WallTime time);

/// The line below a page that says what is at the time cursor, and can be copied.
class ReadOutLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadOutLine)
public:
    explicit ReadOutLine(const QString &name, QWidget *parent = nullptr);
    ~ReadOutLine() override;

    QString text() const { return m_text; }
    /// Plain text; what has no room is cut at its end, but read out and copied whole.
    void setText(const QString &text);
    /// Beside a page, where there is little width: the text takes as many lines as it needs, with the buttons below.
    /// Their keys are left to the page.
    void setWrapping();
    void setCopyable(bool copyable);
    /// The button to the log of that moment, "Log at 14:02"; empty: there is none.
    void setLogText(const QString &text);
    QToolButton &logButton() const { return *m_log; }

Q_SIGNALS:
    void logWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_text;
    QString m_name;
    bool m_isWrapping = false;
    QBoxLayout *m_row;
    QBoxLayout *m_buttons;
    QLabel *m_label;
    QToolButton *m_log;
    QToolButton *m_copy;
};

} // namespace foghorn
