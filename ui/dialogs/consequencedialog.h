#pragma once

#include "ui/style/statelook.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace foghorn {

class ServiceRegistry;
struct StopPlan;

/// Asks before something that affects others: what will happen to whom, Cancel as the default, a verb with a count.
class ConsequenceDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsequenceDialog)
public:
    struct Line
    {
        StateLook look;
        QString name;
        QString consequence;
    };
    struct Content
    {
        QString title; ///< "Stop onion?"
        QString introduction; ///< "On “local”. Stopping onion also affects 2 services:"
        QList<Line> lines;
        QString verb; ///< "&Stop 2 services"
        QString alternative; ///< a second way to go on; empty: none
    };

    explicit ConsequenceDialog(const Content &content, QWidget *parent = nullptr);
    ~ConsequenceDialog() override;

    /// All words of the dialog, line by line.
    QString plainText() const;

    static Content forStop(const ServiceRegistry &registry, const StopPlan &plan);
    /// `count` services may be alive.
    static Content forStopAll(const ServiceRegistry &registry, int count);
    static Content forQuit(const ServiceRegistry &registry, int count);

Q_SIGNALS:
    void alternativeChosen();

private:
    void addLines(const QList<Line> &lines);

    Content m_content;
};

} // namespace foghorn
