#pragma once

struct pg_conn;

namespace howdah {

/// Asks the server to cancel what runs on this session. Returns once the request is delivered, at the latest after some
/// tens of milliseconds; a request still under way then goes on by itself. The session may be closed at once
/// afterwards.
void requestCancel(pg_conn *connection);

} // namespace howdah
