#include "ui/models/filterbook.h"

#include "ui/models/usersettings.h"

#include "core/base/names.h"

#include <QStringList>

#include <algorithm>

namespace foghorn {

namespace {

constexpr QLatin1String Key("filters/kept"); ///< name, text, name, text, …

} // namespace

FilterBook::FilterBook(UserSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    read();
}

FilterBook::~FilterBook() = default;

QString FilterBook::nameOf(const QString &text) const
{
    const QString wanted = text.simplified();
    const auto at = std::find_if(
        m_filters.cbegin(), m_filters.cend(), [&](const Kept &filter) { return filter.text.simplified() == wanted; });
    return at == m_filters.cend() ? QString() : at->name;
}

bool FilterBook::put(const Kept &filter)
{
    const QString name = printable(filter.name).trimmed();
    if (name.isEmpty() || name.size() > LongestName || filter.text.trimmed().isEmpty()
        || filter.text.size() > LongestText)
        return false;
    m_filters.removeIf([&](const Kept &each) { return each.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (m_filters.size() >= MostKept)
        return false;
    const auto place = std::lower_bound(m_filters.cbegin(), m_filters.cend(), name,
        [](const Kept &each, const QString &of) { return each.name.compare(of, Qt::CaseInsensitive) < 0; });
    m_filters.insert(place, {name, filter.text.trimmed()});
    return true;
}

/// A person may have edited the file: what makes no sense is passed over.
void FilterBook::read()
{
    const QStringList words = m_settings.value(Key).toStringList();
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        put({words.at(i), words.at(i + 1)});
}

void FilterBook::write()
{
    QStringList words;
    for (const Kept &filter : std::as_const(m_filters))
        words << filter.name << filter.text;
    m_settings.setValue(Key, words.isEmpty() ? QVariant() : QVariant(words));
    Q_EMIT changed();
}

bool FilterBook::keep(const QString &name, const QString &text)
{
    const bool isKept = put({name, text});
    write();
    return isKept;
}

void FilterBook::forget(const QString &name)
{
    if (m_filters.removeIf([&](const Kept &filter) { return filter.name == name; }) > 0)
        write();
}

} // namespace foghorn
