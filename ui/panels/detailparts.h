#pragma once

#include "ui/models/servicerow.h"

#include <QWidget>

namespace foghorn {

/// A glyph beside words.
class GlyphLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GlyphLabel)
public:
    explicit GlyphLabel(QWidget *parent = nullptr);
    ~GlyphLabel() override;

    void setLook(const StateLook &look);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateLook m_look;
};

/// The last 100 checks of one service.
class StripWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StripWidget)
public:
    explicit StripWidget(QWidget *parent = nullptr);
    ~StripWidget() override;

    void setMarks(const CheckMarks &marks);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CheckMarks m_marks;
};

} // namespace foghorn
