#include "core/api/httphead.h"

#include <algorithm>
#include <array>

namespace foghorn {
namespace {

using Kind = HeadVerdict::Kind;

constexpr qsizetype maxTarget = 8 * 1024;
constexpr int maxHeaders = 64;

HeadVerdict refused(int status, const char *detail) { return {Kind::Refused, status, detail}; }

constexpr std::array<bool, 256> tokenTable()
{
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 256; ++c)
        table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> isTokenByte = tokenTable();

bool isToken(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return isTokenByte[static_cast<unsigned char>(c)]; });
}

bool isFieldValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

bool isVisible(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

/// Whether a comma-separated list has `wanted` as an element.
bool listHas(QByteArrayView list, QByteArrayView wanted)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView element = trimmed(comma < 0 ? list : list.first(comma));
        if (equalsIgnoringCase(element, wanted))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

/// The absolute form (RFC 9112 3.2.2), which a client speaks to a proxy: takes scheme and authority off the target, and
/// what is left begins with '/' or is empty. True when it is of that form.
bool takeAuthority(QByteArrayView &target, HttpHead &head)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() < scheme.size() || !equalsIgnoringCase(target.first(scheme.size()), scheme))
            continue;
        const QByteArrayView rest = target.sliced(scheme.size());
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        head.authority = rest.first(end - rest.begin());
        head.namesHttps = scheme.size() == 8;
        target = rest.sliced(head.authority.size());
        return true;
    }
    return false;
}

HeadVerdict readTarget(QByteArrayView target, HttpHead &head)
{
    if (target.size() > maxTarget)
        return refused(414, "The target is longer than 8 KiB; shorten the query.");
    if (!isVisible(target) || target.contains('#') || (!takeAuthority(target, head) && !target.startsWith('/')))
        return refused(400, "The target must be a path that begins with '/', with everything unusual percent-encoded.");
    const qsizetype question = target.indexOf('?');
    head.path = question < 0 ? target : target.first(question);
    if (head.path.isEmpty())
        head.path = "/";
    head.query = question < 0 ? QByteArrayView() : target.sliced(question + 1);
    return {Kind::Complete};
}

HeadVerdict readRequestLine(QByteArrayView line, HttpHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0 || line.indexOf(' ', second + 1) >= 0)
        return refused(400, "The request line must be METHOD, target and HTTP/1.1 with one blank between them.");
    head.method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, second - first - 1);
    const QByteArrayView version = line.sliced(second + 1);
    if (!isToken(head.method))
        return refused(400, "The request method is no HTTP token.");
    // not 505: what a client says wrong is never the server's error, so that those can be alarmed on
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refused(400, "The request line must end in HTTP/1.1 or HTTP/1.0; nothing else is spoken here.");
    head.isOld = version == "HTTP/1.0";
    head.isPersistent = !head.isOld;
    return readTarget(target, head);
}

HeadVerdict readHeaderLine(QByteArrayView line, HttpHead &head)
{
    if (line.front() == ' ' || line.front() == '\t')
        return refused(400, "A header that goes on in the next line (obs-fold) is not taken; write it in one line.");
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return refused(400, "Each header line must be NAME, a colon directly behind it, and a value.");
    const QByteArrayView value = trimmed(line.sliced(colon + 1));
    if (!isFieldValue(value))
        return refused(400, "A header value holds control characters.");
    if (head.headers.size() >= maxHeaders)
        return refused(431, "More than 64 headers.");
    head.headers.append({line.first(colon), value});
    return {Kind::Complete};
}

HeadVerdict readContentLength(QByteArrayView value, HttpHead &head)
{
    const bool isNumber = !value.isEmpty() && value.size() <= 18
        && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return refused(value.size() > 18 ? 413 : 400, "Content-Length must be a plain number of at most 65536 bytes.");
    head.contentLength = value.toByteArray().toLongLong();
    return {Kind::Complete};
}

/// Of two that say who asks and what for, we and whoever stands before us might each believe another.
bool isAnySaidTwice(const HttpHead &head)
{
    for (const QByteArrayView name :
        {QByteArrayView("authorization"), QByteArrayView("origin"), QByteArrayView("content-type")}) {
        const auto isIt = [name](const HttpHead::Header &header) { return equalsIgnoringCase(header.name, name); };
        if (std::count_if(head.headers.begin(), head.headers.end(), isIt) > 1)
            return true;
    }
    return false;
}

