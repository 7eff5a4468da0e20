#pragma once

#include "core/base/serviceid.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

class QWidget;

namespace foghorn {

class Operations;
class ServiceSelection;
class ServiceTableModel;

/// What a reader of the screen says without being asked: each change of the selected service, and what came of one's
/// own actions; each once, and together at most one sentence or two a second.
class Announcements final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Announcements)
public:
    /// `voice` is the widget that readers know them from, and the parent; the others must outlive it.
    Announcements(QWidget &voice, const ServiceTableModel &model, const ServiceSelection &selection,
        const Operations &operations);
    ~Announcements() override;

    /// Something is kept back until there was a pause.
    bool hasMoreToSay() const { return !m_pending.isEmpty(); }

Q_SIGNALS:
    void said(const QString &text);

private:
    void lookAtSelected();
    void say(const QString &sentence);
    void speak();

    QWidget &m_voice;
    const ServiceTableModel &m_model;
    const ServiceSelection &m_selection;
    ServiceId m_service; ///< of which m_words are
    QString m_words; ///< its state when last looked at
    QStringList m_pending;
    QTimer m_pause; ///< runs while it is too soon for the next
};

} // namespace foghorn
