#pragma once

#include <QFrame>
#include <QToolButton>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace foghorn {

class ConnectionBoard;
class GlyphLabel;

/// The connection in the status bar; leads to others.
class ConnectionChip final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionChip)
public:
    explicit ConnectionChip(const ConnectionBoard &board, QWidget *parent = nullptr);
    ~ConnectionChip() override;

    void refresh();
    /// Somebody hears its clicks.
    void allowChanges();

private:
    const ConnectionBoard &m_board;
    QString m_words;
};

/// Above the pages while the connection is lost: since when, until when, and a way not to wait. Nobody can close it;
/// it goes when the connection is back.
class ConnectionBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBar)
public:
    explicit ConnectionBar(ConnectionBoard &board, QWidget *parent = nullptr);
    ~ConnectionBar() override;

    void refresh();
    /// Somebody can start the daemon again, should it have ended.
    void setCanStart(bool canStart);
    QString text() const;

Q_SIGNALS:
    void startWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionBoard &m_board;
    GlyphLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_start;
    QPushButton *m_tryNow;
    bool m_canStart = false;
};

/// In the place of the pages while there is nothing to show: not connected yet, not let in, or no longer wanted.
class ConnectionPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionPage)
public:
    explicit ConnectionPage(ConnectionBoard &board, QWidget *parent = nullptr);
    ~ConnectionPage() override;

    void refresh();
    /// Somebody hears what it wants.
    void allowChanges();
    QString text() const;

Q_SIGNALS:
    void connectWanted();
    void editWanted();
    void cancelWanted();

private:
    QPushButton *addButton(const QString &text);
    void copyDetails();

    ConnectionBoard &m_board;
    GlyphLabel *m_glyph;
    QLabel *m_title;
    QLabel *m_reason;
    QLabel *m_details;
    QHBoxLayout *m_buttons;
    QPushButton *m_tryAgain;
    QPushButton *m_edit;
    QPushButton *m_copy;
    QPushButton *m_cancel;
    QPushButton *m_other;
    bool m_mayChange = false;
};

/// Lies over a widget and pales it, as long as it is shown. Lets the mouse through.
class Veil final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Veil)
public:
    /// Belongs to `covered`.
    explicit Veil(QWidget *covered);
    ~Veil() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foghorn
