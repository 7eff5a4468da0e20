#pragma once

#include <QElapsedTimer>
#include <QHostAddress>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>

namespace foghorn {

inline QString demoProgram()
{
    return qEnvironmentVariable("FOGHORN_BIN", QCoreApplication::applicationDirPath() + u"/../bin") + u"/foghorn-demo";
}

/// One foghorn-demo, on a port of its own choice.
class Demo
{
public:
    explicit Demo(
        const QStringList &more = {}, const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        process.setProcessEnvironment(environment);
        const QStringList arguments{
            QStringLiteral("--name"), QStringLiteral("edge"), QStringLiteral("--port"), QStringLiteral("0")};
        process.start(demoProgram(), arguments + more);
    }
    /// The process object would wait for it; a killed one is gone at once.
    ~Demo() { process.kill(); }

    quint16 port()
    {
        if (m_port == 0 && process.canReadLine())
            m_port = process.readLine().trimmed().toUShort();
        return m_port;
    }
    QByteArray log()
    {
        m_log += process.readAllStandardError();
        return m_log;
    }

    QProcess process;

private:
    quint16 m_port = 0;
    QByteArray m_log;
};

/// A request's bytes.
inline QByteArray get(const QByteArray &path) { return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"; }

inline QByteArray fault(const QByteArray &body)
{
    return "POST /fault HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Sends, and gives back what comes until the peer closes, `enough` is in it, or 3 s have passed.
inline QByteArray talk(quint16 port, const QByteArray &text, const QByteArray &enough = "}")
{
    QTcpSocket socket;
    QByteArray got;
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    QSignalSpy read(&socket, &QTcpSocket::readyRead);
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(text);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 3000 && closed.isEmpty() && !got.contains(enough)) {
        read.wait(500);
        got += socket.readAll();
    }
    return got + socket.readAll();
}

} // namespace foghorn
