#pragma once

#include "core/base/serviceid.h"

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace foghorn {

class GlyphLabel;

/// A service that has failed in an operation: why, and what can be done.
class FailureRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FailureRow)
public:
    explicit FailureRow(const ServiceId &service, QWidget *parent = nullptr);
    ~FailureRow() override;

    void setText(const QString &text);
    const QString &text() const { return m_plain; }

Q_SIGNALS:
    void logWanted(const foghorn::ServiceId &service);
    void retryWanted(const foghorn::ServiceId &service);
    void skipWanted(const foghorn::ServiceId &service);

private:
    QString m_plain;
    GlyphLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_log;
    QPushButton *m_retry;
    QPushButton *m_skip;
};

} // namespace foghorn
