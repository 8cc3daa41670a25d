#pragma once

#include "core/base/result.h"

#include <QString>

#include <sys/types.h>
#include <vector>

namespace howdah {

/// A user of this machine as the system's user database knows it.
struct SystemUser
{
    QString name;
    QString home;
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups; ///< all of them, `gid` too
};

[[nodiscard]] Result<SystemUser> findSystemUser(const QString &name); ///< NotFound
[[nodiscard]] SystemUser loginSystemUser();                           ///< whoever runs this process

[[nodiscard]] QString userName(uid_t uid); ///< the number where there is no name
[[nodiscard]] QString groupName(gid_t gid);

/// While it lives, the calling thread looks at, makes and changes files as `user` does: the kernel checks permissions
/// and owns new files accordingly, so a link planted by that user leads nowhere that user could not go. Needs root.
/// Only file access changes, and of this thread alone; do not leave the thread while it lives.
class ActingAs
{
public:
    explicit ActingAs(const SystemUser &user);
    ~ActingAs();
    ActingAs(const ActingAs &) = delete;
    ActingAs &operator=(const ActingAs &) = delete;

    [[nodiscard]] bool succeeded() const { return m_succeeded; }

private:
    std::vector<gid_t> m_groups; // the thread's own, to go back to
    bool m_succeeded = false;
};

} // namespace howdah
