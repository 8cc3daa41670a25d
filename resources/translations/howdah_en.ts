<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
