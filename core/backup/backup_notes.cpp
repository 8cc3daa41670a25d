#include "core/backup/backup_notes.h"

namespace howdah {

QString noteFunction()
{
    return QStringLiteral(
        "json() { printf %s \"$1\" | tr '\\n\\t' '  ' | tr -d '\\000-\\037' | sed 's/[\\\\\"]/\\\\&/g'; }\n"
        "note() {\n" // what a full disk has cut off is no reason to lose this line too
        "    [ ! -s \"$7\" ] || [ -z \"$(tail -c 1 \"$7\")\" ] || echo >>\"$7\"\n"
        "    printf '{\"at\":\"%s\",\"backup\":\"%s\",\"good\":%s,\"kind\":\"%s\",\"operation\":\"%s\","
        "\"said\":\"%s\",\"seconds\":%d}\\n' \\\n"
        "        \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\" \"$(json \"$2\")\" \"$3\" \"$1\" \"$6\" \"$(json \"$5\")\" \"$4\" "
        ">>\"$7\" && sync \"$7\"\n"
        "}\n");
}

} // namespace howdah
