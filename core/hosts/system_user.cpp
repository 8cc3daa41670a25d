#include "core/hosts/system_user.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <sys/fsuid.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SystemUser)
};

SystemUser fromEntry(const passwd &entry)
{
    SystemUser user;
    user.name = QString::fromUtf8(entry.pw_name);
    user.home = QString::fromUtf8(entry.pw_dir);
    user.uid = entry.pw_uid;
    user.gid = entry.pw_gid;
    int count = 32;
    user.groups.resize(static_cast<size_t>(count));
    if (::getgrouplist(entry.pw_name, entry.pw_gid, user.groups.data(), &count) < 0) {
        user.groups.resize(static_cast<size_t>(count));
        ::getgrouplist(entry.pw_name, entry.pw_gid, user.groups.data(), &count);
    }
    user.groups.resize(static_cast<size_t>(count));
    return user;
}

using EntryBuffer = std::array<char, 16384>;

// The C library's setgroups() changes every thread of the process; the system call changes the calling one alone.
bool setThreadGroups(const std::vector<gid_t> &groups)
{
    return ::syscall(SYS_setgroups, groups.size(), groups.data()) == 0;
}

} // namespace

Result<SystemUser> findSystemUser(const QString &name)
{
    EntryBuffer buffer{};
    passwd entry{};
    passwd *found = nullptr;
    ::getpwnam_r(name.toUtf8().constData(), &entry, buffer.data(), buffer.size(), &found);
    if (found == nullptr)
        return Error{ErrorCode::NotFound, Tr::tr("There is no user \"%1\" on this machine.").arg(name)};
    return fromEntry(*found);
}

SystemUser loginSystemUser()
{
    EntryBuffer buffer{};
    passwd entry{};
    passwd *found = nullptr;
    ::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found);
    if (found != nullptr)
        return fromEntry(*found);
    SystemUser nameless;
    nameless.uid = ::geteuid();
    nameless.gid = ::getegid();
    nameless.name = QString::number(nameless.uid);
    nameless.home = QStringLiteral("/");
    nameless.groups = {nameless.gid};
    return nameless;
}

QString userName(uid_t uid)
{
    EntryBuffer buffer{};
    passwd entry{};
    passwd *found = nullptr;
    ::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found);
    return found != nullptr ? QString::fromUtf8(found->pw_name) : QString::number(uid);
}

QString groupName(gid_t gid)
{
    EntryBuffer buffer{};
    group entry{};
    group *found = nullptr;
    ::getgrgid_r(gid, &entry, buffer.data(), buffer.size(), &found);
    return found != nullptr ? QString::fromUtf8(found->gr_name) : QString::number(gid);
}

ActingAs::ActingAs(const SystemUser &user)
{
    const int count = ::getgroups(0, nullptr);
    m_groups.resize(count > 0 ? static_cast<size_t>(count) : 0);
    ::getgroups(count, m_groups.data());
    if (!setThreadGroups(user.groups))
        return;
    ::setfsgid(user.gid);
    ::setfsuid(user.uid);
    // setfsuid() has no way to report a failure but to be asked again with an id that cannot be.
    m_succeeded = static_cast<uid_t>(::setfsuid(static_cast<uid_t>(-1))) == user.uid;
}

ActingAs::~ActingAs()
{
    ::setfsuid(::geteuid());
    ::setfsgid(::getegid());
    setThreadGroups(m_groups);
}

} // namespace howdah
