#pragma once

#include "ui/models/logentry.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace foghorn {

/// Below the lines: the current one whole, to be read and copied from, and where older ones are.
class LogFooter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFooter)
public:
    explicit LogFooter(QWidget *parent = nullptr);
    ~LogFooter() override;

    /// Nothing: no line is the current one.
    void showLine(const LogEntryPtr &entry, bool utc);
    void setWrap(bool wrap);
    /// Takes fewer lines, and of a path the ends, where there is little room.
    void setLow();
    /// Files that hold older lines; may be empty.
    void setOlder(const QStringList &paths);
    QString text() const;
    QString olderText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showOlder();

    QPlainTextEdit *m_text;
    QLabel *m_older;
    QToolButton *m_copyPath;
    QStringList m_paths;
    QString m_olderText;
    bool m_isLow = false;
};

} // namespace foghorn
