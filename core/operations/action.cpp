#include "core/operations/action.h"

namespace howdah {

Look::Look() = default;
Look::Look(const Look &) = default;
Look::Look(Look &&) noexcept = default;
Look &Look::operator=(const Look &) = default;
Look &Look::operator=(Look &&) noexcept = default;
Look::~Look() = default;

Life::Life() = default;
Life::Life(const Life &) = default;
Life::Life(Life &&) noexcept = default;
Life &Life::operator=(const Life &) = default;
Life &Life::operator=(Life &&) noexcept = default;
Life::~Life() = default;

Deed::Deed() = default;
Deed::Deed(const Deed &) = default;
Deed::Deed(Deed &&) noexcept = default;
Deed &Deed::operator=(const Deed &) = default;
Deed &Deed::operator=(Deed &&) noexcept = default;
Deed::~Deed() = default;

} // namespace howdah
