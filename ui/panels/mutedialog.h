#pragma once

#include <QDialog>

#include <chrono>

class QDateTimeEdit;
class QPushButton;

namespace foghorn {

/// Asks until when alerts shall be muted; does nothing itself.
class MuteDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MuteDialog)
public:
    explicit MuteDialog(QWidget *parent = nullptr);
    ~MuteDialog() override;

    QDateTimeEdit &until() const { return *m_until; }

Q_SIGNALS:
    /// From now on, one minute at least.
    void chosen(std::chrono::minutes time);

private:
    void choose();

    QDateTimeEdit *m_until;
    QPushButton *m_mute;
};

} // namespace foghorn
