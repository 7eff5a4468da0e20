#include "core/api/apiserver.h"

#include "core/api/connectionguard.h"
#include "core/api/front.h"
#include "core/api/guardedserver.h"
#include "core/api/listenaddress.h"
#include "core/api/routes.h"
#include "core/api/tlsfiles.h"
#include "core/api/tokenstore.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSslServer>

namespace foghorn {
namespace {

ApiOptions completed(ApiOptions options)
{
    if (options.instance.isEmpty())
        options.instance = QByteArray::number(QRandomGenerator::system()->generate(), 36);
    return options;
}

} // namespace

ApiServer::ApiServer(const ApiSources &sources, ApiOptions options, QObject *parent)
    : QObject(parent)
    , m_options(completed(std::move(options)))
    , m_answers(sources.registry, m_options.instance)
    , m_stream(sources, m_answers, m_options.streamLimits)
    , m_context{sources, m_answers, m_lifetime.get(), m_options.version, [this] { return connections(); }, m_stream,
          m_tickets, m_options.statusPage, [this](Role role) { return renewToken(role); }}
    , m_gate(std::make_unique<Gate>(m_options))
    , m_guard(std::make_unique<ConnectionGuard>(m_options.limits))
    , m_front(makeFront())
{
    addAllRoutes(m_router, m_context);
}

ApiServer::~ApiServer()
{
    m_stream.closeAll();
    m_lifetime.reset();
    if (m_first && !m_options.unixSocketPath.isEmpty())
        QFile::remove(m_options.unixSocketPath);
}

Result<void> ApiServer::listen()
{
    Result<void> done;
    for (const QString &address : std::as_const(m_options.listen)) {
        if (done)
            done = listenOn(address);
    }
    if (done && !m_options.unixSocketPath.isEmpty())
        done = listenOnUnix();
    if (!done) {
        m_first = nullptr;
        m_front = makeFront(); // ends what listened already
    }
    return done;
}

void ApiServer::beginShutdown() { m_front->beginShutdown(); }

quint16 ApiServer::port() const { return m_first ? m_first->serverPort() : quint16(0); }

QString ApiServer::url() const
{
    if (!m_first)
        return {};
    return QStringLiteral("%1://%2:%3")
        .arg(m_options.tls ? QLatin1String("https") : QLatin1String("http"), m_host)
        .arg(port());
}

Result<void> ApiServer::renewToken(Role role)
{
    if (m_options.tokenDirectory.isEmpty())
        return Error{QStringLiteral("this orchestrator holds no token files")};
    const Result<QByteArray> digest = foghorn::renewToken(m_options.tokenDirectory, role);
    if (!digest)
        return digest.error();
    m_gate->setDigest(role, digest.value());
    m_tickets = TicketBook();
    m_stream.closeAll("there is a new token"); // whoever has it comes again
    return {};
}

qsizetype ApiServer::connections() const { return m_guard->count() + m_stream.listeners(); }

std::unique_ptr<Front> ApiServer::makeFront()
{
    return std::make_unique<Front>(*m_guard, m_router, *m_gate, m_options.instance, m_tickets, m_options.streamLimits);
}

Result<void> ApiServer::listenOn(const QString &text)
{
    const Result<ListenAddress> address = parseListenAddress(text);
    if (!address)
        return address.error();
    if (!address.value().isLoopback && !(m_options.tls && m_options.tokenRequired))
        return Error{
            QStringLiteral("will not listen on %1: beyond loopback the API needs `api.tls` and `api.auth: token`; "
                           "set both, or listen on 127.0.0.1")
                .arg(text)};
    QTcpServer *server = nullptr;
    if (m_options.tls) {
        const Result<QSslConfiguration> tls = loadTls(*m_options.tls);
        if (!tls)
            return tls.error();
        auto *secure = new GuardedServer<QSslServer>(*m_guard);
        secure->setSslConfiguration(tls.value());
        server = secure;
    } else {
        server = new GuardedServer<QTcpServer>(*m_guard);
    }
    server->setParent(m_front.get());
    if (!server->listen(address.value().host, address.value().port))
        return Error{QStringLiteral("cannot listen on %1: %2; choose another address with `api.listen` or --listen")
                         .arg(text, server->errorString())};
    m_front->serve(server);
    if (!m_first) {
        m_first = server;
        m_host = address.value().hostForUrl();
    }
    return {};
}

Result<void> ApiServer::listenOnUnix()
{
    const Result<int> descriptor = listenOnUnixSocket(m_options.unixSocketPath);
    if (!descriptor)
        return descriptor.error();
    auto *server = new GuardedServer<QTcpServer>(*m_guard);
    server->setParent(m_front.get());
    if (!server->setSocketDescriptor(descriptor.value()))
        return Error{
            QStringLiteral("cannot serve the Unix socket %1: %2").arg(m_options.unixSocketPath, server->errorString())};
    m_front->serve(server);
    return {};
}

} // namespace foghorn
