#include "core/fleetfile/faultlist.h"

#include "core/base/names.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace foghorn {
namespace {

// a hostile file must not fill memory with its faults
constexpr std::size_t mostFaults = 100'000;

auto orderOf(const Place &place) { return std::tuple(place.file, place.line, place.column); }

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

} // namespace

quint32 FaultList::addFile(const QString &shownName)
{
    m_files.push_back({shownName, {}, true});
    return static_cast<quint32>(m_files.size() - 1);
}

void FaultList::setText(quint32 file, const QByteArray &text)
{
    m_files[file].ascii = isAscii(text);
    if (!m_files[file].ascii)
        m_files[file].text = text;
}

void FaultList::fault(const Place &place, const QString &what, const QString &remedy)
{
    add(m_faults, place, what, remedy);
}

void FaultList::warning(const Place &place, const QString &what, const QString &remedy)
{
    add(m_warnings, place, what, remedy);
}

void FaultList::add(std::vector<Placed> &list, const Place &place, const QString &what, const QString &remedy)
{
    if (list.size() >= mostFaults)
        return;
    if (m_known.insert(qHashMulti(0, place.file, place.line, place.column, what)).second)
        list.push_back({place, printable(what), printable(remedy)});
}

QString FaultList::shown(const Place &place) const
{
    return fileName(place.file) + QLatin1Char(':') + QString::number(place.line) + QLatin1Char(':')
        + QString::number(characterColumn(place));
}

QList<Fault> FaultList::sorted(std::vector<Placed> list) const
{
    std::stable_sort(
        list.begin(), list.end(), [](const Placed &a, const Placed &b) { return orderOf(a.place) < orderOf(b.place); });
    QList<Fault> out;
    out.reserve(static_cast<qsizetype>(list.size()));
    for (const Placed &each : list)
        out.append(worded(each));
    return out;
}

Fault FaultList::worded(const Placed &placed) const
{
    return {fileName(placed.place.file), static_cast<int>(placed.place.line), characterColumn(placed.place),
        placed.what, placed.remedy};
}

int FaultList::characterColumn(const Place &place) const
{
    const File &file = m_files[place.file];
    const int bytes = static_cast<int>(place.column);
    if (file.ascii || bytes < 2)
        return bytes;
    qsizetype start = 0;
    for (quint32 line = 1; line < place.line; ++line) {
        start = file.text.indexOf('\n', start) + 1;
        if (start == 0)
            return bytes;
    }
    return static_cast<int>(QString::fromUtf8(file.text.mid(start, bytes - 1)).size()) + 1;
}

QString Fault::toString() const
{
    QString text = printable(file);
    if (line > 0)
        text += QLatin1Char(':') + QString::number(line) + QLatin1Char(':') + QString::number(column);
    text += QStringLiteral(": ") + what;
    if (!remedy.isEmpty())
        text += QStringLiteral("; ") + remedy;
    return text;
}

} // namespace foghorn
