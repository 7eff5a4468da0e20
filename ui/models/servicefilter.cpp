#include "ui/models/servicefilter.h"

#include "ui/style/isolated.h"

#include "core/base/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace foghorn {

namespace {

struct FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::ServiceFilter)
};

struct StatusWord
{
    QLatin1String word;
    std::optional<StatusKind> kind; ///< nothing: it cuts across them
    bool (*holds)(const ServiceRow &row);
};

template<StatusKind kind> bool isKind(const ServiceRow &row) { return kindOf(row) == kind; }

/// In the order of allStatusKinds, then the wider ones.
const std::array statusWords{
    StatusWord{QLatin1String("failed"), StatusKind::Failed, isKind<StatusKind::Failed>},
    StatusWord{QLatin1String("unhealthy"), StatusKind::Unhealthy, isKind<StatusKind::Unhealthy>},
    StatusWord{QLatin1String("degraded"), StatusKind::Degraded, isKind<StatusKind::Degraded>},
    StatusWord{QLatin1String("starting"), StatusKind::Starting, isKind<StatusKind::Starting>},
    StatusWord{QLatin1String("stopping"), StatusKind::Stopping, isKind<StatusKind::Stopping>},
    StatusWord{QLatin1String("waiting"), StatusKind::Waiting, isKind<StatusKind::Waiting>},
    StatusWord{QLatin1String("stopped"), StatusKind::Stopped, isKind<StatusKind::Stopped>},
    StatusWord{QLatin1String("unchecked"), StatusKind::Unchecked, isKind<StatusKind::Unchecked>},
    StatusWord{QLatin1String("healthy"), StatusKind::Healthy, isKind<StatusKind::Healthy>},
    StatusWord{
        QLatin1String("running"), {}, [](const ServiceRow &row) { return row.facts.state == RunState::Running; }},
    StatusWord{
        QLatin1String("restarting"), {}, [](const ServiceRow &row) { return row.facts.state == RunState::Backoff; }},
    StatusWord{
        QLatin1String("finished"), {}, [](const ServiceRow &row) { return row.facts.state == RunState::Finished; }},
    StatusWord{
        QLatin1String("problem"), {}, [](const ServiceRow &row) { return row.look.severity >= AttentionSeverity; }},
};

using Key = FilterTerm::Key;

const std::array<std::pair<QLatin1String, Key>, 5> keys{
    {{QLatin1String("status"), Key::Status}, {QLatin1String("layer"), Key::Layer}, {QLatin1String("tag"), Key::Tag},
        {QLatin1String("slow"), Key::Slow}, {QLatin1String("crit"), Key::Critical}}};

QString wordOf(StatusKind kind) { return statusWords[static_cast<std::size_t>(kind)].word; }

/// Parted by spaces; what stands in quotation marks stays together, without them.
QStringList partsOf(const QString &text)
{
    QStringList parts;
    QString part;
    bool isQuoted = false;
    for (const QChar each : text) {
        if (each == u'"') {
            isQuoted = !isQuoted;
        } else if (each.isSpace() && !isQuoted) {
            if (!part.isEmpty())
                parts.append(part);
            part.clear();
        } else {
            part.append(each);
        }
    }
    if (!part.isEmpty())
        parts.append(part);
    return parts;
}

QString joined(const QStringList &parts)
{
    QStringList quoted;
    for (const QString &part : parts) {
        const bool hasSpace = std::any_of(part.begin(), part.end(), [](QChar each) { return each.isSpace(); });
        quoted.append(hasSpace ? QStringLiteral("\"%1\"").arg(part) : part);
    }
    return quoted.join(u' ');
}

QStringList typedTerms(const QString &text, const std::function<bool(Key)> &isKept)
{
    QStringList kept;
    const ServiceFilter filter = ServiceFilter::parse(text);
    for (const FilterTerm &term : filter.terms()) {
        if (isKept(term.key))
            kept.append(term.text);
    }
    return kept;
}

} // namespace

ServiceFilter ServiceFilter::parse(const QString &text)
{
    ServiceFilter filter;
    const QStringList parts = partsOf(text);
    for (const QString &part : parts) {
        FilterTerm term;
        term.text = part;
        filter.read(term);
        filter.m_terms.append(term);
    }
    return filter;
}

