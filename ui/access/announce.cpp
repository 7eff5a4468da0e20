#include "ui/access/announce.h"

#include <QAccessible>
#include <QWidget>

namespace foghorn {

void announce(QWidget &from, const QString &text)
{
    from.setAccessibleDescription(text);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&from, text);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
#else
    QAccessibleEvent event(&from, QAccessible::Alert); // what there was before: "look at me"
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace foghorn
