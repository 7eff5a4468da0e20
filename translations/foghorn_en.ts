<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>foghorn::AlertPanel</name>
    <message numerus="yes">
        <source>%Ln alerts</source>
        <translation>
            <numerusform>1 alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::BlastRadius</name>
    <message numerus="yes">
        <source>Stopping %1 stops %Ln more: %2</source>
        <extracomment>%1 the services that are stopped, %2 those that need them</extracomment>
        <translation>
            <numerusform>Stopping %1 stops 1 more: %2</numerusform>
            <numerusform>Stopping %1 stops %Ln more: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln stay up without it: %2 (optional)</source>
        <translation>
            <numerusform>%1. 1 stays up without it: %2 (optional)</numerusform>
            <numerusform>%1. %Ln stay up without it: %2 (optional)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ChartsPanel</name>
    <message numerus="yes">
        <source>%L1 of %Ln checks failed</source>
        <translation>
            <numerusform>%L1 of 1 check failed</numerusform>
            <numerusform>%L1 of %Ln checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare with another service, %Ln at most</source>
        <translation>
            <numerusform>Compare with another service, 1 at most</numerusform>
            <numerusform>Compare with another service, %Ln at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln selected</source>
        <extracomment>no more than %1 services are compared</extracomment>
        <translation>
            <numerusform>%1 of 1 selected</numerusform>
            <numerusform>%1 of %Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ConfigReload</name>
    <message numerus="yes">
        <source>Configuration reloaded: %Ln changes</source>
        <translation>
            <numerusform>Configuration reloaded: 1 change</numerusform>
            <numerusform>Configuration reloaded: %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ConsequenceDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Consequences</name>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This also affects %Ln services:</source>
        <translation>
            <numerusform>This also affects 1 service:</numerusform>
            <numerusform>This also affects %Ln services:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::CyclePicture</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <extracomment>stands in a ring of services in the place of those that are not drawn; there are at least two</extracomment>
        <translation>
            <numerusform>1 more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::DesktopConnections</name>
    <message numerus="yes">
        <source>Foghorn %1 answers and runs “%2” with %Ln service(s).</source>
        <extracomment>%1 is a version, %2 the name of a fleet</extracomment>
        <translation>
            <numerusform>Foghorn %1 answers and runs “%2” with 1 service.</numerusform>
            <numerusform>Foghorn %1 answers and runs “%2” with %Ln services.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FilterChips</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FilteredOut</name>
    <message numerus="yes">
        <source>The filter hides all %Ln services</source>
        <extracomment>%n services there are, none of which is shown</extracomment>
        <translation>
            <numerusform>The filter hides the only service</numerusform>
            <numerusform>The filter hides all %Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FleetFiles</name>
    <message numerus="yes">
        <source>First stop the %Ln services that run: they belong to the fleet that is open</source>
        <translation>
            <numerusform>First stop the service that runs: it belongs to the fleet that is open</numerusform>
            <numerusform>First stop the %Ln services that run: they belong to the fleet that is open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FleetSummary</name>
    <message numerus="yes">
        <source>%Ln down</source>
        <translation>
            <numerusform>1 down</numerusform>
            <numerusform>%Ln down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need attention</source>
        <translation>
            <numerusform>1 needs attention</numerusform>
            <numerusform>%Ln need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln running</source>
        <translation>
            <numerusform>1 running</numerusform>
            <numerusform>All %Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln stopped</source>
        <translation>
            <numerusform>1 stopped</numerusform>
            <numerusform>All %Ln stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GraphListModel</name>
    <message numerus="yes">
        <source>Layer %1 · %Ln services</source>
        <extracomment>%1 the number of a layer</extracomment>
        <translation>
            <numerusform>Layer %1 · 1 service</numerusform>
            <numerusform>Layer %1 · %Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GraphSearch</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>1 found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GraphSvg</name>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::GroupLook</name>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln down</source>
        <translation>
            <numerusform>1 down</numerusform>
            <numerusform>%Ln down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>1 degraded</numerusform>
            <numerusform>%Ln degraded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::HeaderItem</name>
    <message numerus="yes">
        <source> · %Ln services</source>
        <comment>follows the number of a layer</comment>
        <translation>
            <numerusform> · 1 service</numerusform>
            <numerusform> · %Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln down</source>
        <translation>
            <numerusform>1 down</numerusform>
            <numerusform>%Ln down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>1 degraded</numerusform>
            <numerusform>%Ln degraded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::LogFooter</name>
    <message numerus="yes">
        <source>Older lines of %Ln services are in their files</source>
        <translation>
            <numerusform>Older lines of 1 service are in its file</numerusform>
            <numerusform>Older lines of %Ln services are in their files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::LogPanel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>1 found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln logs cannot be read. %1</source>
        <translation>
            <numerusform>1 log cannot be read. %1</numerusform>
            <numerusform>%Ln logs cannot be read. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln services have written nothing yet</source>
        <translation>
            <numerusform>This service has written nothing yet</numerusform>
            <numerusform>These %Ln services have written nothing yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused: %Ln lines wait</source>
        <translation>
            <numerusform>Paused: 1 line waits</numerusform>
            <numerusform>Paused: %Ln lines wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines below (End)</source>
        <translation>
            <numerusform>1 new line below (End)</numerusform>
            <numerusform>%Ln new lines below (End)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines written to %1</source>
        <translation>
            <numerusform>1 line written to %1</numerusform>
            <numerusform>%Ln lines written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines cleared from view – show them again</source>
        <translation>
            <numerusform>1 line cleared from view – show it again</numerusform>
            <numerusform>%Ln lines cleared from view – show them again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::NeighbourButtons</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Notifier</name>
    <message numerus="yes">
        <source>%Ln services are well again</source>
        <translation>
            <numerusform>1 service is well again</numerusform>
            <numerusform>%Ln services are well again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services need attention</source>
        <translation>
            <numerusform>1 service needs attention</numerusform>
            <numerusform>%Ln services need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::OperationCard</name>
    <message numerus="yes">
        <source>Stops %Ln services that wait</source>
        <translation>
            <numerusform>Stops 1 service that waits</numerusform>
            <numerusform>Stops %Ln services that wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln started services stay running</source>
        <translation>
            <numerusform>%1; 1 started service stays running</numerusform>
            <numerusform>%1; %Ln started services stay running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::OperationWords</name>
    <message numerus="yes">
        <source>%Ln still waiting</source>
        <translation>
            <numerusform>1 still waiting</numerusform>
            <numerusform>%Ln still waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>1 waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopping</source>
        <translation>
            <numerusform>1 stopping</numerusform>
            <numerusform>%Ln stopping</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln starting</source>
        <translation>
            <numerusform>1 starting</numerusform>
            <numerusform>%Ln starting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln started, not checked yet</source>
        <translation>
            <numerusform>1 started, not checked yet</numerusform>
            <numerusform>%Ln started, not checked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>1 done</numerusform>
            <numerusform>%Ln done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>1 failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>1 skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations running</source>
        <translation>
            <numerusform>1 operation running</numerusform>
            <numerusform>%Ln operations running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Operations</name>
    <message numerus="yes">
        <source>Stopping %Ln services that wait…</source>
        <translation>
            <numerusform>Stopping 1 service that waits…</numerusform>
            <numerusform>Stopping %Ln services that wait…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::PageStack</name>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1, 1 waiting</numerusform>
            <numerusform>%1, %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ReloadDialog</name>
    <message numerus="yes">
        <source>%Ln services are not touched.</source>
        <translation>
            <numerusform>1 service is not touched.</numerusform>
            <numerusform>%Ln services are not touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %Ln changes</source>
        <translation>
            <numerusform>&amp;Apply 1 change</numerusform>
            <numerusform>&amp;Apply %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first of %Ln circles of services that depend on each other. An arrow leads to what a service depends on:</source>
        <translation>
            <numerusform>The only circle of services that depend on each other. An arrow leads to what a service depends on:</numerusform>
            <numerusform>The first of %Ln circles of services that depend on each other. An arrow leads to what a service depends on:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ScopeChips</name>
    <message numerus="yes">
        <source>All %Ln services</source>
        <translation>
            <numerusform>The one service</numerusform>
            <numerusform>All %Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and 1 more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ServicePanel</name>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services are hidden by the filter.</source>
        <translation>
            <numerusform>1 service is hidden by the filter.</numerusform>
            <numerusform>%Ln services are hidden by the filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>1 selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::StatusFilters</name>
    <message numerus="yes">
        <source>%1: %Ln services</source>
        <translation>
            <numerusform>%1: 1 service</numerusform>
            <numerusform>%1: %Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::TableActions</name>
    <message numerus="yes">
        <source>%Ln rows copied</source>
        <translation>
            <numerusform>1 row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Timeline</name>
    <message numerus="yes">
        <source>%Ln checks passed</source>
        <translation>
            <numerusform>1 check passed</numerusform>
            <numerusform>%Ln checks passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln checks failed</source>
        <translation>
            <numerusform>%L1 of 1 check failed</numerusform>
            <numerusform>%L1 of %Ln checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restarts</source>
        <translation>
            <numerusform>1 restart</numerusform>
            <numerusform>%Ln restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::TimelinePanel</name>
    <message numerus="yes">
        <source>The filter lets %1 of %Ln services through.</source>
        <extracomment>%Ln services there are, %1 of them are rows</extracomment>
        <translation>
            <numerusform>The filter lets %1 of %Ln service through.</numerusform>
            <numerusform>The filter lets %1 of %Ln services through.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Verb</name>
    <message numerus="yes">
        <source>%Ln services are running</source>
        <translation>
            <numerusform>1 service is running</numerusform>
            <numerusform>%Ln services are running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services have stopped</source>
        <translation>
            <numerusform>1 service has stopped</numerusform>
            <numerusform>%Ln services have stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services are running again</source>
        <translation>
            <numerusform>1 service is running again</numerusform>
            <numerusform>%Ln services are running again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The automatic restarts of %Ln services are counted from 0 again</source>
        <translation>
            <numerusform>The automatic restarts of 1 service are counted from 0 again</numerusform>
            <numerusform>The automatic restarts of %Ln services are counted from 0 again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::Wording</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and 1 more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
