#pragma once

namespace foghorn {

/// What a caller may do: nothing, look, or look and act.
enum class Role { Nobody, Viewer, Operator };

/// What a route asks for. Open: no token (livez, readyz).
enum class Access { Open, View, Operate };

} // namespace foghorn
