#include "core/api/statuspagehtml.h"

namespace foghorn {

/// The outlines of the window (ui/style/stateglyph.cpp) in a square of 16: each is told from the others without colour.
/// The style gives `f` the family's colour, `m` that of marks upon it, and `s` a line in the family's colour.
QByteArray glyphSprite()
{
    return R"(<svg class="sprite" aria-hidden="true"><defs>
<symbol id="glyph-healthy" viewBox="0 0 16 16"><circle class="f" cx="8" cy="8" r="7.2"/><path class="m" d="M4.7 8.3 7.1 10.7 11.4 5.6"/></symbol>
<symbol id="glyph-degraded" viewBox="0 0 16 16"><path class="f" d="M8 .9 15.6 14.8H.4z"/><path class="m" d="M8 6.2v3.5M8 12.4v.2"/></symbol>
<symbol id="glyph-unhealthy" viewBox="0 0 16 16"><path class="f" d="M8 0 16 8 8 16 0 8z"/><path class="m" d="M5.9 5.9l4.2 4.2M5.9 10.1l4.2-4.2"/></symbol>
<symbol id="glyph-failed" viewBox="0 0 16 16"><path class="f" d="M4.7.1h6.6l4.6 4.6v6.6l-4.6 4.6H4.7L.1 11.3V4.7z"/><path class="m w" d="M4.7 4.7l6.6 6.6M4.7 11.3l6.6-6.6"/></symbol>
<symbol id="glyph-unchecked" viewBox="0 0 16 16"><circle class="s d" cx="8" cy="8" r="6.6"/><path class="s" d="M5.9 6.4c0-2.7 4.3-2.7 4.3-.1 0 1.6-2.2 1.5-2.2 3.2M8 11.7v.1"/></symbol>
<symbol id="glyph-starting" viewBox="0 0 16 16"><path class="f" d="M.8 8h14.4A7.2 7.2 0 0 1 .8 8zM8 .4l3.8 4.2H9V7H7V4.6H4.2z"/></symbol>
<symbol id="glyph-stopping" viewBox="0 0 16 16"><path class="f" d="M15.2 8H.8A7.2 7.2 0 0 1 15.2 8zM8 15.6l-3.8-4.2H7V9h2v2.4h2.8z"/></symbol>
<symbol id="glyph-stopped" viewBox="0 0 16 16"><path class="s" d="M3 3h10v10H3z"/></symbol>
<symbol id="glyph-waiting" viewBox="0 0 16 16"><circle class="s d" cx="8" cy="8" r="6.6"/><circle class="f" cx="5.2" cy="8" r="1"/><circle class="f" cx="8" cy="8" r="1"/><circle class="f" cx="10.8" cy="8" r="1"/></symbol>
<symbol id="glyph-backoff" viewBox="0 0 16 16"><circle class="s" cx="8" cy="8" r="6.6"/><path class="s" d="M8 4.4V8l2.6 1.6"/></symbol>
<symbol id="glyph-finished" viewBox="0 0 16 16"><circle class="s" cx="8" cy="8" r="6.6"/><path class="s" d="M4.7 8.3 7.1 10.7 11.4 5.6"/></symbol>
</defs></svg>
)";
}

} // namespace foghorn
