<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>howdah::ArchiveCoverage</name>
    <message numerus="yes">
        <source>Missing: %n segment(s)</source>
        <translation>
            <numerusform>Missing: %n segment</numerusform>
            <numerusform>Missing: %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), %1</source>
        <translation>
            <numerusform>%n segment, %1</numerusform>
            <numerusform>%n segments, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveTrouble</name>
    <message numerus="yes">
        <source>%n segment(s) wait for the archiver.</source>
        <translation>
            <numerusform>%n segment waits for the archiver.</numerusform>
            <numerusform>%n segments wait for the archiver.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveWords</name>
    <message numerus="yes">
        <source>%1 And %n more.</source>
        <translation>
            <numerusform>%1 And %n more.</numerusform>
            <numerusform>%1 And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) wait</source>
        <translation>
            <numerusform>%n segment waits</numerusform>
            <numerusform>%n segments wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::ClassPage</name>
    <message numerus="yes">
        <source>%n file(s) here are no results and are left out.</source>
        <translation>
            <numerusform>%n file here is no result and is left out.</numerusform>
            <numerusform>%n files here are no results and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::ClassTables</name>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::CommandLine</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseChoice</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseEnding</name>
    <message numerus="yes">
        <source>All of %n step(s) passed, %1 after the beginning.</source>
        <translation>
            <numerusform>The %n step passed, %1 after the beginning.</numerusform>
            <numerusform>All of %n steps passed, %1 after the beginning.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::Findings</name>
    <message numerus="yes">
        <source>%n segment(s) of %1 wait for the archiver and keep %2 of its disk.</source>
        <translation>
            <numerusform>%n segment of %1 waits for the archiver and keeps %2 of its disk.</numerusform>
            <numerusform>%n segments of %1 wait for the archiver and keep %2 of its disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::LagPlot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::PastAxis</name>
    <message numerus="yes">
        <source>%n transaction(s)</source>
        <translation>
            <numerusform>%n transaction</numerusform>
            <numerusform>%n transactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::Recover</name>
    <message numerus="yes">
        <source>It is put together from %n backups, and compared with the manifest.</source>
        <translation>
            <numerusform>It is put together from %n backup, and compared with the manifest.</numerusform>
            <numerusform>It is put together from %n backups, and compared with the manifest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::RestoreCluster</name>
    <message numerus="yes">
        <source>%n databases will be made, with the roles that are missing.</source>
        <translation>
            <numerusform>%n database will be made, with the roles that are missing.</numerusform>
            <numerusform>%n databases will be made, with the roles that are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::RowsDialog</name>
    <message numerus="yes">
        <source>Compare %n tables</source>
        <translation>
            <numerusform>Compare %n table</numerusform>
            <numerusform>Compare %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::SetArchiving</name>
    <message numerus="yes">
        <source>Segments of another cluster lie there: %n. %1</source>
        <translation>
            <numerusform>Segments of another cluster lie there: %n. %1</numerusform>
            <numerusform>Segments of another cluster lie there: %n. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n segment(s) of this cluster.</source>
        <translation>
            <numerusform>It holds %n segment of this cluster.</numerusform>
            <numerusform>It holds %n segments of this cluster.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::SidebarModel</name>
    <message numerus="yes">
        <source>%1: %n matter(s) need attention</source>
        <translation>
            <numerusform>%1: %n matter needs attention</numerusform>
            <numerusform>%1: %n matters need attention</numerusform>
        </translation>
    </message>
</context>
</TS>
