#pragma once

#include "ui/models/servicerow.h"

#include <QCoreApplication>
#include <QIcon>

#include <vector>

namespace foghorn {

/// What the tray says of a fleet.
struct TrayContent
{
    static constexpr qsizetype MostNamed = 3;

    struct Named
    {
        ServiceId id;
        StateLook look;
        QString state;
        bool operator==(const Named &) const = default;
    };

    StateLook look; ///< of the worst
    int attention = 0; ///< how many need somebody
    QString place; ///< the fleet, as people call it
    QString headline; ///< "2 need attention"
    QString counts; ///< "7 of 10 running"
    QList<Named> worst; ///< those that need somebody most

    bool operator==(const TrayContent &) const = default;
};

/// Pure but for the translation.
class TrayWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::TrayWords)
public:
    /// `isKnown`: what the rows say is true now.
    static TrayContent content(const std::vector<ServiceRow> &rows, const QString &place, bool isKnown);
    static QString toolTip(const TrayContent &content);
    /// The worst silhouette, with the count at its corner.
    static QIcon icon(const TrayContent &content);
};

} // namespace foghorn
