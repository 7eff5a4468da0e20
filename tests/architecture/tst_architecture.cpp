#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

struct SourceFile
{
    QString path; ///< from the root: "core/graph/pictures.cpp"
    QString room; ///< "graph" under core/, else "ui" or "app"
    QStringList includes;
    qsizetype lines = 0;
    bool callsSignals = false; ///< sends or catches signals, other than through an object of ours
};

/// Who may include whom, as built. A room may always include itself; app/ may include everything.
const QHash<QString, QSet<QString>> &allowedRooms()
{
    static const auto words = [](const char *text) {
        const QStringList list = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    };
    static const QHash<QString, QSet<QString>> table{
        {QStringLiteral("base"), words("")},
        {QStringLiteral("tls"), words("base")},
        {QStringLiteral("model"), words("base")},
        {QStringLiteral("commands"), words("model base")},
        {QStringLiteral("graph"), words("model base")},
        {QStringLiteral("fleetfile"), words("graph model base")},
        {QStringLiteral("registry"), words("graph model base")},
        {QStringLiteral("json"), words("registry graph model base commands")},
        {QStringLiteral("keeper"), words("")},
        {QStringLiteral("process"), words("keeper model base")},
        {QStringLiteral("health"), words("process model base")},
        {QStringLiteral("runtime"), words("commands registry graph process fleetfile model base")},
        {QStringLiteral("store"), words("registry model base")},
        {QStringLiteral("crashes"), words("registry graph json model base")},
        {QStringLiteral("alerts"), words("registry graph json process commands model base")},
        {QStringLiteral("api"), words("commands registry json process graph model base tls")},
        {QStringLiteral("client"), words("commands registry json graph model base tls")},
        {QStringLiteral("ui"), words("registry graph model base commands")},
    };
    return table;
}

/// Files over the limit that are meant to be so, with the reason.
const QSet<QString> &longFiles()
{
    static const QSet<QString> files{};
    return files;
}
constexpr qsizetype mostLines = 300;

bool mayCallTheSystem(const SourceFile &file)
{
    static const QSet<QString> files{
        QStringLiteral("core/model/words.cpp"), // names of signals
    };
    static const QSet<QString> rooms{QStringLiteral("keeper"), QStringLiteral("process"), QStringLiteral("app")};
    if (rooms.contains(file.room) || files.contains(file.path))
        return true;
    // the listener: sockets that Qt cannot make
    return file.room == QStringLiteral("api") && file.path.contains(QStringLiteral("socket"));
}

/// <csignal> is not among them, because signals have numbers everywhere; SourceFile::callsSignals tells its calls.
bool isSystemHeader(const QString &include)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(sys/.*|linux/.*|netinet/.*|arpa/"
                       ".*|unistd\\.h|fcntl\\.h|signal\\.h|poll\\.h|dirent\\.h|pwd\\.h|grp\\.h|"
                       "spawn\\.h|sched\\.h|pthread\\.h|termios\\.h|netdb\\.h|syslog\\.h)$"));
    return pattern.match(include).hasMatch();
}

bool isDisplayHeader(const QString &include)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(Qt(Gui|Widgets|Charts|Svg|PrintSupport)/|Q(Widget|Application|GuiApplication|Icon|Color|Font|"
                       "Pixmap|Image|Painter|Pen|Brush|Action|Window|Dialog|Label|Chart.*)$)"));
    return pattern.match(include).hasMatch();
}

SourceFile readSource(const QString &root, const QString &path)
{
    SourceFile source;
    source.path = path;
    const QStringList parts = path.split(u'/');
    source.room = parts.at(0) == QStringLiteral("core") ? parts.at(1) : parts.at(0);
    QFile file(root + u'/' + path);
    if (!file.open(QIODevice::ReadOnly))
        return source;
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    static const QRegularExpression calls(
        QStringLiteral("(std|\\s|\\()::(kill|raise|signal|sigaction|sigprocmask|pthread_sigmask)\\s*\\("));
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine());
        const auto match = pattern.match(line);
        if (match.hasMatch())
            source.includes.append(match.captured(1));
        source.callsSignals = source.callsSignals || line.contains(calls);
        ++source.lines;
    }
    return source;
}

/// The room of an include from the root; empty for foreign headers.
QString roomOf(const QString &include)
{
    const QStringList parts = include.split(u'/');
    if (parts.size() > 2 && parts.at(0) == QStringLiteral("core"))
        return parts.at(1);
    const bool isOurs =
        parts.size() > 1 && (parts.at(0) == QStringLiteral("ui") || parts.at(0) == QStringLiteral("app"));
    return isOurs ? parts.at(0) : QString();
}

} // namespace

/// Reads the includes of all sources and keeps the directions of the house, where the linker cannot.
class TestArchitecture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyRoomIsInTheTable();
    void theTableHasNoWayBack();
    void roomsIncludeOnlyWhomTheyMay();
    void coreShowsNothing();
    void theSystemIsCalledInFewPlaces();
    void filesAreShort();
    void everyHeaderHasAUser();
    void ourIncludesStartAtTheRoot();

