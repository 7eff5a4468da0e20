#pragma once

#include "ui/panels/detailtab.h"

class QAction;
class QLabel;
class QListWidget;
class QToolButton;

namespace foghorn {

class ServiceRegistry;
class ServiceTableModel;

/// The tab of whom the service needs and who needs it, all of them, with their states; each leads to its own details.
class DetailDependencies final : public DetailTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailDependencies)
public:
    DetailDependencies(const ServiceRegistry &registry, const ServiceTableModel &model, QWidget *parent = nullptr);
    ~DetailDependencies() override;

    /// The way back, as a button.
    void setBackAction(QAction *back);
    void showSubject(const DetailSubject &subject) override;
    QListWidget &needs() const { return *m_needs; }
    QListWidget &neededBy() const { return *m_neededBy; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QListWidget *makeList(const QString &name);
    void fill(QListWidget &list, const QList<ServiceId> &services, const DetailSubject &subject);
    QString wordsFor(const ServiceId &service, const DetailSubject &subject) const;

    const ServiceRegistry &m_registry;
    const ServiceTableModel &m_model;
    QToolButton *m_back = nullptr;
    QLabel *m_needsTitle = nullptr;
    QListWidget *m_needs = nullptr;
    QLabel *m_neededTitle = nullptr;
    QListWidget *m_neededBy = nullptr;
};

} // namespace foghorn
