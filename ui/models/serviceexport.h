#pragma once

#include <QList>
#include <QString>

namespace foghorn {

class ServiceTableModel;

/// Which rows and columns of the table, in the order in which they are shown.
struct TableCut
{
    QList<int> rows; ///< of the model
    QList<int> columns;
};

/// The cells as they are shown, parted by tabs, a line a row; ages as times of day.
QString tabText(const ServiceTableModel &model, const TableCut &cut);
/// As RFC 4180 says: UTF-8, CRLF, a header row of names that are never translated; RFC 3339 times, numbers with a
/// point, milliseconds and percent; empty: not known. The first column says when that was so. What a spreadsheet would
/// take for a formula begins with an apostrophe.
QByteArray serviceCsv(const ServiceTableModel &model, const TableCut &cut, const QByteArray &asOf);

} // namespace foghorn
