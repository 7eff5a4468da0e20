#pragma once

#include "ui/style/statelook.h"

#include <QFrame>
#include <QList>
#include <QTimer>

#include <functional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace foghorn {

class GlyphLabel;

/// One sentence above the pages, with ways on and a way to close it. What somebody must read comes back once a mere
/// offer is gone, and what stands for as long as it is true is shown when there is nothing else.
class InlineMessage final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InlineMessage)
public:
    static constexpr std::chrono::seconds offerShown{10};

    struct Way
    {
        QString text; ///< with its mnemonic
        QString spoken; ///< which service it is about, too
        std::function<void()> go;
    };

    explicit InlineMessage(QWidget *parent = nullptr);
    ~InlineMessage() override;

    /// Stays until somebody closes it or another one comes.
    void showMessage(const StateLook &look, const QString &text);
    /// Something was done, and `accept` would take it back: shown for a while, unless something worse comes. Without
    /// words for the button there is no way back.
    void showOffer(const StateLook &look, const QString &text, const QString &button, std::function<void()> accept);
    /// Until clearStanding(), or until somebody closes it.
    void showStanding(const StateLook &look, const QString &text, const QList<Way> &ways);
    void clearStanding();
    QString text() const;
    QPushButton &offerButton() const { return *m_offer; }

Q_SIGNALS:
    /// By a person.
    void standingClosed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Said
    {
        StateLook look;
        QString text;
    };
    void say(const Said &said);
    void showWays(bool shown);
    void endOffer();
    void onClosed();

    Said m_shown;
    Said m_message; ///< the last one that nobody has closed; its text is empty when there is none
    Said m_standing; ///< likewise
    QList<Way> m_ways; ///< of what stands
    QList<QPushButton *> m_wayButtons; ///< one for each
    std::function<void()> m_accept; ///< while an offer is shown
    QTimer m_offerTimer;
    GlyphLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_offer;
    QBoxLayout *m_body = nullptr; ///< the words and the ways on
    QWidget *m_wayPart; ///< shown while what stands is
    QToolButton *m_close;
};

} // namespace foghorn
