#pragma once

#include "core/operations/operation.h"

namespace howdah::library {

[[nodiscard]] Judgement ok(const QString &observed);
[[nodiscard]] Judgement warning(const QString &observed, const QString &remedy);
[[nodiscard]] Judgement blocked(const QString &observed, const QString &remedy);
/// What could not be looked at blocks: the error says why, its hint what to do.
[[nodiscard]] Judgement notSeen(const Error &error);

using Values = QVariantMap;
/// A check of what one probe saw: its age comes from there, and when the probe failed the check blocks with its error.
[[nodiscard]] Check factCheck(const QString &id, const QString &title, const QString &why, const QString &probe,
                              std::function<Judgement(const Situation &, const Values &)> judge);

/// Judged again before an interrupted run goes on, until one of these steps was begun (Check::lasting).
[[nodiscard]] Check lasting(Check check, const QStringList &changedBy = {});

/// Probe::after and Probe::lasts.
[[nodiscard]] Probe after(const QStringList &others, Probe probe);
[[nodiscard]] Probe goodFor(Milliseconds age, Probe probe);
/// How long it is taken for granted that no other manager has come, and that no service manager was set otherwise.
inline constexpr Milliseconds surroundingsLast{60000};

// ---- Checks that several operations share. `param`: the parameter that names the node. ----

[[nodiscard]] Check answers(const QString &param);
/// Operated versions only (PRODUCT, "Supported").
[[nodiscard]] Check supportedVersion(const QString &param);
[[nodiscard]] Check hostKnown(const QString &param, const QString &layoutProbe);
/// Safety rule 7 (probe "managers"; library/managers.cpp): from the sessions on every node that answers, the processes on
/// the hosts that can be looked at, and Patroni's REST port.
[[nodiscard]] Check noOtherManager();
[[nodiscard]] Probe managersProbe();

} // namespace howdah::library
