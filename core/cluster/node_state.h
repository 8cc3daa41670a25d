#pragma once

#include <QLatin1String>

/// The words of NodeState::state: stable, as they stand in the JSON. stateTitle() gives them to people.
namespace howdah::node_state {

inline constexpr QLatin1String waiting{"waiting"}; // no answer and no failure yet
inline constexpr QLatin1String unreachable{"unreachable"};
inline constexpr QLatin1String accessDenied{"access denied"};
inline constexpr QLatin1String starting{"starting"};       // 57P03: it lives, and lets nobody in
inline constexpr QLatin1String foreign{"another cluster"}; // its system identifier is another
inline constexpr QLatin1String running{"running"};         // a primary
inline constexpr QLatin1String streaming{"streaming"};
inline constexpr QLatin1String catchingUp{"catching up"};
inline constexpr QLatin1String replayPaused{"replay paused"};
inline constexpr QLatin1String notStreaming{"not streaming"};
inline constexpr QLatin1String recovering{
    "recovering"}; // from an archive or after a crash; nothing to stream from is set
inline constexpr QLatin1String notPermitted{"not permitted"}; // alive, but this role may not see how it fares

} // namespace howdah::node_state
