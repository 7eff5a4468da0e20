#pragma once

#include "ui/style/statelook.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace foghorn {

class GlyphLabel;

/// One sentence above the pages, with at most one way on and a way to close it. What somebody must read comes back once
/// a mere offer is gone.
class InlineMessage final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InlineMessage)
public:
    static constexpr std::chrono::seconds offerShown{10};

    explicit InlineMessage(QWidget *parent = nullptr);
    ~InlineMessage() override;

    /// Stays until somebody closes it or another one comes.
    void showMessage(const StateLook &look, const QString &text);
    /// Something was done, and `accept` would take it back: shown for a while, unless something worse comes.
    void showOffer(const StateLook &look, const QString &text, const QString &button, std::function<void()> accept);
    QString text() const;
    QPushButton &offerButton() const { return *m_offer; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Said
    {
        StateLook look;
        QString text;
    };
    void say(const Said &said);
    void endOffer();
    void onClosed();

    Said m_shown;
    Said m_message; ///< the last one that nobody has closed; its text is empty when there is none
    std::function<void()> m_accept; ///< while an offer is shown
    QTimer m_offerTimer;
    GlyphLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_offer;
    QToolButton *m_close;
};

} // namespace foghorn
