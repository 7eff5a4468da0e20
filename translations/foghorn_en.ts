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
