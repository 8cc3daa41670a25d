#pragma once

namespace howdah {

struct Action;
struct Observation;

// Described in action_json.cpp and observation_json.cpp for json::Writer and json::Reader; used by whatever contains
// them.
template <typename Fields> void describe(Fields &fields, Observation &observation);
template <typename Fields> void describe(Fields &fields, Action &action);

} // namespace howdah
