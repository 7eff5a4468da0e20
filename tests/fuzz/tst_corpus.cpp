#include "tests/fuzz/mutator.h"
#include "tests/fuzz/targets/targets.h"
#include "tests/support/figures.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <unistd.h>

using namespace foghorn;

Q_DECLARE_METATYPE(foghorn::FuzzTarget)

namespace {

/// The input at hand, for the case that it is the last one.
QByteArray current;
QByteArray currentFile;

/// Keeps the input that ended the program. Only calls that a signal handler may make.
void keepInput(int number)
{
    const int file = ::open(currentFile.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0 && ::write(file, current.constData(), static_cast<std::size_t>(current.size())) >= 0) {
        constexpr char said[] = "\nthe input is kept in ";
        (void)!::write(STDERR_FILENO, said, sizeof said - 1);
        (void)!::write(STDERR_FILENO, currentFile.constData(), static_cast<std::size_t>(currentFile.size()));
        (void)!::write(STDERR_FILENO, "\n", 1);
    }
    std::signal(number, SIG_DFL);
    std::raise(number);
}

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

QString corpusFolder(const FuzzTarget &target)
{
    return qEnvironmentVariable("FOGHORN_SOURCE") + QStringLiteral("/tests/fuzz/corpus/") + QLatin1String(target.name);
}

/// Runs the target and answers how much of a processor's time that took, in seconds.
double run(const FuzzTarget &target, const QByteArray &input)
{
    current = input;
    const double before = processorSeconds();
    target.run(input);
    return processorSeconds() - before;
}

} // namespace

/// T14: what was found worth keeping while fuzzing (`./dev fuzz`), once more, and inputs made of it that are new in
/// every release. No input may take a second.
class TestCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isTakenWhole_data() { listTargets(); }
    void isTakenWhole();
    void isTakenMutated_data() { listTargets(); }
    void isTakenMutated();
    void cleanupTestCase();

private:
    static void listTargets()
    {
        QTest::addColumn<FuzzTarget>("target");
        for (const FuzzTarget &target : fuzzTargets)
            QTest::newRow(target.name) << target;
    }
    static QList<QByteArray> corpusOf(const FuzzTarget &target)
    {
        QList<QByteArray> inputs;
        const QDir folder(corpusFolder(target));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                inputs << file.readAll();
        }
        return inputs;
    }
    QTemporaryDir m_kept;
};

void TestCorpus::initTestCase()
{
    m_kept.setAutoRemove(false); // with nothing in it, it is removed by cleanupTestCase()
    for (const int number : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(number, &keepInput);
}

void TestCorpus::cleanupTestCase() { QDir().rmdir(m_kept.path()); }

void TestCorpus::isTakenWhole()
{
    QFETCH(FuzzTarget, target);
    currentFile = m_kept.filePath(QLatin1String(target.name)).toLocal8Bit();
    const QList<QByteArray> inputs = corpusOf(target);
    QVERIFY2(inputs.size() >= 5, qPrintable(corpusFolder(target)));
    run(target, {}); // what is made once does not count
    for (const QByteArray &input : inputs) {
        const double seconds = run(target, input);
        QVERIFY2(seconds < 1,
            QByteArray(QByteArray::number(seconds) + " s: " + input.left(200).toPercentEncoding()).constData());
    }
}

/// The seed stands in the report: the same one gives the same inputs.
void TestCorpus::isTakenMutated()
{
    QFETCH(FuzzTarget, target);
    currentFile = m_kept.filePath(QLatin1String(target.name)).toLocal8Bit();
    const QList<QByteArray> inputs = corpusOf(target);
    QVERIFY(!inputs.isEmpty());
    const quint32 seed = qEnvironmentVariableIntValue("FOGHORN_SEED") > 0
        ? static_cast<quint32>(qEnvironmentVariableIntValue("FOGHORN_SEED"))
        : 20261123;
    Mutator mutator(seed, inputs, target.longest);
    const double most = figure(1, 60);
    double spent = 0;
    double longest = 0;
    int runs = 0;
    for (; spent < most && runs < figure(3'000, 1'000'000); ++runs) {
        const double seconds = run(target, mutator.next());
        spent += seconds;
        longest = std::max(longest, seconds);
        QVERIFY2(seconds < 1,
            QByteArray(QByteArray::number(seconds) + " s: " + current.left(200).toPercentEncoding()).constData());
    }
    reportFigure("T14",
        QStringLiteral("%1: %2 mutated inputs of seed %3, the slowest %4 ms")
            .arg(QLatin1String(target.name))
            .arg(runs)
            .arg(seed)
            .arg(longest * 1000, 0, 'f', 1));
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
