#include "core/backup/drill_script.h"

namespace howdah {

QString drillExaminationScript()
{
    return QStringLiteral(R"sh(set -u
bin=$1 place=$2 port=$3 role=$4 depth=$5 log=$6 backup=$7 operation=$8
began=$(stat -c %Y "$place/howdah-made-this")
export PGHOST=$place PGPORT=$port PGUSER=$role PGOPTIONS='-c client_min_messages=error'
finish() {
    note drill "$backup" "$1" $(($(date +%s) - began)) "$2" "$operation" "$log" || exit 1
    [ "$1" = true ] || { printf '%s\n' "$2" >&2; exit 1; }
    printf '%s\n' "$2"
    exit 0
}
ask() { "$bin/psql" -XqAt -v ON_ERROR_STOP=1 --dbname="$@" 2>&1; }
databases=$(ask template1 -c "SELECT datname FROM pg_database WHERE datallowconn AND datname <> 'template0'") ||
    finish false "$databases"
count=0 tables=0 rows=0 checked='not looked at'
readable="c.relpersistence <> 't' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_t'"
each="FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
while read -r database; do
    count=$((count + 1))
    [ "$depth" = full ] || continue
    queries=$(ask "$database" -c "SELECT format('SELECT count(*) FROM %s;', c.oid::regclass) $each
        WHERE (c.relkind = 'r' OR c.relkind = 'm' AND c.relispopulated) AND $readable") || finish false "$queries"
    [ -n "$queries" ] || continue
    counts=$(printf '%s\n' "$queries" | ask "$database" -f -) || finish false "$counts"
    tables=$((tables + $(printf '%s\n' "$counts" | wc -l)))
    rows=$((rows + $(printf '%s\n' "$counts" | awk '{ sum += $1 } END { printf "%.0f", sum }')))
done <<END
$databases
END
available=$(ask template1 -c "SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'")
if [ "$depth" != full ]; then
    finish true "databases: $count, each opened"
elif [ "$available" != 1 ]; then
    checked='amcheck is not installed'
elif [ -x "$bin/pg_amcheck" ]; then
    found=$("$bin/pg_amcheck" --all --install-missing --no-strict-names 2>&1) || finish false "$(printf '%s\n' "$found" | head -n 4)"
    checked='amcheck: no damage'
else
    while read -r database; do
        found=$(ask "$database" -c 'CREATE EXTENSION IF NOT EXISTS amcheck' -c "SELECT count(bt_index_check(c.oid))
            $each JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_am a ON a.oid = c.relam
            WHERE a.amname = 'btree' AND c.relpersistence <> 't' AND i.indisready AND i.indisvalid") ||
            finish false "$found"
    done <<END
$databases
END
    checked='amcheck: no damage'
fi
finish true "databases: $count, tables: $tables, rows read: $rows, $checked"
)sh");
}

} // namespace howdah
