#pragma once

namespace foghorn {

/// What a caller may do: nothing, look, or look and act.
enum class Role { Nobody, Viewer, Operator };

/// What a route asks for. Open: no token (livez, readyz). Page: as View, and HTTP Basic with a token as the password
/// will do, because a browser that shows a page sends nothing else.
enum class Access { Open, Page, View, Operate };

} // namespace foghorn