private:
    void expectNone(const QStringList &faults) { QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n'))); }

    QList<SourceFile> m_sources;
};

void TestArchitecture::initTestCase()
{
    const QString root = qEnvironmentVariable("FOGHORN_SOURCE", QStringLiteral(FOGHORN_SOURCE_DIR));
    for (const char *top : {"core", "ui", "app"}) {
        QDirIterator files(root + u'/' + QLatin1String(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            m_sources.append(readSource(root, files.next().mid(root.size() + 1)));
    }
    std::sort(
        m_sources.begin(), m_sources.end(), [](const SourceFile &a, const SourceFile &b) { return a.path < b.path; });
    QVERIFY2(m_sources.size() > 30, qPrintable(QStringLiteral("no sources under ") + root));
}

void TestArchitecture::everyRoomIsInTheTable()
{
    QStringList faults;
    for (const SourceFile &source : m_sources) {
        if (source.room != QStringLiteral("app") && !allowedRooms().contains(source.room))
            faults.append(source.path + QStringLiteral(": its room is not in the table of tests/architecture"));
    }
    expectNone(faults);
}

/// The table itself must be free of circles: rooms are taken away while they allow none that is left.
void TestArchitecture::theTableHasNoWayBack()
{
    QHash<QString, QSet<QString>> left = allowedRooms();
    for (bool removed = true; removed && !left.isEmpty();) {
        removed = false;
        const QStringList rooms = left.keys();
        for (const QString &room : rooms) {
            if (left.value(room).intersects(QSet<QString>(rooms.begin(), rooms.end())))
                continue;
            left.remove(room);
            removed = true;
            break;
        }
    }
    expectNone(left.keys());
}

void TestArchitecture::roomsIncludeOnlyWhomTheyMay()
{
    QStringList faults;
    for (const SourceFile &source : m_sources) {
        if (source.room == QStringLiteral("app"))
            continue;
        for (const QString &include : source.includes) {
            const QString room = roomOf(include);
            if (!room.isEmpty() && room != source.room && !allowedRooms().value(source.room).contains(room))
                faults.append(source.path + QStringLiteral(" must not include ") + include);
        }
    }
    expectNone(faults);
}

void TestArchitecture::coreShowsNothing()
{
    QStringList faults;
    for (const SourceFile &source : m_sources) {
        if (!source.path.startsWith(QStringLiteral("core/")))
            continue;
        for (const QString &include : source.includes) {
            if (isDisplayHeader(include))
                faults.append(source.path + QStringLiteral(" must not include ") + include);
        }
    }
    expectNone(faults);
}

void TestArchitecture::theSystemIsCalledInFewPlaces()
{
    QStringList faults;
    for (const SourceFile &source : m_sources) {
        for (const QString &include : source.includes) {
            if (isSystemHeader(include) && !mayCallTheSystem(source))
                faults.append(source.path + QStringLiteral(" must not include ") + include);
        }
        if (source.callsSignals && !mayCallTheSystem(source))
            faults.append(source.path + QStringLiteral(" must not send or catch signals"));
    }
    expectNone(faults);
}

void TestArchitecture::filesAreShort()
{
    QStringList faults;
    for (const SourceFile &source : m_sources) {
        if (source.lines > mostLines && !longFiles().contains(source.path))
            faults.append(QStringLiteral("%1 has %2 lines; split it").arg(source.path).arg(source.lines));
    }
    expectNone(faults);
}

/// Its own source file does not count, nor do tests: what only tests use, nobody needs.
void TestArchitecture::everyHeaderHasAUser()
{
    QSet<QString> used;
    for (const SourceFile &source : m_sources) {
        const QString own = source.path.left(source.path.lastIndexOf(u'.')) + QStringLiteral(".h");
        for (const QString &include : source.includes) {
            if (include != own)
                used.insert(include);
        }
    }
    QStringList faults;
    for (const SourceFile &source : m_sources) {
        if (source.path.startsWith(QStringLiteral("core/")) && source.path.endsWith(QStringLiteral(".h"))
            && !used.contains(source.path))
            faults.append(source.path + QStringLiteral(" is used by nobody"));
    }
    expectNone(faults);
}

void TestArchitecture::ourIncludesStartAtTheRoot()
{
    QSet<QString> fileNames;
    for (const SourceFile &source : m_sources)
        fileNames.insert(source.path.section(u'/', -1));
    QStringList faults;
    for (const SourceFile &source : m_sources) {
        for (const QString &include : source.includes) {
            const bool isRelative = include.startsWith(QStringLiteral("..")) || fileNames.contains(include);
            if (isRelative && include.endsWith(QStringLiteral(".h")) && !include.contains(QStringLiteral("ui_")))
                faults.append(source.path + QStringLiteral(" must name the whole way of ") + include);
        }
    }
    expectNone(faults);
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
