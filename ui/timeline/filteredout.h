#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace foghorn {

/// In the place of a picture of services of which a filter leaves none: says so, and leads back to all of them.
class FilteredOut final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilteredOut)
public:
    explicit FilteredOut(QWidget *parent = nullptr);
    ~FilteredOut() override;

    /// How many services there are, none of them shown.
    void setCount(int services);
    QString text() const;
    QPushButton &button() const { return *m_show; }

Q_SIGNALS:
    /// All of them, without the filter.
    void showWanted();

private:
    QLabel *m_text;
    QPushButton *m_show;
};

} // namespace foghorn
