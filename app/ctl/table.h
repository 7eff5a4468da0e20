#pragma once

#include "app/ctl/console.h"

#include <QList>

namespace foghorn {

/// One field of a table; its text is made printable when shown.
struct Cell
{
    QString text;
    Tone tone = Tone::Plain;
};

/// Rows below a header, each column as wide as its widest text; the last one is cut at the edge of a terminal.
class Table
{
public:
    explicit Table(QStringList header)
        : m_header(std::move(header))
    {
    }

    void add(QList<Cell> row) { m_rows.append(std::move(row)); }
    void show(const Console &console) const;

private:
    QStringList m_header;
    QList<QList<Cell>> m_rows;
};

} // namespace foghorn
