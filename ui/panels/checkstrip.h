#pragma once

#include "ui/models/servicerow.h"

#include <QWidget>

namespace foghorn {

/// The last 100 checks of one service, large, with a cursor: arrow keys go from check to check, with Ctrl from change
/// to change, Home and End to the oldest and newest.
class CheckStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckStrip)
public:
    explicit CheckStrip(QWidget *parent = nullptr);
    ~CheckStrip() override;

    /// The cursor stays on its check as long as `arrived` tells how many are new since the last time.
    void setMarks(const CheckMarks &marks, qsizetype arrived);
    /// From 0, the oldest; -1: none.
    int cursor() const { return m_cursor; }
    void setCursorAt(int check);
    /// What the cursor is on, for readers.
    void setReadOut(const QString &text);
    QSize sizeHint() const override;

Q_SIGNALS:
    void cursorMoved(int check);
    /// Enter, or a double click.
    void activated(int check);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRect strip() const;
    int checkAt(QPoint at) const;
    int nextChange(int step) const;
    void moveTo(int check);

    CheckMarks m_marks;
    int m_cursor = -1;
};

} // namespace foghorn
