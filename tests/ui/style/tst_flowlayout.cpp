#include "ui/style/flowlayout.h"

#include <QPushButton>
#include <QTest>

using namespace foghorn;

class TestFlowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsStandsInOneRow();
    void whatDoesNotFitBeginsTheNext();
    void hiddenOnesTakeNoRoom();
    void rowsBeginWhereReadingBegins();
};

namespace {

/// A row of buttons with words of different length.
struct Row
{
    QWidget widget;
    FlowLayout *layout = new FlowLayout(&widget);
    QList<QPushButton *> buttons;

    Row()
    {
        layout->setContentsMargins(4, 4, 4, 4);
        layout->setSpacing(6);
        for (const char *words : {"Layers", "Group: layer", "Fit", "Show as list", "Export"}) {
            buttons.append(new QPushButton(QString::fromLatin1(words)));
            layout->addWidget(buttons.last());
        }
    }
    void resizeTo(int width)
    {
        widget.resize(width, layout->heightForWidth(width));
        widget.show();
        layout->activate();
    }
};

} // namespace

void TestFlowLayout::whatFitsStandsInOneRow()
{
    Row row;
    row.resizeTo(row.layout->sizeHint().width() + 20);
    for (qsizetype i = 1; i < row.buttons.size(); ++i) {
        QCOMPARE(row.buttons.at(i)->y(), row.buttons.first()->y());
        QCOMPARE(row.buttons.at(i)->x(), row.buttons.at(i - 1)->geometry().right() + 1 + 6);
    }
}

void TestFlowLayout::whatDoesNotFitBeginsTheNext()
{
    Row row;
    row.resizeTo(row.layout->sizeHint().width() / 2);
    QVERIFY(row.buttons.last()->y() > row.buttons.first()->geometry().bottom());
    for (const QPushButton *button : std::as_const(row.buttons)) {
        QVERIFY(row.widget.rect().contains(button->geometry()));
        QCOMPARE(button->size(), button->sizeHint()); // nothing is squeezed
    }
    QVERIFY(row.layout->heightForWidth(10) >= row.buttons.first()->sizeHint().height() * 5);
}

void TestFlowLayout::hiddenOnesTakeNoRoom()
{
    Row row;
    row.buttons.at(1)->hide();
    row.resizeTo(row.layout->sizeHint().width() + 20);
    QCOMPARE(row.buttons.at(2)->x(), row.buttons.at(0)->geometry().right() + 1 + 6);
}

void TestFlowLayout::rowsBeginWhereReadingBegins()
{
    Row row;
    row.widget.setLayoutDirection(Qt::RightToLeft);
    row.resizeTo(row.layout->sizeHint().width() + 20);
    QCOMPARE(row.buttons.first()->geometry().right(), row.widget.width() - 1 - 4);
    QVERIFY(row.buttons.last()->x() < row.buttons.first()->x());
}

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
