#pragma once

#include "core/base/serviceid.h"

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace foghorn {

class GlyphLabel;

/// A service with which an operation needs a person, because it has failed or does not stop: why, and what can be done.
class FailureRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FailureRow)
public:
    explicit FailureRow(const ServiceId &service, QWidget *parent = nullptr);
    ~FailureRow() override;

    void setText(const QString &text);
    /// It has not failed: it takes long to stop, and can be killed.
    void setStuck(bool stuck);
    const QString &text() const { return m_plain; }

Q_SIGNALS:
    void logWanted(const foghorn::ServiceId &service);
    void retryWanted(const foghorn::ServiceId &service);
    void skipWanted(const foghorn::ServiceId &service);
    void forceStopWanted(const foghorn::ServiceId &service);

private:
    QString m_plain;
    GlyphLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_log;
    QPushButton *m_retry;
    QPushButton *m_skip;
    QPushButton *m_force;
};

} // namespace foghorn
