#pragma once

#include <QDialog>

namespace foghorn {

/// What this program is: version, licence, what it is made with.
class AboutDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)
public:
    explicit AboutDialog(QWidget *parent);
    ~AboutDialog() override;
};

} // namespace foghorn
