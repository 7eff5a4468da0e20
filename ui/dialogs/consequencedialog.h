#pragma once

#include "ui/style/statelook.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace foghorn {

/// Asks before something that affects others: what will happen to whom, Cancel as the default, a verb with a count.
/// What to ask is put together in consequences.h.
class ConsequenceDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsequenceDialog)
public:
    struct Line
    {
        StateLook look;
        QString name;
        QString relation; ///< "needs it"
        QString consequence; ///< "→ will be stopped first"
        bool operator==(const Line &) const = default;
    };
    struct Content
    {
        QString title; ///< "Stop onion?"
        QString introduction; ///< "On “local”. Stopping onion also affects 2 services:"
        QList<Line> lines;
        QString duration; ///< "Usually takes 4 s (longest allowed 30 s each)."; empty: not known
        QString doNotAsk; ///< words of a box that spares this question; empty: none
        QString toType; ///< what a person must type before the verb can be used; empty: nothing (class D)
        QString verb; ///< "&Stop 2 services"
        QString alternative; ///< a second way to go on; empty: none
        bool isHarmless = false; ///< nothing is lost by it: Enter does it
    };

    explicit ConsequenceDialog(const Content &content, QWidget *parent = nullptr);
    ~ConsequenceDialog() override;

    /// All words of the dialog, line by line.
    QString plainText() const;
    /// The box is ticked.
    bool isSparedFromNowOn() const;

Q_SIGNALS:
    void alternativeChosen();

private:
    void addTexts();
    void addLines();
    void addButtons();
    void addField(QPushButton &verb);

    Content m_content;
    QCheckBox *m_doNotAsk = nullptr;
};

} // namespace foghorn
