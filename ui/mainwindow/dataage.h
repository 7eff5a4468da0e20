#pragma once

#include "core/base/clock.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace foghorn {

class ConnectionBoard;
class ServiceRegistry;

/// An age as it is told: seldom enough that nothing is painted for it all the time, often enough that a person sees
/// whether news still come.
struct AgeStep
{
    std::chrono::seconds told{}; ///< nothing: just now
    std::chrono::seconds until{}; ///< the age from which on another is told

    bool operator==(const AgeStep &) const = default;
};

AgeStep ageStepOf(std::chrono::milliseconds age);

/// How old what is shown is, in the status bar: "updated 10 s ago". Of a daemon, since it was last heard; of a fleet in
/// this program, since the last check or change. Only while connected: else others say it, and louder. A button that
/// tells the exact time, so that it can be reached and read; without the first and last word where there is little
/// room.
class DataAge final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataAge)
public:
    /// Both must outlive it.
    DataAge(const ServiceRegistry &registry, const ConnectionBoard &board, QWidget *parent = nullptr);
    ~DataAge() override;

    /// All of the words, whether there is room for them or not.
    QString words() const;
    QToolButton &button() const { return *m_button; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A sentence with the exact time; somebody asked.
    void told(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void onNews();
    void onConnectionChanged();
    void refresh();
    void showWords();
    WallTime newest() const;
    QString wordsOf(std::chrono::seconds told, bool compact) const;
    int widthOf(bool compact) const;
    int rightHeight() const;

    const ConnectionBoard &m_board;
    QToolButton *m_button;
    QTimer m_timer; ///< until other words are due; runs only while they can be seen
    WallTime m_newsAt; ///< of the registry
    std::chrono::seconds m_told{};
    bool m_isCompact = false;
};

} // namespace foghorn
