#include "ui/models/serviceexport.h"

#include "ui/models/servicetablemodel.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

namespace foghorn {

namespace {

QByteArray field(QString text, bool isNumber)
{
    // What begins so is run as a formula by whoever opens the file, and services choose their own words.
    if (!isNumber && !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.at(0)))
        text.prepend(u'\'');
    QByteArray bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    bytes.replace('"', "\"\"");
    return '"' + bytes + '"';
}

QString cell(const ServiceTableModel &model, int row, int column)
{
    switch (column) {
    case ServiceTableModel::Since: { // an age is soon wrong
        const WallTime since = model.row(row).since;
        return since == WallTime() ? QString() : Wording::clock(since);
    }
    case ServiceTableModel::Checks:
        return model.index(row, column).data(Qt::AccessibleTextRole).toString();
    default:
        return model.index(row, column).data(Qt::DisplayRole).toString();
    }
}

} // namespace

QString tabText(const ServiceTableModel &model, const TableCut &cut)
{
    QStringList lines;
    QStringList titles;
    for (const int column : cut.columns)
        titles.append(model.headerData(column, Qt::Horizontal).toString());
    lines.append(titles.join(u'\t'));
    for (const int row : cut.rows) {
        QStringList cells;
        for (const int column : cut.columns)
            cells.append(withoutIsolation(cell(model, row, column)).simplified());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

QByteArray serviceCsv(const ServiceTableModel &model, const TableCut &cut, const QByteArray &asOf)
{
    QByteArray csv("as_of");
    for (const int column : cut.columns)
        csv += ',' + ServiceTableModel::columnKey(column).toLatin1();
    csv += "\r\n";
    for (const int row : cut.rows) {
        csv += asOf;
        for (const int column : cut.columns)
            csv += ',' + field(withoutIsolation(model.exportValue(row, column)), ServiceTableModel::isNumber(column));
        csv += "\r\n";
    }
    return csv;
}

} // namespace foghorn
