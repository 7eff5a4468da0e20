#pragma once

#include "ui/models/servicefilter.h"

#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace foghorn {

/// What a filter is made of, as chips that can be taken away, and what of it was not understood.
class FilterChips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterChips)
public:
    explicit FilterChips(QWidget *parent = nullptr);
    ~FilterChips() override;

    /// Hidden while there is nothing to show.
    void setFilter(const ServiceFilter &filter);
    /// The first term that was not understood, as a sentence; empty: all were.
    QString problem() const;

Q_SIGNALS:
    void takenAway(int term);

private:
    std::array<QToolButton *, 5> m_chips{};
    QLabel *m_rest; ///< "and 2 more"
    QLabel *m_problem;
};

} // namespace foghorn
