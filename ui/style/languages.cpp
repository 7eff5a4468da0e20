#include "ui/style/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

/// Outside of our namespace, as the macro wants it.
static void useTranslations() { Q_INIT_RESOURCE(foghorn_translations); }

namespace foghorn {

namespace {

constexpr QLatin1String Folder(":/translations");
constexpr QLatin1String English("en");

/// Of the computer, unless it speaks another language: then that language's own numbers and dates.
QLocale localeFor(const QString &code)
{
    const QLocale system = QLocale::system();
    return system.language() == QLocale(code).language() ? system : QLocale(code);
}

} // namespace

Languages::Languages(QObject *parent)
    : QObject(parent)
{
    useTranslations();
}

Languages::~Languages() = default;

QList<Languages::Language> Languages::all()
{
    useTranslations();
    QList<Language> languages;
    const QStringList files = QDir(Folder).entryList({QStringLiteral("foghorn_*.qm")});
    for (const QString &file : files) {
        const QString code = file.section(u'_', 1).section(u'.', 0, 0);
        languages.append({code, nameOf(code)});
    }
    std::sort(languages.begin(), languages.end(), [](const Language &a, const Language &b) {
        const bool isFirst = a.code == English;
        return isFirst != (b.code == English) ? isFirst : a.name.localeAwareCompare(b.name) < 0;
    });
    return languages;
}

QString Languages::nameOf(const QString &code)
{
    QString name = QLocale(code).nativeLanguageName();
    if (code == English)
        name = QStringLiteral("English"); // not "American English"
    return name.isEmpty() ? code : name.at(0).toUpper() + name.mid(1);
}

QString Languages::bestOf(const QStringList &wanted)
{
    const QList<Language> known = all();
    for (const QString &tag : wanted) {
        const QString code = QString(tag).replace(u'_', u'-').section(u'-', 0, 0).toLower();
        const auto isIt = [&code](const Language &language) { return language.code == code; };
        if (std::any_of(known.begin(), known.end(), isIt))
            return code;
    }
    return English;
}

void Languages::choose(const QString &code)
{
    const QList<Language> known = all();
    const bool isKnown =
        std::any_of(known.begin(), known.end(), [&code](const Language &language) { return language.code == code; });
    const QString chosen = isKnown ? code : bestOf(QLocale::system().uiLanguages());
    if (chosen == m_current)
        return;
    install(chosen);
    Q_EMIT changed();
}

void Languages::install(const QString &code)
{
    m_translators.clear(); // each takes itself out of the application
    m_current = code;
    QLocale::setDefault(localeFor(code));
    const auto add = [this](const QString &file, const QString &folder) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(file, folder))
            return; // Qt's own words are not installed everywhere: then they stay English
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    };
    add(QLatin1String("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    add(QLatin1String("foghorn_") + code, Folder);
}

} // namespace foghorn
