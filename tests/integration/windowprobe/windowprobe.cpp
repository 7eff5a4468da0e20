#include "tests/integration/windowprobe/windowprobe.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLocalSocket>
#include <QMainWindow>
#include <QTest>

#include <algorithm>
#include <chrono>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

/// A dialog where there is one, else the window.
QWidget *front()
{
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && qobject_cast<QMainWindow *>(window))
            return window;
    }
    return nullptr;
}

QString plain(QString text) { return text.remove(u'&'); }

QAccessibleInterface *listNamed(const QString &name)
{
    QWidget *window = front();
    const QWidgetList widgets = window ? window->findChildren<QWidget *>() : QWidgetList();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->accessibleName() == name)
            return QAccessible::queryAccessibleInterface(widget);
    }
    return nullptr;
}

QStringList itemsOf(const QString &list)
{
    const QAccessibleInterface *shown = listNamed(list);
    QStringList names;
    for (int i = 0; shown && i < shown->childCount(); ++i)
        names.append(shown->child(i)->text(QAccessible::Name));
    return names;
}

template<typename T, typename Do> bool doWith(QWidget *window, const QString &text, Do &&what)
{
    const QList<T *> all = window ? window->findChildren<T *>() : QList<T *>();
    for (T *one : all) {
        if (plain(one->text()) == text && one->isEnabled()) {
            what(*one);
            return true;
        }
    }
    return false;
}

bool pressKey(const QString &chord)
{
    QWidget *window = front();
    const QKeySequence keys = QKeySequence::fromString(chord);
    if (!window || keys.isEmpty())
        return false;
    window->activateWindow();
    if (!window->isActiveWindow())
        return false; // shortcuts are those of the active window: ask again
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : window, keys[0].key(), keys[0].keyboardModifiers());
    return true;
}

QJsonValue grab(QWidget &window, const QString &file)
{
    const QImage picture = window.grab().toImage();
    if (!picture.save(file))
        return QJsonValue::Null;
    const QImage small = picture.scaled(40, 25);
    double sum = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x)
            sum += small.pixelColor(x, y).lightnessF();
    }
    return sum / (small.width() * small.height());
}

bool says(const QWidget &window, const QString &text)
{
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

QJsonValue orNull(bool done) { return done ? QJsonValue(true) : QJsonValue(QJsonValue::Null); }

} // namespace

WindowProbe::WindowProbe(const QString &socket)
{
    m_noting.setInterval(5ms);
    connect(&m_noting, &QTimer::timeout, this, &WindowProbe::note);
    connect(&m_server, &QLocalServer::newConnection, this, &WindowProbe::onConnected);
    QLocalServer::removeServer(socket);
    m_server.listen(socket);
}

WindowProbe::~WindowProbe() = default;

void WindowProbe::onConnected()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        while (socket->canReadLine()) {
            const QJsonArray reply{answer(QString::fromUtf8(socket->readLine()).trimmed())};
            socket->write(QJsonDocument(reply).toJson(QJsonDocument::Compact) + '\n');
        }
    });
}

QJsonValue WindowProbe::answer(const QString &question)
{
    const QString verb = question.section(u' ', 0, 0);
    const QString rest = question.section(u' ', 1);
    QWidget *window = front();
    if (!window)
        return QJsonValue::Null;
    if (verb == QLatin1String("title"))
        return window->windowTitle();
    if (verb == QLatin1String("items"))
        return QJsonArray::fromStringList(itemsOf(rest));
    if (verb == QLatin1String("watch")) {
        m_watchedList = rest.section(u' ', 0, 0);
        m_watchedName = rest.section(u' ', 1);
        m_seen.clear();
        m_noting.start();
        return true;
    }
    if (verb == QLatin1String("seen"))
        return QJsonArray::fromStringList(m_seen);
    if (verb == QLatin1String("choose"))
        return choose(rest.section(u' ', 0, 0), rest.section(u' ', 1));
    if (verb == QLatin1String("key"))
        return orNull(pressKey(rest));
    if (verb == QLatin1String("type")) {
        QTest::keyClicks(QApplication::focusWidget() ? QApplication::focusWidget() : window, rest);
        return true;
    }
    if (verb == QLatin1String("says"))
        return orNull(says(*window, rest));
    if (verb == QLatin1String("press"))
        return orNull(doWith<QAbstractButton>(window, rest, [](QAbstractButton &button) { button.click(); }));
    if (verb == QLatin1String("action"))
        return orNull(doWith<QAction>(window, rest, [](QAction &action) { action.trigger(); }));
    if (verb == QLatin1String("grab"))
        return grab(*window, rest);
    return QJsonValue::Null;
}

QJsonValue WindowProbe::choose(const QString &list, const QString &name)
{
    QAccessibleInterface *shown = listNamed(list);
    for (int i = 0; shown && i < shown->childCount(); ++i) {
        QAccessibleInterface *item = shown->child(i);
        if (!item->text(QAccessible::Name).startsWith(name) || !item->actionInterface())
            continue;
        if (auto *view = qobject_cast<QWidget *>(shown->object()))
            view->setFocus();
        item->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        return true;
    }
    return QJsonValue::Null;
}

void WindowProbe::note()
{
    const QStringList items = itemsOf(m_watchedList);
    for (const QString &item : items) {
        if (item.startsWith(m_watchedName) && (m_seen.isEmpty() || m_seen.constLast() != item))
            m_seen.append(item);
    }
}

QObject *WindowProbePlugin::create(const QString &, const QString &socket) { return new WindowProbe(socket); }

} // namespace foghorn
