#pragma once

#include "ui/style/statelook.h"

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;

namespace foghorn {

class GlyphLabel;

/// One sentence above the pages, with at most one way on and a way to close it.
class InlineMessage final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InlineMessage)
public:
    explicit InlineMessage(QWidget *parent = nullptr);
    ~InlineMessage() override;

    void showMessage(const StateLook &look, const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateLook m_look;
    GlyphLabel *m_glyph;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace foghorn
