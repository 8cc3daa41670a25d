#pragma once

#include <QStringList>

#include <memory>

namespace howdah::test {

/// Network namespaces of a test's own, one for each name, plugged with a cable each into a switch (a bridge) at which
/// the test's own namespace is too. All of it, and every process in them, goes with the object. Any failure fails the
/// test. Needs root and iproute2.
class LiveNetwork
{
public:
    /// Null where there can be none: skipReason().
    [[nodiscard]] static std::unique_ptr<LiveNetwork> make(const QStringList &names);
    [[nodiscard]] static QString skipReason(); ///< empty where one can be; tried for real, once
    ~LiveNetwork();
    LiveNetwork(const LiveNetwork &) = delete;
    LiveNetwork &operator=(const LiveNetwork &) = delete;

    [[nodiscard]] QString range() const { return address(0) + QStringLiteral("/24"); }
    [[nodiscard]] QString address(const QString &name) const; ///< 10.213.x.y
    /// The words in front of a command (run by root) that make it run in there.
    [[nodiscard]] QStringList within(const QString &name) const;

    /// Pulls the cable out of the switch: packets from and to it are lost without a word, and both ends still see a
    /// link. Nothing happens when it is out already.
    void cut(const QString &name);
    void heal(const QString &name);

private:
    LiveNetwork(int number, QStringList names);
    void plug(const QString &name);
    void introduce() const;
    [[nodiscard]] int place(const QString &name) const { return static_cast<int>(m_names.indexOf(name)) + 2; }
    [[nodiscard]] QString address(int place) const;
    [[nodiscard]] QString hardwareAddress(int place) const;
    [[nodiscard]] QString bridge() const;
    [[nodiscard]] QString port(const QString &name) const; ///< the switch's end of the cable
    [[nodiscard]] QString space(const QString &name) const;

    const int m_number; ///< 10.213.m_number.0
    const QStringList m_names;
};

} // namespace howdah::test
