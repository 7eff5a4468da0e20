#pragma once

#include "core/health/httpanswer.h"
#include "core/model/servicespec.h"

#include <QJsonValue>

namespace foghorn {

/// Whether an HTTP answer is what the probe expects: the status range, then each member of the JSON body. A member's
/// name is looked up as it stands, then as a dotted path ("checks.db.ok", "nodes.0.up"). What is expected is read once.
class HttpVerdict
{
public:
    explicit HttpVerdict(const ProbeSpec &expected);

    /// Empty: it is. Else what is wrong, one printable line: `member 'status' is "degraded", expected "healthy"`.
    QString fault(const HttpAnswer &answer) const;

private:
    QString jsonFault(const HttpAnswer &answer) const;

    int m_statusFrom;
    int m_statusTo;
    QList<QPair<QString, QJsonValue>> m_members; ///< name and value, in the file's order
};

} // namespace foghorn
