#pragma once

#include <QWidget>

#include <chrono>

class QToolButton;

namespace foghorn {

/// A button that is named, explained and reached by Tab.
QToolButton *toolButton(const QString &text, const QString &tip);

/// How much time a page shows: one button for each length.
class RangeButtons final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeButtons)
public:
    explicit RangeButtons(const QList<std::chrono::hours> &ranges, QWidget *parent = nullptr);
    ~RangeButtons() override;

    /// None is down when the length is another.
    void setRange(std::chrono::milliseconds range);

Q_SIGNALS:
    void chosen(std::chrono::milliseconds range);

private:
    QList<std::chrono::hours> m_ranges;
    QList<QToolButton *> m_buttons; ///< of each range
};

} // namespace foghorn
