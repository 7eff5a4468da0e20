#pragma once

#include "core/base/serviceid.h"

#include <QList>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <vector>

namespace foghorn {

/// Services that depend on each other, as a ring: each card has an arrow to what it depends on. Of a long ring some are
/// only counted. Screen readers get the same as a sentence.
class CyclePicture final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CyclePicture)
public:
    /// {a, b, c, a}: each depends on the next, and the last is the first again.
    explicit CyclePicture(const QList<ServiceId> &cycle, QWidget *parent = nullptr);
    ~CyclePicture() override;

    /// "a depends on b, b depends on c, c depends on a".
    QString sentence() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where the cards stand, clockwise from the top; counter-clockwise in right-to-left text.
    std::vector<QRectF> places() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Card
    {
        QString name; ///< plain text; of several services: how many
        bool isMany = false;
    };

    QSizeF cardSize() const;
    void paintArrow(QPainter &painter, const QRectF &from, const QRectF &to) const;

    QList<ServiceId> m_members;
    std::vector<Card> m_cards; ///< what is drawn of them
};

} // namespace foghorn
