#pragma once

#include "ui/style/statelook.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace foghorn {

/// What came of something, in one sentence with a glyph, its details below, and at most one way on.
class VerdictLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictLine)
public:
    explicit VerdictLine(QWidget *parent = nullptr);
    ~VerdictLine() override;

    /// `wayOn`: words of a button; empty: none.
    void say(const StateLook &look, const QString &sentence, const QString &details = {}, const QString &wayOn = {});
    void clear();
    QString sentence() const;
    QPushButton &wayOn() const { return *m_wayOn; }

private:
    QLabel *m_glyph;
    QLabel *m_sentence;
    QLabel *m_details;
    QPushButton *m_wayOn;
};

} // namespace foghorn
