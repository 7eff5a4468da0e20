#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QHostInfo;

namespace foghorn {

/// Looks one name up; when this goes, nobody is told any more.
///
/// Through a slot by its name: in Qt 6.4 a functor given to QHostInfo is lost when its look-up is aborted,
/// and with a resolver that does not answer that is each check.
class HostLookUp final : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<void(const QHostInfo &)>;

    /// `found` is called once, later; this may be destroyed in it.
    HostLookUp(const QString &name, Found found);
    ~HostLookUp() override;

private Q_SLOTS:
    void take(const QHostInfo &info);

private:
    Q_DISABLE_COPY_MOVE(HostLookUp)

    Found m_found;
    int m_id = -1;
};

} // namespace foghorn
