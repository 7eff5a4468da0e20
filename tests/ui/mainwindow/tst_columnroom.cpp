#include "tests/ui/mainwindow/eveningwindow.h"
#include "ui/panels/servicecolumns.h"

#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>
#include <QScrollBar>

using namespace foghorn;

using Column = ServiceTableModel::Column;

/// The reasons are read without scrolling, however narrow the table of services is.
class TestColumnRoom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_evening = std::make_unique<EveningWindow>(*m_theme); }
    void cleanup() { m_evening.reset(); }

    void reasonsAreSeenOnASmallScreen();
    void theyComeBackWithTheRoom();
    void narrowTablesKeepTheirReasons();
    void whoAsksForAColumnHasIt();
    void whatIsKeptIsWhatIsWanted();
    void withoutReasonsThereIsNothingToMakeRoomFor();

private:
    /// In heights of the font: 17 pixels of a usual screen.
    void setWidth(int lines) const
    {
        MainWindow &window = *m_evening->window;
        window.resize(window.fontMetrics().height() * lines, window.fontMetrics().height() * 53);
    }
    QHeaderView &header() const { return *m_evening->view().horizontalHeader(); }
    ServiceColumns &columns() const { return m_evening->panel().columns(); }
    bool isWhySeen() const
    {
        const int begin = header().sectionViewportPosition(Column::Why);
        const int least = header().fontMetrics().height() * 10;
        return columns().isShown(Column::Why) && begin + least <= m_evening->view().viewport()->width()
            && m_evening->view().horizontalScrollBar()->maximum() == 0;
    }
    int strip() const { return header().sectionSize(Column::Checks); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EveningWindow> m_evening;
};

void TestColumnRoom::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestColumnRoom::reasonsAreSeenOnASmallScreen()
{
    MainWindow &window = *m_evening->window;
    window.resize(QSize(1440, 900) * window.fontMetrics().height() / 17);
    QTRY_VERIFY(isWhySeen());
    QVERIFY(m_evening->window->findChild<QDockWidget *>(QStringLiteral("details"))->isVisible());
    for (const Column column : {Column::Status, Column::Name, Column::Checks, Column::Uptime, Column::Since})
        QVERIFY(columns().isShown(column));
}

void TestColumnRoom::theyComeBackWithTheRoom()
{
    const int before = strip();
    const int restarts = header().sectionSize(Column::Restarts);
    setWidth(70);
    QTRY_VERIFY(!columns().isShown(Column::Restarts));
    QVERIFY(strip() < before);
    setWidth(110);
    QTRY_VERIFY(columns().isShown(Column::Restarts));
    QTRY_COMPARE(strip(), before);
    QCOMPARE(header().sectionSize(Column::Restarts), restarts);
}

void TestColumnRoom::narrowTablesKeepTheirReasons()
{
    setWidth(44);
    QTRY_VERIFY(isWhySeen());
    QVERIFY(columns().isShown(Column::Status) && columns().isShown(Column::Name) && columns().isShown(Column::Since));
}

void TestColumnRoom::whoAsksForAColumnHasIt()
{
    setWidth(84);
    QTRY_VERIFY(!columns().isShown(Column::Restarts));
    columns().setShown(Column::Restarts, true);
    QTRY_VERIFY(isWhySeen());
    QVERIFY(columns().isShown(Column::Restarts)); // another one has stepped back instead
    QVERIFY(!columns().isShown(Column::Uptime));
    columns().reset();
    QVERIFY(!columns().isShown(Column::Restarts));
}

void TestColumnRoom::whatIsKeptIsWhatIsWanted()
{
    const QStringList wide = columns().layout();
    setWidth(50);
    QTRY_VERIFY(!columns().isShown(Column::Restarts));
    QStringList narrow = columns().layout();
    for (qsizetype place = 0; place < wide.size(); ++place) {
        if (!wide.at(place).startsWith(QStringLiteral("Why "))) // which takes what is left
            QCOMPARE(narrow.at(place), wide.at(place));
    }
    columns().setLayout(narrow.replaceInStrings(QStringLiteral("Response"), QStringLiteral("-Response")));
    QTRY_VERIFY(isWhySeen());
    setWidth(110);
    QTRY_VERIFY(columns().isShown(Column::Restarts));
    QVERIFY(!columns().isShown(Column::Response)); // a person does not want it
}

void TestColumnRoom::withoutReasonsThereIsNothingToMakeRoomFor()
{
    setWidth(60);
    QTRY_VERIFY(!columns().isShown(Column::Restarts));
    columns().setShown(Column::Why, false);
    for (const Column column : {Column::Checks, Column::Restarts, Column::Uptime, Column::Response})
        QTRY_VERIFY(columns().isShown(column));
}

QTEST_MAIN(TestColumnRoom)
#include "tst_columnroom.moc"