void ServiceFilter::read(FilterTerm &term)
{
    const qsizetype colon = term.text.indexOf(u':');
    const QString name = term.text.left(std::max<qsizetype>(0, colon)).toLower();
    const auto *known =
        std::find_if(keys.begin(), keys.end(), [&name](const auto &each) { return each.first == name; });
    if (known != keys.end()) {
        term.key = known->second;
        term.value = term.text.mid(colon + 1).toLower();
    } else {
        term.value = term.text.toLower();
        QList<QString> names;
        for (const auto &each : keys)
            names.append(each.first);
        // A colon may well be part of an address that is looked for: only what looks like a slip is one.
        if (const QString meant = name.size() < 3 ? QString() : nearestName(name, names); !meant.isEmpty()) {
            term.problem = FilterWords::tr("“%1” is no filter; did you mean %2?")
                               .arg(isolated(QString(name + u':')), meant + u':' + isolated(term.text.mid(colon + 1)));
            return;
        }
    }
    if (term.value.isEmpty()) // still being typed
        return;
    switch (term.key) {
    case Key::None:
        m_words.append(term.value);
        return;
    case Key::Tag:
        m_tags.append(term.value);
        return;
    case Key::Status:
        readStatus(term);
        return;
    case Key::Critical:
        readCritical(term);
        return;
    case Key::Layer:
        m_layers = rangeOf(term.value);
        if (!m_layers)
            term.problem =
                FilterWords::tr("“%1” is no layer; write layer:2, layer:1-3 or layer:>2").arg(isolated(term.value));
        return;
    case Key::Slow:
        m_times = timesOf(term.value);
        if (!m_times)
            term.problem = FilterWords::tr("“%1” is no response time; write slow:>200 (milliseconds) or slow:>1.5s")
                               .arg(isolated(term.value));
        return;
    }
}

void ServiceFilter::readStatus(FilterTerm &term)
{
    const QStringList values = term.value.split(u',', Qt::SkipEmptyParts);
    for (const QString &value : values) {
        QStringList meant;
        QList<QString> all;
        for (const StatusWord &each : statusWords) {
            all.append(each.word);
            if (each.word == value)
                meant = {value};
            else if (each.word.startsWith(value) && !meant.contains(value))
                meant.append(each.word);
        }
        m_statuses.append(meant);
        if (!meant.isEmpty())
            continue;
        const QString nearest = nearestName(value, all);
        term.problem = nearest.isEmpty()
            ? FilterWords::tr("“%1” is no status; there are %2").arg(isolated(value), all.join(QStringLiteral(", ")))
            : FilterWords::tr("“%1” is no status; did you mean status:%2?").arg(isolated(value), nearest);
    }
}

void ServiceFilter::readCritical(FilterTerm &term)
{
    if (QStringLiteral("yes").startsWith(term.value) || term.value == QLatin1String("true"))
        m_critical = true;
    else if (QStringLiteral("no").startsWith(term.value) || term.value == QLatin1String("false"))
        m_critical = false;
    else
        term.problem =
            FilterWords::tr("“%1” is neither yes nor no; write crit:yes or crit:no").arg(isolated(term.value));
}

bool ServiceFilter::matches(const ServiceRow &row) const
{
    const auto within = [](const std::optional<Range> &range, double value) {
        return !range || (value >= range->from && value <= range->to);
    };
    if (m_critical && *m_critical != row.facts.critical)
        return false;
    if (m_layers && (row.external || !within(m_layers, row.layer)))
        return false;
    if (m_times && (!row.response || !within(m_times, static_cast<double>(row.response->count()) / 1000)))
        return false;
    if (!m_statuses.isEmpty() && std::none_of(statusWords.begin(), statusWords.end(), [&](const StatusWord &each) {
            return m_statuses.contains(each.word) && each.holds(row);
        }))
        return false;
    const auto hasTag = [&row](const QString &tag) {
        return std::any_of(row.tags.begin(), row.tags.end(),
            [&tag](const QString &each) { return each.contains(tag, Qt::CaseInsensitive); });
    };
    if (!std::all_of(m_tags.begin(), m_tags.end(), hasTag))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&row](const QString &word) {
        return row.searchText.contains(word) || row.state.contains(word, Qt::CaseInsensitive)
            || row.why.contains(word, Qt::CaseInsensitive) || row.lastError.contains(word, Qt::CaseInsensitive);
    });
}

bool ServiceFilter::showsKind(StatusKind kind) const
{
    return m_statuses.isEmpty() || m_statuses.contains(wordOf(kind));
}

std::optional<int> ServiceFilter::layer() const
{
    if (!m_layers || m_layers->from != m_layers->to)
        return {};
    return static_cast<int>(m_layers->from);
}

QString ServiceFilter::withKinds(const QString &text, const QList<StatusKind> &kinds)
{
    QStringList terms = typedTerms(text, [](Key key) { return key != Key::Status; });
    if (!kinds.isEmpty() && kinds.size() < static_cast<qsizetype>(allStatusKinds.size())) {
        QStringList words;
        for (const StatusKind kind : allStatusKinds) {
            if (kinds.contains(kind))
                words.append(wordOf(kind));
        }
        terms.prepend(QStringLiteral("status:") + words.join(u','));
    }
    return joined(terms);
}

QString ServiceFilter::withLayer(const QString &text, std::optional<int> layer)
{
    QStringList terms = typedTerms(text, [](Key key) { return key != Key::Layer; });
    if (layer)
        terms.prepend(QStringLiteral("layer:%1").arg(*layer));
    return joined(terms);
}

QString ServiceFilter::without(const QString &text, qsizetype term)
{
    QStringList parts = partsOf(text);
    if (term >= 0 && term < parts.size())
        parts.removeAt(term);
    return joined(parts);
}

} // namespace foghorn
