#include "app/ctl/table.h"

#include "core/base/names.h"

#include <algorithm>

namespace foghorn {
namespace {

QString fitted(const QString &text, qsizetype room)
{
    if (room <= 0 || text.size() <= room)
        return text;
    return text.left(room - 1) + QChar(0x2026);
}

void showRow(const Console &console, const QList<Cell> &row, const QList<qsizetype> &widths)
{
    QString line;
    qsizetype used = 0;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const bool isLast = i == row.size() - 1;
        const qsizetype room = isLast && console.width() > 0 ? std::max<qsizetype>(console.width() - used, 10) : 0;
        const QString text = fitted(row[i].text, room);
        line += console.inTone(text, row[i].tone);
        if (!isLast)
            line += QString(widths[i] - text.size() + 2, u' ');
        used += widths[i] + 2;
    }
    while (line.endsWith(u' '))
        line.chop(1);
    console.line(line);
}

} // namespace

void Table::show(const Console &console) const
{
    QList<QList<Cell>> rows;
    QList<Cell> header;
    for (const QString &title : m_header)
        header.append({title, Tone::Faint});
    rows.append(header);
    rows.append(m_rows);
    QList<qsizetype> widths(m_header.size(), 0);
    for (QList<Cell> &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            row[i].text = printable(row[i].text);
            widths[i] = std::max(widths[i], row[i].text.size());
        }
    }
    for (const QList<Cell> &row : std::as_const(rows))
        showRow(console, row, widths);
}

} // namespace foghorn
