#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

namespace foghorn {

class AlertBoard;
class ConnectionBoard;
class MainWindow;
struct Alert;

/// The worst thing that nobody has seen to yet, in a sentence above the pages with the ways to it: one at a time, until
/// it is over, seen, muted or closed.
class WorstAlert final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorstAlert)
public:
    /// `window` becomes the parent; the others must outlive it.
    WorstAlert(MainWindow &window, const AlertBoard &alerts, const ConnectionBoard &connection);
    ~WorstAlert() override;

private:
    void look();
    const Alert *worst() const;
    void show(const Alert &alert);
    static QString words(const Alert &alert);

    MainWindow &m_window;
    const AlertBoard &m_alerts;
    const ConnectionBoard &m_connection;
    QSet<qint64> m_closed; ///< that a person does not want to read any more
    qint64 m_shown = 0; ///< the id of the one that is shown; 0: none
    QString m_words; ///< what is said of it
    QTimer m_soon; ///< alerts come in bursts
};

} // namespace foghorn
