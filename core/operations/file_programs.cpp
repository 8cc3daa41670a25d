#include "core/operations/file_programs.h"

namespace howdah {

namespace {

/// `digest FILE` says what contentDigest() does.
const QString digestFunction = QStringLiteral("digest() { sha256sum <\"$1\" | cut -d ' ' -f 1; }\n");

QStringList shell(const QString &program, const QStringList &arguments)
{
    return QStringList{QStringLiteral("sh"), QStringLiteral("-euc"), program, QStringLiteral("sh")} + arguments;
}

} // namespace

QStringList copyProgram(const CopyFile &action)
{
    const QString program = digestFunction + QStringLiteral(R"sh(if [ -e "$2" ] && ! cmp -s "$1" "$2"; then
    [ "$3" = '*' ] || [ "$(digest "$2")" = "$3" ] || { echo "$2 is left as it is: somebody has changed it." >&2; exit 1; }
fi
cp -p -- "$1" "$2")sh");
    return shell(program, {action.from, action.to, action.replacing});
}

QStringList patchProgram(const PatchFile &action)
{
    // The new text is made beside the file and written into it, which keeps owner, group and mode.
    QString parts;
    QStringList arguments{action.path, action.before, action.after};
    int next = 1;
    for (const LineChange &change : action.changes) {
        if (change.line > next)
            parts += QStringLiteral("    sed -n '%1,%2p' \"$1\"\n").arg(next).arg(change.line - 1);
        if (change.line <= 0)
            parts += QStringLiteral("    sed -n '%1,$p' \"$1\"\n").arg(next);
        if (change.line <= 0)
            parts += QStringLiteral("    [ -z \"$(tail -c 1 \"$1\")\" ] || echo\n");
        arguments << QString::fromUtf8(change.inserted);
        if (!change.inserted.isEmpty())
            parts += QStringLiteral("    printf %s \"${%1}\"\n").arg(arguments.size());
        next = change.line <= 0 ? 0 : change.line + change.removed;
    }
    if (next > 0)
        parts += QStringLiteral("    sed -n '%1,$p' \"$1\"\n").arg(next);
    const QString program =
        digestFunction +
        QStringLiteral("[ \"$(digest \"$1\")\" != \"$3\" ] || exit 0\n"
                       "[ \"$(digest \"$1\")\" = \"$2\" ] || { echo \"$1 has changed.\" >&2; exit 1; }\n"
                       "umask 077\n{\n%1} >\"$1.new\"\ncat \"$1.new\" >\"$1\"\nrm -f -- \"$1.new\"")
            .arg(parts);
    return shell(program, arguments);
}

QStringList passwordLineProgram(const PasswordLine &action)
{
    const QString program = action.present ? QStringLiteral(R"sh(umask 077
grep -qsF -- "$2:" "$1" || printf '%s:%s\n' "$2" "$(head -c 32 /dev/urandom | base64 | tr -d '+/=\n')" >>"$1")sh")
                                           : QStringLiteral(R"sh(umask 077
[ -e "$1" ] || exit 0
grep -vF -- "$2:" "$1" >"$1.new" || true
mv -- "$1.new" "$1")sh");
    return shell(program, {action.path, action.entry});
}

} // namespace howdah
