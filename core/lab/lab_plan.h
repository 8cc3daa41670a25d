#pragma once

#include "core/lab/lab_record.h"
#include "core/lab/port_reservation.h"

namespace howdah {

/// A lab decided upon, of which nothing is made yet.
struct LabPlan
{
    LabRecord record; ///< not complete, without a system identifier
    std::shared_ptr<Host> host;
    QList<std::shared_ptr<PortReservation>> ports; ///< one per node, in their order
};

/// Chooses binaries, user, directory and ports. Invalid, NotFound or Unsupported when there can be no such lab.
[[nodiscard]] Result<LabPlan> planLab(Hosts &hosts, const LabRequest &request, const Deadline &deadline);

} // namespace howdah
