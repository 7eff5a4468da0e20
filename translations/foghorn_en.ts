<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>foghorn::AlertPanel</name>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>1 alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::BlastRadius</name>
    <message numerus="yes">
        <source>Stopping %1 stops %n more: %2</source>
        <extracomment>%1 the services that are stopped, %2 those that need them</extracomment>
        <translation>
            <numerusform>Stopping %1 stops 1 more: %2</numerusform>
            <numerusform>Stopping %1 stops %n more: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %n stay up without it: %2 (optional)</source>
        <translation>
            <numerusform>%1. 1 stays up without it: %2 (optional)</numerusform>
            <numerusform>%1. %n stay up without it: %2 (optional)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ChartsPanel</name>
    <message numerus="yes">
        <source>%1 of %n checks failed</source>
        <translation>
            <numerusform>%1 of 1 check failed</numerusform>
            <numerusform>%1 of %n checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare with another service, %n at most</source>
        <translation>
            <numerusform>Compare with another service, 1 at most</numerusform>
            <numerusform>Compare with another service, %n at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected</source>
        <extracomment>no more than %1 services are compared</extracomment>
        <translation>
            <numerusform>%1 of 1 selected</numerusform>
            <numerusform>%1 of %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ConfigReload</name>
    <message numerus="yes">
        <source>Configuration reloaded: %n changes</source>
        <translation>
            <numerusform>Configuration reloaded: 1 change</numerusform>
            <numerusform>Configuration reloaded: %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ConsequenceDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Consequences</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::DesktopConnections</name>
    <message numerus="yes">
        <source>Foghorn %1 answers and runs “%2” with %n service(s).</source>
        <extracomment>%1 is a version, %2 the name of a fleet</extracomment>
        <translation>
            <numerusform>Foghorn %1 answers and runs “%2” with 1 service.</numerusform>
            <numerusform>Foghorn %1 answers and runs “%2” with %n services.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FilterChips</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FleetSummary</name>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>1 down</numerusform>
            <numerusform>%n down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>1 needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n running</source>
        <translation>
            <numerusform>1 running</numerusform>
            <numerusform>All %n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n stopped</source>
        <translation>
            <numerusform>1 stopped</numerusform>
            <numerusform>All %n stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GraphListModel</name>
    <message numerus="yes">
        <source>Layer %1 · %n services</source>
        <extracomment>%1 the number of a layer</extracomment>
        <translation>
            <numerusform>Layer %1 · 1 service</numerusform>
            <numerusform>Layer %1 · %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GraphSearch</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>1 found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GraphSvg</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GroupLook</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>1 down</numerusform>
            <numerusform>%n down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>1 degraded</numerusform>
            <numerusform>%n degraded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::HeaderItem</name>
    <message numerus="yes">
        <source> · %n services</source>
        <comment>follows the number of a layer</comment>
        <translation>
            <numerusform> · 1 service</numerusform>
            <numerusform> · %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>1 down</numerusform>
            <numerusform>%n down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>1 degraded</numerusform>
            <numerusform>%n degraded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::LogFooter</name>
    <message numerus="yes">
        <source>Older lines of %n services are in their files</source>
        <translation>
            <numerusform>Older lines of 1 service are in its file</numerusform>
            <numerusform>Older lines of %n services are in their files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::LogPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>1 found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n logs cannot be read. %1</source>
        <translation>
            <numerusform>1 log cannot be read. %1</numerusform>
            <numerusform>%n logs cannot be read. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n services have written nothing yet</source>
        <translation>
            <numerusform>This service has written nothing yet</numerusform>
            <numerusform>These %n services have written nothing yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n lines wait</source>
        <translation>
            <numerusform>Paused: 1 line waits</numerusform>
            <numerusform>Paused: %n lines wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new lines below (End)</source>
        <translation>
            <numerusform>1 new line below (End)</numerusform>
            <numerusform>%n new lines below (End)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines written to %1</source>
        <translation>
            <numerusform>1 line written to %1</numerusform>
            <numerusform>%n lines written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines cleared from view – show them again</source>
        <translation>
            <numerusform>1 line cleared from view – show it again</numerusform>
            <numerusform>%n lines cleared from view – show them again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::NeighbourButtons</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Notifier</name>
    <message numerus="yes">
        <source>%n services are well again</source>
        <translation>
            <numerusform>1 service is well again</numerusform>
            <numerusform>%n services are well again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services need attention</source>
        <translation>
            <numerusform>1 service needs attention</numerusform>
            <numerusform>%n services need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::OperationCard</name>
    <message numerus="yes">
        <source>Stops %n services that wait</source>
        <translation>
            <numerusform>Stops 1 service that waits</numerusform>
            <numerusform>Stops %n services that wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n started services stay running</source>
        <translation>
            <numerusform>%1; 1 started service stays running</numerusform>
            <numerusform>%1; %n started services stay running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::OperationWords</name>
    <message numerus="yes">
        <source>%n still waiting</source>
        <translation>
            <numerusform>1 still waiting</numerusform>
            <numerusform>%n still waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>1 waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopping</source>
        <translation>
            <numerusform>1 stopping</numerusform>
            <numerusform>%n stopping</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starting</source>
        <translation>
            <numerusform>1 starting</numerusform>
            <numerusform>%n starting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n started, not checked yet</source>
        <translation>
            <numerusform>1 started, not checked yet</numerusform>
            <numerusform>%n started, not checked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>1 done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>1 failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>1 skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operations running</source>
        <translation>
            <numerusform>1 operation running</numerusform>
            <numerusform>%n operations running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Operations</name>
    <message numerus="yes">
        <source>Stopping %n services that wait…</source>
        <translation>
            <numerusform>Stopping 1 service that waits…</numerusform>
            <numerusform>Stopping %n services that wait…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::PageStack</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, 1 waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ReloadDialog</name>
    <message numerus="yes">
        <source>%n services are not touched.</source>
        <translation>
            <numerusform>1 service is not touched.</numerusform>
            <numerusform>%n services are not touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n changes</source>
        <translation>
            <numerusform>&amp;Apply 1 change</numerusform>
            <numerusform>&amp;Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ScopeChips</name>
    <message numerus="yes">
        <source>All %n services</source>
        <translation>
            <numerusform>The one service</numerusform>
            <numerusform>All %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ServicePanel</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services are hidden by the filter.</source>
        <translation>
            <numerusform>1 service is hidden by the filter.</numerusform>
            <numerusform>%n services are hidden by the filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>1 selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::StatusFilters</name>
    <message numerus="yes">
        <source>%1: %n services</source>
        <translation>
            <numerusform>%1: 1 service</numerusform>
            <numerusform>%1: %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::TableActions</name>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>1 row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Timeline</name>
    <message numerus="yes">
        <source>%n checks passed</source>
        <translation>
            <numerusform>1 check passed</numerusform>
            <numerusform>%n checks passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n checks failed</source>
        <translation>
            <numerusform>%1 of 1 check failed</numerusform>
            <numerusform>%1 of %n checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>1 restart</numerusform>
            <numerusform>%n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Verb</name>
    <message numerus="yes">
        <source>%n services are running</source>
        <translation>
            <numerusform>1 service is running</numerusform>
            <numerusform>%n services are running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services have stopped</source>
        <translation>
            <numerusform>1 service has stopped</numerusform>
            <numerusform>%n services have stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services are running again</source>
        <translation>
            <numerusform>1 service is running again</numerusform>
            <numerusform>%n services are running again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Wording</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and 1 more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