/// The rules that concern several headers together.
HeadVerdict judgeHeaders(HttpHead &head)
{
    int hosts = 0;
    int lengths = 0;
    bool asksUpgrade = false;
    bool namesWebSocket = false;
    for (const HttpHead::Header &header : head.headers) {
        if (equalsIgnoringCase(header.name, "host")) {
            ++hosts;
        } else if (equalsIgnoringCase(header.name, "content-length")) {
            if (++lengths > 1)
                return refused(400, "Content-Length was sent twice; send it once.");
            if (const HeadVerdict verdict = readContentLength(header.value, head); verdict.kind == Kind::Refused)
                return verdict;
        } else if (equalsIgnoringCase(header.name, "transfer-encoding")) {
            return refused(411, "Chunked bodies are not taken; send the body with a Content-Length.");
        } else if (equalsIgnoringCase(header.name, "connection")) {
            if (listHas(header.value, "close"))
                head.isPersistent = false;
            asksUpgrade = asksUpgrade || listHas(header.value, "upgrade");
        } else if (equalsIgnoringCase(header.name, "upgrade")) {
            namesWebSocket = namesWebSocket || listHas(header.value, "websocket");
        } else if (equalsIgnoringCase(header.name, "expect")) {
            if (!equalsIgnoringCase(header.value, "100-continue"))
                return refused(417, "The only expectation that can be met is 100-continue.");
            head.expectsContinue = true;
        }
    }
    head.wantsWebSocket = asksUpgrade && namesWebSocket;
    if (hosts != 1)
        return refused(400, "Exactly one Host header is needed.");
    if (head.authority.isNull())
        head.authority = head.header("host");
    if (isAnySaidTwice(head))
        return refused(400, "Authorization, Origin and Content-Type may each be sent once only.");
    return {Kind::Complete};
}

HeadVerdict readLines(QByteArrayView text, HttpHead &head)
{
    bool isFirst = true;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf("\r\n");
        const QByteArrayView line = text.first(end);
        text = text.sliced(end + 2);
        if (line.isEmpty())
            continue;
        if (line.contains('\r') || line.contains('\n') || line.contains('\0'))
            return refused(400, "Lines must end in CR LF and hold no other line end or NUL.");
        const HeadVerdict verdict = isFirst ? readRequestLine(line, head) : readHeaderLine(line, head);
        if (verdict.kind == Kind::Refused)
            return verdict;
        isFirst = false;
    }
    return {Kind::Complete};
}

/// Bytes that can never become a head: say so at once instead of waiting for the deadline.
HeadVerdict judgeFragment(QByteArrayView text)
{
    if (!text.isEmpty() && !isTokenByte[static_cast<unsigned char>(text.front())])
        return refused(400, "This is no HTTP request; is it TLS spoken to a plain port?");
    if (text.contains('\0'))
        return refused(400, "The request holds a NUL byte.");
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (at == 0 || text[at - 1] != '\r')
            return refused(400, "Lines must end in CR LF.");
    }
    return {Kind::Incomplete};
}

} // namespace

QByteArrayView HttpHead::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (equalsIgnoringCase(header.name, name))
            return header.value;
    }
    return {};
}

bool HttpHead::hasHeader(QByteArrayView name) const
{
    return std::any_of(
        headers.begin(), headers.end(), [name](const Header &header) { return equalsIgnoringCase(header.name, name); });
}

HeadVerdict inspectHead(const QByteArray &bytes, HttpHead &head)
{
    // Empty lines before a request are to be ignored (RFC 9112 2.2).
    qsizetype start = 0;
    while (bytes.size() - start >= 2 && bytes[start] == '\r' && bytes[start + 1] == '\n')
        start += 2;
    const qsizetype end = bytes.indexOf("\r\n\r\n", start);
    if (end < 0) {
        if (bytes.size() - start == 1 && bytes[start] == '\r')
            return {Kind::Incomplete};
        return judgeFragment(QByteArrayView(bytes).sliced(start));
    }
    head = HttpHead();
    head.bytes = bytes;
    const HeadVerdict verdict = readLines(QByteArrayView(head.bytes).sliced(start, end + 2 - start), head);
    return verdict.kind == Kind::Refused ? verdict : judgeHeaders(head);
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace foghorn
