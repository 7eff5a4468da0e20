<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>foghorn::AboutDialog</name>
    <message>
        <source>About Foghorn</source>
        <translation>Über Foghorn</translation>
    </message>
    <message>
        <source>Foghorn&apos;s mark</source>
        <translation>Das Zeichen von Foghorn</translation>
    </message>
    <message>
        <source>Foghorn %1</source>
        <translation>Foghorn %1</translation>
    </message>
    <message>
        <source>Runs, watches and shows a fleet of services.

Free software under the GNU General Public License, version 3 or later.
Made with Qt %1.</source>
        <translation>Betreibt, überwacht und zeigt eine Flotte von Diensten.

Freie Software unter der GNU General Public License, Version 3 oder später.
Gebaut mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>foghorn::ActionFeedback</name>
    <message>
        <source>You have stopped %1.</source>
        <translation>Sie haben %1 gestoppt.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>Kinds of restart</source>
        <translation>Arten des Neustarts</translation>
    </message>
</context>
<context>
    <name>foghorn::ActionReason</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what an action does, its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what an action does: what else it does now</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>foghorn::AlertActions</name>
    <message>
        <source>Mark as &amp;seen</source>
        <translation>Als &amp;gesehen markieren</translation>
    </message>
    <message>
        <source>Somebody looks after it</source>
        <translation>Jemand kümmert sich darum</translation>
    </message>
    <message>
        <source>Show in &amp;graph</source>
        <translation>Im Gra&amp;phen zeigen</translation>
    </message>
    <message>
        <source>Show the service among those it needs (Shift+Enter)</source>
        <translation>Den Dienst unter denen zeigen, die er braucht (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Restart cause</source>
        <translation>&amp;Ursache neu starten</translation>
    </message>
    <message>
        <source>Restart the service that the alert is about</source>
        <translation>Den Dienst neu starten, um den es im Alarm geht</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>Stu&amp;mmschalten</translation>
    </message>
    <message>
        <source>Tell nobody of it for so long</source>
        <translation>So lange niemandem davon melden</translation>
    </message>
    <message>
        <source>For 15 &amp;minutes</source>
        <translation>Für 15 &amp;Minuten</translation>
    </message>
    <message>
        <source>For &amp;1 hour</source>
        <translation>Für &amp;1 Stunde</translation>
    </message>
    <message>
        <source>For &amp;8 hours</source>
        <translation>Für &amp;8 Stunden</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, 08:00</source>
        <translation>Bis m&amp;orgen, 08:00</translation>
    </message>
    <message>
        <source>Tell nobody of it until then</source>
        <translation>Bis dahin niemandem davon melden</translation>
    </message>
    <message>
        <source>&amp;End mute</source>
        <translation>Stummschaltung b&amp;eenden</translation>
    </message>
    <message>
        <source>Tell of it again</source>
        <translation>Wieder davon melden</translation>
    </message>
    <message>
        <source>M&amp;aintenance</source>
        <translation>&amp;Wartung</translation>
    </message>
    <message>
        <source>The service is worked on: neither it nor what it causes is told</source>
        <translation>Am Dienst wird gearbeitet: Weder er noch was er verursacht wird gemeldet</translation>
    </message>
    <message>
        <source>For &amp;4 hours</source>
        <translation>Für &amp;4 Stunden</translation>
    </message>
    <message>
        <source>&amp;End maintenance</source>
        <translation>Wartung b&amp;eenden</translation>
    </message>
    <message>
        <source>The work is done: tell again</source>
        <translation>Die Arbeit ist getan: wieder melden</translation>
    </message>
    <message>
        <source>Select an alert first</source>
        <translation>Zuerst einen Alarm auswählen</translation>
    </message>
    <message>
        <source>It is over already</source>
        <translation>Er ist schon vorbei</translation>
    </message>
    <message>
        <source>Mark as un&amp;seen</source>
        <translation>Als un&amp;gesehen markieren</translation>
    </message>
    <message>
        <source>Nobody looks after it</source>
        <translation>Niemand kümmert sich darum</translation>
    </message>
    <message>
        <source>It is not muted</source>
        <translation>Er ist nicht stummgeschaltet</translation>
    </message>
    <message>
        <source>It is about this machine, not about a service</source>
        <translation>Es geht um diesen Rechner, nicht um einen Dienst</translation>
    </message>
    <message>
        <source>It is not in maintenance</source>
        <translation>Er ist nicht in Wartung</translation>
    </message>
    <message>
        <source>Select one alert only</source>
        <translation>Nur einen Alarm auswählen</translation>
    </message>
    <message>
        <source>&amp;Restart %1</source>
        <translation>%1 ne&amp;u starten</translation>
    </message>
    <message>
        <source>Marked as seen: %1</source>
        <translation>Als gesehen markiert: %1</translation>
    </message>
    <message>
        <source>No longer marked as seen: %1</source>
        <translation>Nicht mehr als gesehen markiert: %1</translation>
    </message>
    <message>
        <source>Muted for %1: %2</source>
        <translation>Für %1 stummgeschaltet: %2</translation>
    </message>
    <message>
        <source>No longer muted: %1</source>
        <translation>Nicht mehr stummgeschaltet: %1</translation>
    </message>
    <message>
        <source>%1 is in maintenance for %2</source>
        <translation>%1 ist für %2 in Wartung</translation>
    </message>
    <message>
        <source>%1 is no longer in maintenance</source>
        <translation>%1 ist nicht mehr in Wartung</translation>
    </message>
    <message>
        <source>Until it is &amp;over</source>
        <translation>Bis er &amp;vorbei ist</translation>
    </message>
    <message>
        <source>Tell nobody of it as long as it lasts, 30 days at most</source>
        <translation>Niemandem davon melden, solange er dauert, höchstens 30 Tage</translation>
    </message>
    <message>
        <source>&amp;Until…</source>
        <translation>&amp;Bis…</translation>
    </message>
    <message>
        <source>Choose the day and time</source>
        <translation>Tag und Uhrzeit wählen</translation>
    </message>
</context>
<context>
    <name>foghorn::AlertPanel</name>
    <message>
        <source>Tell nobody of the alert for some time (Ctrl+M: for 1 hour)</source>
        <translation>Eine Zeit lang niemandem vom Alarm melden (Strg+M: für 1 Stunde)</translation>
    </message>
    <message>
        <source>The service is worked on: be quiet about it</source>
        <translation>Am Dienst wird gearbeitet: nichts davon melden</translation>
    </message>
    <message>
        <source>Also those that are over</source>
        <translation>Auch die vergangenen</translation>
    </message>
    <message>
        <source>Show the last alerts that have ended, too</source>
        <translation>Auch die letzten Alarme zeigen, die vorbei sind</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Keine Alarme</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alerts</source>
        <translation>
            <numerusform>1 Alarm</numerusform>
            <numerusform>%Ln Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::AlertTableModel</name>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Affects</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a time of day, %2 a duration</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Affected by %1</source>
        <translation>Betroffen durch %1</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>Sonst niemanden</translation>
    </message>
    <message>
        <source>Over since %1</source>
        <translation>Vorbei seit %1</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Stumm bis %1</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Maintenance until %1</source>
        <translation>Wartung bis %1</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>Gesehen von %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>%1, %2, affected by %3</source>
        <translation>%1, %2, betroffen durch %3</translation>
    </message>
    <message>
        <source>%1, since %2, %3: %4, affects %5, %6</source>
        <extracomment>for screen readers: severity, time, service, what, whom it affects, state</extracomment>
        <translation>%1, seit %2, %3: %4, betrifft %5, %6</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>sonst niemanden</translation>
    </message>
    <message>
        <source>Last one: %1, %2 – lasted %3.</source>
        <extracomment>%1 is a service, %2 when, %3 how long</extracomment>
        <translation>Der letzte: %1, %2 – dauerte %3.</translation>
    </message>
</context>
<context>
    <name>foghorn::AlertView</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>foghorn::AlertWords</name>
    <message>
        <source>%1 answers its checks in %2, usually in %3</source>
        <extracomment>%1 is a service, %2 and %3 are durations</extracomment>
        <translation>%1 beantwortet seine Prüfungen in %2, sonst in %3</translation>
    </message>
    <message>
        <source>%1 has been degraded for %2</source>
        <extracomment>%1 is a service, %2 a duration</extracomment>
        <translation>%1 ist seit %2 beeinträchtigt</translation>
    </message>
    <message>
        <source>%1 has failed: %2 of %2 automatic restarts are used up</source>
        <extracomment>%1 is a service, %2 a number</extracomment>
        <translation>%1 ist ausgefallen: %2 von %2 automatischen Neustarts sind verbraucht</translation>
    </message>
    <message>
        <source>%1 is unhealthy</source>
        <translation>%1 ist gestört</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 does not come up</source>
        <translation>%1 kommt nicht hoch</translation>
    </message>
    <message>
        <source>%1 did not send its heartbeat in time</source>
        <translation>%1 hat sein Lebenszeichen nicht rechtzeitig gesendet</translation>
    </message>
    <message>
        <source>%1 goes up and down again and again</source>
        <translation>%1 fällt immer wieder aus und kommt wieder</translation>
    </message>
    <message>
        <source>%1 was stopped because a service that it requires was lost; start it again</source>
        <translation>%1 wurde gestoppt, weil ein Dienst verloren ging, den er voraussetzt; bitte neu starten</translation>
    </message>
    <message>
        <source>The disk of the state directory is nearly full: %1 are free, %2 should be</source>
        <extracomment>%1 and %2 are sizes, as 212 MB</extracomment>
        <translation>Der Datenträger des Zustandsverzeichnisses ist fast voll: %1 sind frei, %2 sollten es sein</translation>
    </message>
</context>
<context>
    <name>foghorn::Announcements</name>
    <message>
        <source>%1: %2</source>
        <extracomment>for screen readers: %1 is a service, %2 its new state</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>foghorn::AppearancePage</name>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>Size of &amp;text:</source>
        <translation>&amp;Textgröße:</translation>
    </message>
    <message>
        <source>&amp;Rows of tables:</source>
        <translation>&amp;Zeilen von Tabellen:</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>High contrast shows states by outline, height and word alone.</source>
        <translation>Hoher Kontrast zeigt Zustände nur durch Umriss, Höhe und Wort.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Schreibtisch</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source> %</source>
        <extracomment>behind a number: percent</extracomment>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>foghorn::BlastRadius</name>
    <message>
        <source>Nothing that is selected is running, so nothing would stop</source>
        <translation>Nichts Ausgewähltes läuft, also würde nichts stoppen</translation>
    </message>
    <message>
        <source>Stopping %1 stops nothing else</source>
        <translation>Wird %1 gestoppt, stoppt sonst nichts</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %1 stops %Ln more: %2</source>
        <extracomment>%1 the services that are stopped, %2 those that need them</extracomment>
        <translation>
            <numerusform>Wird %1 gestoppt, stoppt 1 weiterer: %2</numerusform>
            <numerusform>Wird %1 gestoppt, stoppen %Ln weitere: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln stay up without it: %2 (optional)</source>
        <translation>
            <numerusform>%1. 1 läuft ohne ihn weiter: %2 (optional)</numerusform>
            <numerusform>%1. %Ln laufen ohne ihn weiter: %2 (optional)</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a service to see whom its stop would hit</source>
        <translation>Einen Dienst auswählen, um zu sehen, wen sein Stopp träfe</translation>
    </message>
</context>
<context>
    <name>foghorn::CardItem</name>
    <message>
        <source>%1, affected by a service that is down</source>
        <translation>%1, betroffen von einem ausgefallenen Dienst</translation>
    </message>
    <message>
        <source>%1, would stop</source>
        <translation>%1, würde stoppen</translation>
    </message>
    <message>
        <source>%1, would stop too</source>
        <translation>%1, würde auch stoppen</translation>
    </message>
    <message>
        <source>%1, would stay up</source>
        <translation>%1, liefe weiter</translation>
    </message>
    <message>
        <source>%1, alerts muted</source>
        <translation>%1, Alarme stumm</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, angeheftet</translation>
    </message>
</context>
<context>
    <name>foghorn::CardLook</name>
    <message>
        <source>would stop</source>
        <comment>on the service that somebody may stop</comment>
        <translation>würde stoppen</translation>
    </message>
    <message>
        <source>stops too</source>
        <comment>on a service that needs the one that may be stopped</comment>
        <translation>stoppt auch</translation>
    </message>
    <message>
        <source>stays up</source>
        <comment>on a service that only wants the one that may be stopped</comment>
        <translation>läuft weiter</translation>
    </message>
</context>
<context>
    <name>foghorn::ChartsPanel</name>
    <message>
        <source>Values at the cursor</source>
        <translation>Werte an der Zeitmarke</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 checks passed</source>
        <extracomment>%1 a length of time, %2 and %3 numbers of checks</extracomment>
        <translation>%1 · %2 von %3 Prüfungen bestanden</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Average response time (ms)</source>
        <translation>Mittlere Antwortzeit (ms)</translation>
    </message>
    <message>
        <source>Response time (ms)</source>
        <translation>Antwortzeit (ms)</translation>
    </message>
    <message>
        <source>%1: %2 checks, %3 failed</source>
        <translation>%1: %2 Prüfungen, %3 nicht bestanden</translation>
    </message>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
    <message>
        <source>Select a service</source>
        <translation>Einen Dienst auswählen</translation>
    </message>
    <message>
        <source>No checks yet – charts begin with the first one</source>
        <translation>Noch keine Prüfungen – Diagramme beginnen mit der ersten</translation>
    </message>
    <message>
        <source>Save the charts as a picture or their values as a table</source>
        <translation>Die Diagramme als Bild oder ihre Werte als Tabelle speichern</translation>
    </message>
    <message>
        <source>There is nothing to export yet</source>
        <translation>Es gibt noch nichts zu exportieren</translation>
    </message>
    <message>
        <source>average %1, p95 %2</source>
        <translation>Mittel %1, p95 %2</translation>
    </message>
    <message>
        <source>the check passed</source>
        <translation>die Prüfung wurde bestanden</translation>
    </message>
    <message>
        <source>the check failed</source>
        <translation>die Prüfung wurde nicht bestanden</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln checks failed</source>
        <translation>
            <numerusform>%L1 von 1 Prüfung nicht bestanden</numerusform>
            <numerusform>%L1 von %Ln Prüfungen nicht bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ time-out</source>
        <translation>✕ Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Point at a moment, or press ← or → in the chart.</source>
        <translation>Auf einen Zeitpunkt zeigen oder im Diagramm ← oder → drücken.</translation>
    </message>
    <message>
        <source>&amp;Values as table</source>
        <translation>&amp;Werte als Tabelle</translation>
    </message>
    <message>
        <source>Show the values of the charts as a table</source>
        <translation>Die Werte der Diagramme als Tabelle zeigen</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Picture (PNG)…</source>
        <translation>&amp;Bild (PNG)…</translation>
    </message>
    <message>
        <source>Save the charts as they are now</source>
        <translation>Die Diagramme speichern, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>&amp;Values (CSV)…</source>
        <translation>&amp;Werte (CSV)…</translation>
    </message>
    <message>
        <source>Save the values for a spreadsheet</source>
        <translation>Die Werte für eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Compare with another service, %Ln at most</source>
        <translation>
            <numerusform>Mit einem anderen Dienst vergleichen, höchstens einem</numerusform>
            <numerusform>Mit einem anderen Dienst vergleichen, höchstens %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit…</translation>
    </message>
    <message>
        <source>Take %1 out of the charts</source>
        <translation>%1 aus den Diagrammen nehmen</translation>
    </message>
    <message>
        <source>Bars of uptime</source>
        <translation>Balken der Verfügbarkeit</translation>
    </message>
    <message>
        <source>Objective %1 %. Times when a service was stopped on purpose do not count.</source>
        <translation>Ziel %1 %. Zeiten, in denen ein Dienst absichtlich gestoppt war, zählen nicht.</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Export charts</source>
        <translation>Diagramme exportieren</translation>
    </message>
    <message>
        <source>charts-%1</source>
        <translation>diagramme-%1</translation>
    </message>
    <message>
        <source>The charts could not be written to %1: %2</source>
        <translation>Die Diagramme konnten nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The charts are in %1</source>
        <translation>Die Diagramme sind in %1</translation>
    </message>
    <message>
        <source>&amp;Drawing (SVG)…</source>
        <translation>&amp;Zeichnung (SVG)…</translation>
    </message>
    <message>
        <source>Save the charts as a drawing that can be made larger</source>
        <translation>Die Diagramme als Zeichnung speichern, die sich vergrößern lässt</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln selected</source>
        <extracomment>no more than %1 services are compared</extracomment>
        <translation>
            <numerusform>%1 von 1 ausgewählten</numerusform>
            <numerusform>%1 von %Ln ausgewählten</numerusform>
        </translation>
    </message>
    <message>
        <source>Uptime and response time (ms): %1</source>
        <extracomment>title of a drawing: %1 are services</extracomment>
        <translation>Verfügbarkeit und Antwortzeit (ms): %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <extracomment>how long a check may take: &quot;limit 5 s&quot;</extracomment>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <extracomment>where there is little room: %1 a length of time, %2 and %3 numbers of checks</extracomment>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>The numbers say how many checks passed, of how many. %1</source>
        <extracomment>&quot;1,234 of 1,240&quot; stands above a bar; %1 is a sentence on what is aimed at</extracomment>
        <translation>Die Zahlen sagen, wie viele von wie vielen Prüfungen bestanden wurden. %1</translation>
    </message>
</context>
<context>
    <name>foghorn::CheckListModel</name>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>beeinträchtigt</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>timeout after %1</source>
        <translation>Zeitüberschreitung nach %1</translation>
    </message>
    <message>
        <source>check %1 of %2</source>
        <translation>Prüfung %1 von %2</translation>
    </message>
</context>
<context>
    <name>foghorn::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Service, action or page</source>
        <translation>Dienst, Aktion oder Seite</translation>
    </message>
    <message>
        <source>What Enter does</source>
        <translation>Was die Eingabetaste tut</translation>
    </message>
    <message>
        <source>What to do with %1</source>
        <translation>Was mit %1 zu tun ist</translation>
    </message>
    <message>
        <source>Nothing fits “%1”. Esc closes.</source>
        <extracomment>%1 is what somebody has typed</extracomment>
        <translation>Nichts passt zu „%1“. Esc schließt.</translation>
    </message>
    <message>
        <source>Esc goes back</source>
        <translation>Esc geht zurück</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc schließt</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>Enter does it · %1</source>
        <translation>Eingabe führt es aus · %1</translation>
    </message>
    <message>
        <source>Enter shows what can be done · %1</source>
        <translation>Eingabe zeigt, was möglich ist · %1</translation>
    </message>
</context>
<context>
    <name>foghorn::ConfigReload</name>
    <message>
        <source>Rel&amp;oad configuration…</source>
        <translation>K&amp;onfiguration neu laden…</translation>
    </message>
    <message>
        <source>The configuration is being read</source>
        <translation>Die Konfiguration wird gelesen</translation>
    </message>
    <message>
        <source>Read the fleet file again; shows first what that changes</source>
        <translation>Die Flottendatei neu lesen; zeigt zuerst, was sich dadurch ändert</translation>
    </message>
    <message>
        <source>The configuration was not read: the answer never came.</source>
        <translation>Die Konfiguration wurde nicht gelesen: Die Antwort kam nie.</translation>
    </message>
    <message>
        <source>The answer never came. What is shown tells whether the configuration is used.</source>
        <translation>Die Antwort kam nie. Was gezeigt wird, verrät, ob die Konfiguration benutzt wird.</translation>
    </message>
    <message>
        <source>Configuration reloaded: 1 change</source>
        <translation>Konfiguration neu geladen: 1 Änderung</translation>
    </message>
    <message numerus="yes">
        <source>Configuration reloaded: %Ln changes</source>
        <translation>
            <numerusform>Konfiguration neu geladen: 1 Änderung</numerusform>
            <numerusform>Konfiguration neu geladen: %Ln Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::ConfirmationsPage</name>
    <message>
        <source>Ask &amp;again</source>
        <translation>&amp;Wieder fragen</translation>
    </message>
    <message>
        <source>Ask a&amp;ll again</source>
        <translation>&amp;Alle wieder fragen</translation>
    </message>
    <message>
        <source>What is not asked any more</source>
        <translation>Was nicht mehr gefragt wird</translation>
    </message>
    <message>
        <source>Foghorn does this without asking, because you said so:</source>
        <translation>Foghorn tut dies ohne zu fragen, weil Sie es so wollten:</translation>
    </message>
    <message>
        <source>Foghorn asks before everything that affects other services. What you answer with “Do not ask again” will be listed here.</source>
        <translation>Foghorn fragt vor allem, was andere Dienste betrifft. Was Sie mit „Nicht wieder fragen“ beantworten, wird hier aufgeführt.</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take this connection off the list</source>
        <translation>Diese Verbindung von der Liste nehmen</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>T&amp;esten</translation>
    </message>
    <message>
        <source>Ask that daemon whether it is there and lets this window in</source>
        <translation>Den Daemon fragen, ob er da ist und dieses Fenster hereinlässt</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>This program runs the fleet itself. Its services can go on when the window is closed.</source>
        <translation>Dieses Programm betreibt die Flotte selbst. Ihre Dienste können weiterlaufen, wenn das Fenster geschlossen ist.</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>It runs on this computer; the token is taken from its state directory.</source>
        <translation>Er läuft auf diesem Rechner; das Token kommt aus seinem Zustandsverzeichnis.</translation>
    </message>
    <message>
        <source>A token is kept in the key ring; type another one to replace it.</source>
        <translation>Ein Token liegt im Schlüsselbund; geben Sie ein anderes ein, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>What you type here is kept in the key ring, never in a file.</source>
        <translation>Was Sie hier eingeben, kommt in den Schlüsselbund, nie in eine Datei.</translation>
    </message>
    <message>
        <source>No key ring answers here: the token is not kept, and asked for each time.</source>
        <translation>Hier antwortet kein Schlüsselbund: Das Token wird nicht aufbewahrt, sondern jedes Mal erfragt.</translation>
    </message>
    <message>
        <source>This window shows it already</source>
        <translation>Dieses Fenster zeigt sie schon</translation>
    </message>
    <message>
        <source>Another connection is called “%1” already</source>
        <translation>Eine andere Verbindung heißt schon „%1“</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Trust &amp;this certificate</source>
        <translation>Diesem &amp;Zertifikat trauen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionActions</name>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>Show the fleet of another daemon</source>
        <translation>Die Flotte eines anderen Daemons zeigen</translation>
    </message>
    <message>
        <source>Connect &amp;to</source>
        <translation>V&amp;erbinden mit</translation>
    </message>
    <message>
        <source>Show the fleet of a daemon that you keep</source>
        <translation>Die Flotte eines gespeicherten Daemons zeigen</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;%1 %2</source>
        <extracomment>%1 is a digit, %2 the name of a connection</extracomment>
        <translation>&amp;%1 %2</translation>
    </message>
    <message>
        <source>Show the fleet of %1</source>
        <translation>Die Flotte von %1 zeigen</translation>
    </message>
    <message>
        <source>Hang up; the services there go on</source>
        <translation>Auflegen; die Dienste dort laufen weiter</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>This program runs the fleet itself</source>
        <translation>Dieses Programm betreibt die Flotte selbst</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionBar</name>
    <message>
        <source>Try &amp;now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <source>Do not wait for the next try</source>
        <translation>Nicht auf den nächsten Versuch warten</translation>
    </message>
    <message>
        <source>Start &amp;daemon</source>
        <translation>&amp;Daemon starten</translation>
    </message>
    <message>
        <source>Start it again as it was started before; it finds its services again</source>
        <translation>Ihn wieder so starten wie zuvor; er findet seine Dienste wieder</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionChip</name>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>The fleet is run by a daemon on %1</source>
        <translation>Die Flotte läuft unter einem Daemon auf %1</translation>
    </message>
    <message>
        <source>The fleet is run by this program</source>
        <translation>Die Flotte läuft unter diesem Programm</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>as its address</source>
        <translation>wie die Adresse</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>Token &amp;file:</source>
        <translation>Token-&amp;Datei:</translation>
    </message>
    <message>
        <source>File with the token</source>
        <translation>Datei mit dem Token</translation>
    </message>
    <message>
        <source>Choose a file with the token</source>
        <translation>Eine Datei mit dem Token wählen</translation>
    </message>
    <message>
        <source>Author&amp;ities:</source>
        <translation>Zert&amp;ifizierungsstellen:</translation>
    </message>
    <message>
        <source>PEM file of authorities to trust</source>
        <translation>PEM-Datei mit Stellen, denen zu trauen ist</translation>
    </message>
    <message>
        <source>Choose a PEM file of authorities to trust for this connection</source>
        <translation>Eine PEM-Datei mit Stellen wählen, denen für diese Verbindung zu trauen ist</translation>
    </message>
    <message>
        <source>those of this computer</source>
        <translation>die dieses Rechners</translation>
    </message>
    <message>
        <source>&amp;My certificate:</source>
        <translation>&amp;Mein Zertifikat:</translation>
    </message>
    <message>
        <source>PEM file with the certificate to show</source>
        <translation>PEM-Datei mit dem Zertifikat, das gezeigt wird</translation>
    </message>
    <message>
        <source>Choose a PEM file with the certificate to show to this daemon</source>
        <translation>Eine PEM-Datei mit dem Zertifikat wählen, das diesem Daemon gezeigt wird</translation>
    </message>
    <message>
        <source>Its &amp;key:</source>
        <translation>Sch&amp;lüssel dazu:</translation>
    </message>
    <message>
        <source>PEM file with the key of my certificate</source>
        <translation>PEM-Datei mit dem Schlüssel meines Zertifikats</translation>
    </message>
    <message>
        <source>Choose a PEM file with the key of that certificate</source>
        <translation>Eine PEM-Datei mit dem Schlüssel dieses Zertifikats wählen</translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation>in derselben Datei</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Do not trust</source>
        <translation>Nicht trauen</translation>
    </message>
    <message>
        <source>Forget this certificate again</source>
        <translation>Dieses Zertifikat wieder vergessen</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Zertifikat:</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>&amp;Farbe:</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <extracomment>an example of what people call a group of machines</extracomment>
        <translation>A&amp;ufschrift:</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Trusted certificate, SHA-256 %1</source>
        <translation>Vertrautes Zertifikat, SHA-256 %1</translation>
    </message>
    <message>
        <source>The address of a daemon is missing</source>
        <translation>Die Adresse eines Daemons fehlt</translation>
    </message>
    <message>
        <source>“%1” is no address; one looks like https://edge-7:7464</source>
        <translation>„%1“ ist keine Adresse; eine sieht so aus: https://edge-7:7464</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>Es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>&amp;Protected: its name is asked for before all is stopped</source>
        <translation>Ges&amp;chützt: Bevor alles gestoppt wird, wird nach dem Namen gefragt</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionList</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the name of a connection, %2 where it leads</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>THIS COMPUTER</source>
        <translation>DIESER RECHNER</translation>
    </message>
    <message>
        <source>run by this program</source>
        <translation>von diesem Programm betrieben</translation>
    </message>
    <message>
        <source>KEPT</source>
        <translation>GESPEICHERT</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>label and address of a connection</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Edit connection…</source>
        <translation>Verbindung b&amp;earbeiten…</translation>
    </message>
    <message>
        <source>Co&amp;py details</source>
        <translation>Einzelheiten ko&amp;pieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect to another…</source>
        <translation>Mit einem anderen &amp;verbinden…</translation>
    </message>
    <message>
        <source>Connect &amp;again</source>
        <translation>&amp;Wieder verbinden</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionStrip</name>
    <message>
        <source>%1: %2</source>
        <comment>connection, colour</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Colour of the connection</source>
        <translation>Farbe der Verbindung</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionTints</name>
    <message>
        <source>No colour</source>
        <extracomment>of a connection</extracomment>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionView</name>
    <message>
        <source>Ask for control…</source>
        <translation>Steuerung erbitten…</translation>
    </message>
    <message>
        <source>Connect with a token that may give commands</source>
        <translation>Mit einem Token verbinden, das Befehle geben darf</translation>
    </message>
</context>
<context>
    <name>foghorn::ConnectionWords</name>
    <message>
        <source>local</source>
        <extracomment>where the services are run from: this very program</extracomment>
        <translation>lokal</translation>
    </message>
    <message>
        <source>%1 · connecting…</source>
        <translation>%1 · Verbindungsaufbau…</translation>
    </message>
    <message>
        <source>%1 · %2 old</source>
        <extracomment>%1 is an address, %2 an age</extracomment>
        <translation>%1 · %2 alt</translation>
    </message>
    <message>
        <source>%1 · not connected</source>
        <translation>%1 · nicht verbunden</translation>
    </message>
    <message>
        <source>%1 · refused</source>
        <translation>%1 · abgewiesen</translation>
    </message>
    <message>
        <source>%1 does not let this window in</source>
        <translation>%1 lässt dieses Fenster nicht herein</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird aufgebaut…</translation>
    </message>
    <message>
        <source>Waiting for an answer.</source>
        <translation>Warten auf eine Antwort.</translation>
    </message>
    <message>
        <source>Still connecting to %1</source>
        <translation>Noch keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>Not connected to %1 since %2</source>
        <translation>Nicht verbunden mit %1 seit %2</translation>
    </message>
    <message>
        <source>%1 · disconnected</source>
        <translation>%1 · getrennt</translation>
    </message>
    <message>
        <source>Disconnected from %1</source>
        <translation>Getrennt von %1</translation>
    </message>
    <message>
        <source>%1 · read-only</source>
        <extracomment>may look, but not give commands</extracomment>
        <translation>%1 · nur lesend</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch…</translation>
    </message>
    <message>
        <source>The daemon on %1 ended at %2. Its services may still run.</source>
        <translation>Der Daemon auf %1 endete um %2. Seine Dienste laufen vielleicht noch.</translation>
    </message>
    <message>
        <source>Connection to %1 lost at %2.</source>
        <translation>Die Verbindung zu %1 ging um %2 verloren.</translation>
    </message>
    <message>
        <source>%1 %2 Showing the state of %3.</source>
        <extracomment>%1 and %2 are sentences about a lost connection</extracomment>
        <translation>%1 %2 Gezeigt wird der Stand von %3.</translation>
    </message>
    <message>
        <source>%1 wants another token</source>
        <translation>%1 will ein anderes Token</translation>
    </message>
    <message>
        <source>%1 cannot be understood</source>
        <translation>%1 ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>%1 may be somebody else</source>
        <translation>%1 ist vielleicht jemand anderes</translation>
    </message>
    <message>
        <source>What runs there goes on running.</source>
        <translation>Was dort läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>The token for %1 may only look</source>
        <translation>Das Token für %1 darf nur lesen</translation>
    </message>
</context>
<context>
    <name>foghorn::ConsequenceDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und 1 weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Type “%1” to go on:</source>
        <translation>„%1“ eintippen, um fort&amp;zufahren:</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
</context>
<context>
    <name>foghorn::Consequences</name>
    <message>
        <source>May take up to %1 each.</source>
        <translation>Kann jeweils bis zu %1 dauern.</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>Usually takes %1 (longest allowed %2 each).</source>
        <translation>Dauert gewöhnlich %1 (erlaubt sind höchstens je %2).</translation>
    </message>
    <message>
        <source>&amp;Do not ask again for services nobody needs</source>
        <translation>Bei &amp;Diensten, die niemand braucht, nicht wieder fragen</translation>
    </message>
    <message>
        <source>&amp;Do not ask again where no critical service is hit</source>
        <translation>&amp;Nicht wieder fragen, wo kein kritischer Dienst getroffen wird</translation>
    </message>
    <message>
        <source>No other running service needs what is stopped.</source>
        <translation>Kein anderer laufender Dienst braucht, was gestoppt wird.</translation>
    </message>
    <message>
        <source>On “%1”. %2</source>
        <extracomment>%1 is the fleet&apos;s name, %2 a sentence</extracomment>
        <translation>Auf „%1“. %2</translation>
    </message>
    <message>
        <source>A critical service is among those affected.</source>
        <translation>Unter den betroffenen ist ein kritischer Dienst.</translation>
    </message>
    <message>
        <source>Stopping %1 also affects 1 service:</source>
        <translation>Wird %1 gestoppt, betrifft das 1 weiteren Dienst:</translation>
    </message>
    <message>
        <source>Stopping %1 also affects %2 services:</source>
        <translation>Wird %1 gestoppt, betrifft das %2 weitere Dienste:</translation>
    </message>
    <message>
        <source>Restarting %1 also affects 1 service:</source>
        <translation>Wird %1 neu gestartet, betrifft das 1 weiteren Dienst:</translation>
    </message>
    <message>
        <source>Restarting %1 also affects %2 services:</source>
        <translation>Wird %1 neu gestartet, betrifft das %2 weitere Dienste:</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 stoppen?</translation>
    </message>
    <message>
        <source>needs it</source>
        <translation>braucht ihn</translation>
    </message>
    <message>
        <source>→ will be stopped first</source>
        <translation>→ wird zuerst gestoppt</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>→ keeps running, degraded</source>
        <translation>→ läuft beeinträchtigt weiter</translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Stop %L1 services</source>
        <translation>%L1 Dienste &amp;stoppen</translation>
    </message>
    <message>
        <source>Restart %1 and what needs it?</source>
        <translation>%1 und was ihn braucht neu starten?</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>%1 neu starten?</translation>
    </message>
    <message>
        <source>→ will be restarted too</source>
        <translation>→ wird auch neu gestartet</translation>
    </message>
    <message>
        <source>→ stays up, without it meanwhile</source>
        <translation>→ läuft weiter, solange ohne ihn</translation>
    </message>
    <message>
        <source>&amp;Restart it</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Restart %L1 services</source>
        <translation>%L1 Dienste &amp;neu starten</translation>
    </message>
    <message>
        <source>Start all services?</source>
        <translation>Alle Dienste starten?</translation>
    </message>
    <message>
        <source>On “%1”. Each starts as soon as what it needs is there:</source>
        <translation>Auf „%1“. Jeder startet, sobald da ist, was er braucht:</translation>
    </message>
    <message>
        <source>&amp;Start 1 service</source>
        <translation>1 Dienst &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Start %L1 services</source>
        <translation>%L1 Dienste &amp;starten</translation>
    </message>
    <message>
        <source>Stop all services?</source>
        <translation>Alle Dienste stoppen?</translation>
    </message>
    <message>
        <source>On “%1”. Every service is stopped, those that others need last; the fleet stays loaded:</source>
        <translation>Auf „%1“. Jeder Dienst wird gestoppt, zuletzt die, die andere brauchen; die Flotte bleibt geladen:</translation>
    </message>
    <message>
        <source>&amp;Stop 1 service</source>
        <translation>1 Dienst &amp;stoppen</translation>
    </message>
    <message>
        <source>Restart all services?</source>
        <translation>Alle Dienste neu starten?</translation>
    </message>
    <message>
        <source>On “%1”. Every running service is stopped, those that others need last; then all of them are started again. Keep this window open until then:</source>
        <translation>Auf „%1“. Jeder laufende Dienst wird gestoppt, zuletzt die, die andere brauchen; dann werden alle wieder gestartet. Lassen Sie dieses Fenster bis dahin offen:</translation>
    </message>
    <message>
        <source>&amp;Restart 1 service</source>
        <translation>1 Dienst &amp;neu starten</translation>
    </message>
    <message>
        <source>%1 (critical)</source>
        <translation>%1 (kritisch)</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>Quit Foghorn?</source>
        <translation>Foghorn beenden?</translation>
    </message>
    <message>
        <source>1 service of “%1” is running. It can go on without this window; the next start finds it again.</source>
        <translation>1 Dienst von „%1“ läuft. Er kann ohne dieses Fenster weiterlaufen; der nächste Start findet ihn wieder.</translation>
    </message>
    <message>
        <source>%2 services of “%1” are running. They can go on without this window; the next start finds them again.</source>
        <translation>%2 Dienste von „%1“ laufen. Sie können ohne dieses Fenster weiterlaufen; der nächste Start findet sie wieder.</translation>
    </message>
    <message>
        <source>&amp;Stop 1 service and quit</source>
        <translation>1 Dienst &amp;stoppen und beenden</translation>
    </message>
    <message>
        <source>&amp;Stop %L1 services and quit</source>
        <translation>%L1 Dienste &amp;stoppen und beenden</translation>
    </message>
    <message>
        <source>&amp;Leave services running</source>
        <translation>Dienste &amp;weiterlaufen lassen</translation>
    </message>
    <message>
        <source>stops %L1 more: %2</source>
        <translation>stoppt %L1 weitere: %2</translation>
    </message>
    <message>
        <source>degraded by it: %1 (optional)</source>
        <translation>dadurch beeinträchtigt: %1 (optional)</translation>
    </message>
    <message>
        <source>restarts %L1 more: %2</source>
        <translation>startet %L1 weitere neu: %2</translation>
    </message>
    <message>
        <source>without it meanwhile: %1</source>
        <translation>solange ohne ihn: %1</translation>
    </message>
    <message>
        <source>starts %L1 more: %2</source>
        <translation>startet %L1 weitere: %2</translation>
    </message>
    <message>
        <source>Stop several services that nobody needs</source>
        <translation>Mehrere Dienste stoppen, die niemand braucht</translation>
    </message>
    <message>
        <source>Stop services that only services which are not critical need</source>
        <translation>Dienste stoppen, die nur unkritische Dienste brauchen</translation>
    </message>
    <message>
        <source>Restart several services that nobody needs</source>
        <translation>Mehrere Dienste neu starten, die niemand braucht</translation>
    </message>
    <message>
        <source>Restart services that only services which are not critical need</source>
        <translation>Dienste neu starten, die nur unkritische Dienste brauchen</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 Dienst</numerusform>
            <numerusform>%Ln Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %L2 critical</source>
        <extracomment>%1 is &quot;12 services&quot;</extracomment>
        <translation>%1, davon %L2 kritisch</translation>
    </message>
    <message>
        <source>Force %1 to stop?</source>
        <translation>Das Stoppen von %1 erzwingen?</translation>
    </message>
    <message>
        <source>All processes of %1 are killed at once; what they have not saved is lost.</source>
        <translation>Alle Prozesse von %1 werden sofort hart beendet; was sie nicht gespeichert haben, ist verloren.</translation>
    </message>
    <message>
        <source>This also affects 1 service:</source>
        <translation>Das betrifft auch 1 weiteren Dienst:</translation>
    </message>
    <message numerus="yes">
        <source>This also affects %Ln services:</source>
        <translation>
            <numerusform>Das betrifft auch 1 weiteren Dienst:</numerusform>
            <numerusform>Das betrifft auch %Ln weitere Dienste:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Kill it</source>
        <translation>Hart &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Kill %L1 services</source>
        <translation>%L1 Dienste hart &amp;beenden</translation>
    </message>
</context>
<context>
    <name>foghorn::CyclePicture</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <extracomment>stands in a ring of services in the place of those that are not drawn; there are at least two</extracomment>
        <translation>
            <numerusform>1 weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Services that depend on each other</source>
        <translation>Dienste, die voneinander abhängen</translation>
    </message>
    <message>
        <source>%1 depends on %2</source>
        <extracomment>one part of a list; both are services</extracomment>
        <translation>%1 hängt von %2 ab</translation>
    </message>
</context>
<context>
    <name>foghorn::DaemonCommand</name>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
</context>
<context>
    <name>foghorn::DataAge</name>
    <message>
        <source>How old what the window shows is</source>
        <translation>Wie alt ist, was das Fenster zeigt</translation>
    </message>
    <message>
        <source>The latest news of the fleet came at %1</source>
        <translation>Die letzte Neuigkeit der Flotte kam um %1</translation>
    </message>
    <message>
        <source>now</source>
        <comment>what is shown is of this moment</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>updated just now</source>
        <translation>eben aktualisiert</translation>
    </message>
    <message>
        <source>updated %1 ago</source>
        <extracomment>how old what is shown is: %1 is a time like &quot;10 s&quot;</extracomment>
        <translation>vor %1 aktualisiert</translation>
    </message>
</context>
<context>
    <name>foghorn::Desktop</name>
    <message>
        <source>The default fleet was not found beside the program. Name a fleet file with --config FILE.</source>
        <translation>Die Standardflotte wurde neben dem Programm nicht gefunden. Nennen Sie mit --config FILE eine Flottendatei.</translation>
    </message>
    <message>
        <source>Foghorn</source>
        <translation>Foghorn</translation>
    </message>
    <message>
        <source>Default fleet</source>
        <translation>Standardflotte</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>the name of a connection, and what group it belongs to</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It is not known yet which services run. Open the file again in a moment.</source>
        <translation>Noch ist nicht bekannt, welche Dienste laufen. Öffnen Sie die Datei gleich noch einmal.</translation>
    </message>
    <message>
        <source>Services of the fleet that is open run. Stop them first, then open the file again.</source>
        <translation>Dienste der geöffneten Flotte laufen. Halten Sie sie erst an, und öffnen Sie die Datei dann noch einmal.</translation>
    </message>
    <message>
        <source>The fleet that is open is shutting down: no other one is opened now.</source>
        <translation>Die geöffnete Flotte wird gerade heruntergefahren: Jetzt wird keine andere geöffnet.</translation>
    </message>
</context>
<context>
    <name>foghorn::DesktopCommandLine</name>
    <message>
        <source>foghorn: --connect shows a fleet that a daemon runs; --config runs one here. Give one of them.</source>
        <translation>foghorn: --connect zeigt eine Flotte, die unter einem Daemon läuft; --config lässt eine hier laufen. Geben Sie eines von beiden an.</translation>
    </message>
    <message>
        <source>Fleet file to run instead of the default fleet; may be given several times.</source>
        <translation>Flottendatei, die statt der Standardflotte laufen soll; darf mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>Directory for logs, tokens and history instead of $XDG_STATE_HOME/foghorn/&lt;fleet&gt;.</source>
        <translation>Verzeichnis für Protokolle, Tokens und Verlauf statt $XDG_STATE_HOME/foghorn/&lt;Flotte&gt;.</translation>
    </message>
    <message>
        <source>Show the fleet of a daemon that runs elsewhere.</source>
        <translation>Die Flotte eines Daemons zeigen, der woanders läuft.</translation>
    </message>
    <message>
        <source>File with the token for that daemon; without it the one in its state directory, if it is on this computer.</source>
        <translation>Datei mit dem Token für diesen Daemon; ohne sie das in seinem Zustandsverzeichnis, wenn es auf diesem Rechner ist.</translation>
    </message>
    <message>
        <source>PEM file of authorities to trust for that daemon, beside the computer&apos;s own.</source>
        <translation>PEM-Datei mit Zertifizierungsstellen, denen für diesen Daemon zu trauen ist, neben denen des Rechners.</translation>
    </message>
    <message>
        <source>PEM file with the certificate to show to that daemon.</source>
        <translation>PEM-Datei mit dem Zertifikat, das diesem Daemon gezeigt wird.</translation>
    </message>
    <message>
        <source>PEM file with the key of that certificate, where the key is not in the same file.</source>
        <translation>PEM-Datei mit dem Schlüssel dieses Zertifikats, wenn er nicht in derselben Datei ist.</translation>
    </message>
    <message>
        <source>This text.</source>
        <translation>Dieser Text.</translation>
    </message>
    <message>
        <source>The version.</source>
        <translation>Die Version.</translation>
    </message>
    <message>
        <source>Runs, watches and shows a fleet of services.</source>
        <translation>Betreibt, überwacht und zeigt eine Flotte von Diensten.</translation>
    </message>
    <message>
        <source>foghorn: %1
Try &apos;foghorn --help&apos;.</source>
        <translation>foghorn: %1
Hilfe gibt &apos;foghorn --help&apos;.</translation>
    </message>
    <message>
        <source>Begin as on the first day: settings and window layout are neither read nor written.</source>
        <translation>Wie am ersten Tag beginnen: Einstellungen und Anordnung des Fensters werden weder gelesen noch geschrieben.</translation>
    </message>
    <message>
        <source>Print how long it took until the window was first painted.</source>
        <translation>Ausgeben, wie lange es bis zum ersten Zeichnen des Fensters dauerte.</translation>
    </message>
</context>
<context>
    <name>foghorn::DesktopConnections</name>
    <message numerus="yes">
        <source>Foghorn %1 answers and runs “%2” with %Ln service(s).</source>
        <extracomment>%1 is a version, %2 the name of a fleet</extracomment>
        <translation>
            <numerusform>Foghorn %1 antwortet und betreibt „%2“ mit 1 Dienst.</numerusform>
            <numerusform>Foghorn %1 antwortet und betreibt „%2“ mit %Ln Diensten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The token may only look.</source>
        <comment>after a sentence</comment>
        <translation>%1 Das Token darf nur lesen.</translation>
    </message>
</context>
<context>
    <name>foghorn::DesktopNotes</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>Neu starten…</translation>
    </message>
    <message>
        <source>Mute for 1 hour</source>
        <translation>Für 1 Stunde stummschalten</translation>
    </message>
</context>
<context>
    <name>foghorn::DetailCharts</name>
    <message>
        <source>Charts of the service</source>
        <translation>Diagramme des Dienstes</translation>
    </message>
    <message>
        <source>Show on the Charts page</source>
        <translation>Auf der Seite Diagramme zeigen</translation>
    </message>
    <message>
        <source>Compare it with other services, export its charts, or read the values as a table</source>
        <translation>Mit anderen Diensten vergleichen, die Diagramme exportieren oder die Werte als Tabelle lesen</translation>
    </message>
</context>
<context>
    <name>foghorn::DetailChecks</name>
    <message>
        <source>Log at that time</source>
        <translation>Protokoll zu dieser Zeit</translation>
    </message>
    <message>
        <source>Show what the service wrote about the time of this check</source>
        <translation>Zeigen, was der Dienst um die Zeit dieser Prüfung schrieb</translation>
    </message>
    <message>
        <source>Last checks</source>
        <translation>Letzte Prüfungen</translation>
    </message>
    <message>
        <source>No checks yet</source>
        <translation>Noch keine Prüfungen</translation>
    </message>
</context>
<context>
    <name>foghorn::DetailDependencies</name>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Gebraucht von</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>waits for this one</source>
        <translation>wartet auf diesen</translation>
    </message>
    <message>
        <source>Needs (%1)</source>
        <translation>Braucht (%1)</translation>
    </message>
    <message>
        <source>Needs nothing</source>
        <translation>Braucht nichts</translation>
    </message>
    <message>
        <source>Needed by (%1)</source>
        <translation>Gebraucht von (%1)</translation>
    </message>
    <message>
        <source>Needed by nobody</source>
        <translation>Von niemandem gebraucht</translation>
    </message>
</context>
<context>
    <name>foghorn::DetailLogs</name>
    <message>
        <source>Show on the Logs page</source>
        <translation>Auf der Seite Protokolle zeigen</translation>
    </message>
    <message>
        <source>Find, filter or export what it writes</source>
        <translation>Suchen, filtern oder exportieren, was er schreibt</translation>
    </message>
</context>
<context>
    <name>foghorn::DetailOverview</name>
    <message>
        <source>Still there</source>
        <translation>Noch da</translation>
    </message>
    <message>
        <source>Overview of the service</source>
        <translation>Überblick über den Dienst</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Needs nothing</source>
        <translation>Braucht nichts</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Gebraucht von</translation>
    </message>
    <message>
        <source>Needed by nobody</source>
        <translation>Von niemandem gebraucht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Uptime 1 h</source>
        <translation>Verfügbar 1 h</translation>
    </message>
    <message>
        <source>Uptime 24 h</source>
        <translation>Verfügbar 24 h</translation>
    </message>
    <message>
        <source>Uptime 7 d</source>
        <translation>Verfügbar 7 d</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 last, %2 average, %3 p95</source>
        <extracomment>response times: the last, the average, the 95th percentile</extracomment>
        <translation>%1 zuletzt, %2 im Mittel, %3 p95</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>%1 of %2 by itself, %3 in all</source>
        <translation>%1 von %2 von selbst, %3 insgesamt</translation>
    </message>
    <message>
        <source>Says of itself</source>
        <translation>Sagt von sich</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>foghorn::DetailPanel</name>
    <message>
        <source>Select a service to see why it is in its state, what it needs and what needs it.</source>
        <translation>Einen Dienst auswählen, um zu sehen, warum er in seinem Zustand ist, was er braucht und was ihn braucht.</translation>
    </message>
    <message>
        <source>Follow the selection again</source>
        <translation>Wieder der Auswahl folgen</translation>
    </message>
    <message>
        <source>Keep this service here while the selection moves on</source>
        <translation>Diesen Dienst hier behalten, während die Auswahl weiterzieht</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>since %1 (%2)</source>
        <extracomment>%1 a time of day, %2 how long ago</extracomment>
        <translation>seit %1 (%2)</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>Select it to act on it</source>
        <translation>Auswählen, um etwas mit ihm zu tun</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>Parts of the details</source>
        <translation>Teile der Einzelheiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The actions are about the selected service; this one is pinned</source>
        <translation>Die Aktionen gelten dem ausgewählten Dienst; dieser ist angeheftet</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
</context>
<context>
    <name>foghorn::DetailSettings</name>
    <message>
        <source>Settings of the service</source>
        <translation>Einstellungen des Dienstes</translation>
    </message>
    <message>
        <source>Copy settings</source>
        <translation>Einstellungen kopieren</translation>
    </message>
    <message>
        <source>Copy all of it as text; what looks like a secret is left out</source>
        <translation>Alles als Text kopieren; was wie ein Geheimnis aussieht, bleibt weg</translation>
    </message>
</context>
<context>
    <name>foghorn::Diagnosis</name>
    <message>
        <source>Diagnosis of %1 in the fleet %2</source>
        <translation>Diagnose von %1 in der Flotte %2</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>Verursacht von</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Last end</source>
        <translation>Letztes Ende</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>%1 of %2 automatic ones used, %3 in all</source>
        <translation>%1 von %2 automatischen verbraucht, %3 insgesamt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Wünscht</translation>
    </message>
    <message>
        <source>Last checks, the newest last:</source>
        <translation>Letzte Prüfungen, die neueste zuletzt:</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Last lines of its log:</source>
        <translation>Letzte Zeilen seines Protokolls:</translation>
    </message>
</context>
<context>
    <name>foghorn::FailureRow</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>Show what %1 has written</source>
        <translation>Zeigen, was %1 geschrieben hat</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>Noch einmal mit %1</translation>
    </message>
    <message>
        <source>Try it once more with %1</source>
        <translation>Es mit %1 noch einmal versuchen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Skip %1</source>
        <translation>%1 auslassen</translation>
    </message>
    <message>
        <source>Go on without %1: it no longer counts as failed here, and stays as it is</source>
        <translation>Ohne %1 weitermachen: gilt hier nicht mehr als misslungen und bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Force stop…</source>
        <translation>Stoppen erzwingen…</translation>
    </message>
    <message>
        <source>Force %1 to stop</source>
        <translation>Das Stoppen von %1 erzwingen</translation>
    </message>
    <message>
        <source>Kill all processes of %1 at once; asks before</source>
        <translation>Alle Prozesse von %1 sofort hart beenden; fragt vorher</translation>
    </message>
</context>
<context>
    <name>foghorn::FilterChips</name>
    <message>
        <source>What is not understood of the filter</source>
        <translation>Was am Filter nicht verstanden wird</translation>
    </message>
    <message>
        <source>Take away the filter %1</source>
        <translation>Den Filter %1 wegnehmen</translation>
    </message>
    <message>
        <source>Take away %1, which is not understood</source>
        <translation>%1 wegnehmen, das nicht verstanden wird</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und 1 weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FilteredOut</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show all services</source>
        <translation>Alle Dienste zeigen</translation>
    </message>
    <message>
        <source>Take the filter back, so that all services are shown</source>
        <translation>Den Filter zurücknehmen, sodass alle Dienste zu sehen sind</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln services</source>
        <extracomment>%n services there are, none of which is shown</extracomment>
        <translation>
            <numerusform>Der Filter verbirgt den einzigen Dienst</numerusform>
            <numerusform>Der Filter verbirgt alle %Ln Dienste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::FleetActions</name>
    <message>
        <source>Start &amp;all…</source>
        <translation>&amp;Alle starten…</translation>
    </message>
    <message>
        <source>Sto&amp;p all…</source>
        <translation>Alle sto&amp;ppen…</translation>
    </message>
    <message>
        <source>Restart al&amp;l…</source>
        <translation>A&amp;lle neu starten…</translation>
    </message>
    <message>
        <source>Chec&amp;k all</source>
        <translation>Alle prü&amp;fen</translation>
    </message>
    <message>
        <source>Start all services in order</source>
        <translation>Alle Dienste der Reihe nach starten</translation>
    </message>
    <message>
        <source>Stop all services in reverse order</source>
        <translation>Alle Dienste in umgekehrter Reihenfolge stoppen</translation>
    </message>
    <message>
        <source>Stop all running services in reverse order, then start them again</source>
        <translation>Alle laufenden Dienste in umgekehrter Reihenfolge stoppen, dann wieder starten</translation>
    </message>
    <message>
        <source>Ask all running services now how they are</source>
        <translation>Alle laufenden Dienste jetzt fragen, wie es ihnen geht</translation>
    </message>
    <message>
        <source>Busy with all services</source>
        <translation>Beschäftigt mit allen Diensten</translation>
    </message>
</context>
<context>
    <name>foghorn::FleetFiles</name>
    <message>
        <source>&amp;Open configuration…</source>
        <translation>&amp;Konfiguration öffnen…</translation>
    </message>
    <message>
        <source>&amp;Load example</source>
        <translation>Beispiel &amp;laden</translation>
    </message>
    <message>
        <source>First what is under way must end</source>
        <translation>Erst muss enden, was im Gange ist</translation>
    </message>
    <message>
        <source>First stop the service that runs: it belongs to the fleet that is open</source>
        <translation>Erst den Dienst stoppen, der läuft: er gehört zu der Flotte, die offen ist</translation>
    </message>
    <message numerus="yes">
        <source>First stop the %Ln services that run: they belong to the fleet that is open</source>
        <translation>
            <numerusform>Erst den Dienst stoppen, der läuft: er gehört zu der Flotte, die offen ist</numerusform>
            <numerusform>Erst die %Ln Dienste stoppen, die laufen: sie gehören zu der Flotte, die offen ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the fleet of another file in this window</source>
        <translation>Die Flotte einer anderen Datei in diesem Fenster betreiben</translation>
    </message>
    <message>
        <source>Run the ten services that come with Foghorn, to look around</source>
        <translation>Die zehn Dienste betreiben, die Foghorn mitbringt, zum Umsehen</translation>
    </message>
    <message>
        <source>The example was not found beside the program</source>
        <translation>Das Beispiel wurde neben dem Programm nicht gefunden</translation>
    </message>
    <message>
        <source>Open configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Fleet files (*.yaml *.yml)</source>
        <translation>Flottendateien (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1. The file was not opened.</source>
        <extracomment>%1 is a reason, as &quot;First stop the service that runs&quot;</extracomment>
        <translation>%1. Die Datei wurde nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>foghorn::FleetSummary</name>
    <message>
        <source>No services</source>
        <translation>Keine Dienste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln down</source>
        <translation>
            <numerusform>1 ausgefallen</numerusform>
            <numerusform>%Ln ausgefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 needs attention</source>
        <translation>1 braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need attention</source>
        <translation>
            <numerusform>1 braucht Aufmerksamkeit</numerusform>
            <numerusform>%Ln brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln running</source>
        <translation>
            <numerusform>1 läuft</numerusform>
            <numerusform>Alle %Ln laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln stopped</source>
        <translation>
            <numerusform>1 gestoppt</numerusform>
            <numerusform>Alle %Ln gestoppt</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 running</source>
        <translation>%L1 von %L2 laufen</translation>
    </message>
</context>
<context>
    <name>foghorn::FleetVerb</name>
    <message>
        <source>All services are started already</source>
        <translation>Alle Dienste sind schon gestartet</translation>
    </message>
    <message>
        <source>No service is running</source>
        <translation>Kein Dienst läuft</translation>
    </message>
    <message>
        <source>No running service has a health check</source>
        <translation>Kein laufender Dienst hat eine Prüfung</translation>
    </message>
    <message>
        <source>Starting all services…</source>
        <translation>Alle Dienste werden gestartet…</translation>
    </message>
    <message>
        <source>Stopping all services…</source>
        <translation>Alle Dienste werden gestoppt…</translation>
    </message>
    <message>
        <source>Restarting all services…</source>
        <translation>Alle Dienste werden neu gestartet…</translation>
    </message>
    <message>
        <source>Checking all services…</source>
        <translation>Alle Dienste werden geprüft…</translation>
    </message>
    <message>
        <source>All services were started</source>
        <translation>Alle Dienste wurden gestartet</translation>
    </message>
    <message>
        <source>All services have stopped</source>
        <translation>Alle Dienste sind gestoppt</translation>
    </message>
    <message>
        <source>All services were restarted</source>
        <translation>Alle Dienste wurden neu gestartet</translation>
    </message>
</context>
<context>
    <name>foghorn::GeneralPage</name>
    <message>
        <source>As the computer</source>
        <translation>Wie der Rechner</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>&amp;Zeiten:</translation>
    </message>
    <message>
        <source>Of this computer&apos;s time zone</source>
        <translation>In der Zeitzone dieses Rechners</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Exports always carry times with their zone.</source>
        <translation>Exporte enthalten Zeiten immer mit ihrer Zone.</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphBar</name>
    <message>
        <source>&amp;Fold all</source>
        <translation>Alle &amp;falten</translation>
    </message>
    <message>
        <source>Show one card for each group of services</source>
        <translation>Eine Karte für jede Gruppe von Diensten zeigen</translation>
    </message>
    <message>
        <source>&amp;Unfold all</source>
        <translation>Alle &amp;entfalten</translation>
    </message>
    <message>
        <source>Show a card for each service</source>
        <translation>Eine Karte für jeden Dienst zeigen</translation>
    </message>
    <message>
        <source>&amp;Arrange anew</source>
        <translation>Neu &amp;anordnen</translation>
    </message>
    <message>
        <source>Forget where the cards are and lay all of them out again</source>
        <translation>Vergessen, wo die Karten sind, und alle neu auslegen</translation>
    </message>
    <message>
        <source>&amp;Overview map</source>
        <translation>Über&amp;sichtskarte</translation>
    </message>
    <message>
        <source>Show the whole graph in a corner while only a part is seen</source>
        <translation>Den ganzen Graphen in einer Ecke zeigen, solange nur ein Teil zu sehen ist</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Fold, unfold and arrange the layers</source>
        <translation>Die Ebenen falten, entfalten und anordnen</translation>
    </message>
    <message>
        <source>By what services of a layer are put together</source>
        <translation>Wonach Dienste einer Ebene zusammengefasst werden</translation>
    </message>
    <message>
        <source>By &amp;layer</source>
        <translation>Nach &amp;Ebene</translation>
    </message>
    <message>
        <source>A folded layer is one card</source>
        <translation>Eine gefaltete Ebene ist eine Karte</translation>
    </message>
    <message>
        <source>By &amp;type</source>
        <translation>Nach &amp;Typ</translation>
    </message>
    <message>
        <source>One card for each type of service in a layer</source>
        <translation>Eine Karte für jeden Typ von Dienst in einer Ebene</translation>
    </message>
    <message>
        <source>&amp;%1 By label %2</source>
        <extracomment>%1 is a digit, to be typed; %2 the name of a label</extracomment>
        <translation>&amp;%1 Nach Merkmal %2</translation>
    </message>
    <message>
        <source>One card for each value of the label in a layer</source>
        <translation>Eine Karte für jeden Wert des Merkmals in einer Ebene</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <extracomment>%1 is &quot;layer&quot;, &quot;type&quot; or the name of a label</extracomment>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Group services by: %1</source>
        <translation>Dienste gruppieren nach: %1</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Show optional dependencies</source>
        <translation>Optionale Abhängigkeiten zeigen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppte</translation>
    </message>
    <message>
        <source>Show services that are stopped on purpose</source>
        <translation>Absichtlich gestoppte Dienste zeigen</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>zoom so that all is seen</comment>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole graph (F)</source>
        <translation>Den ganzen Graphen zeigen (F)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>how large the graph is shown</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Shown at %1 %; set to actual size (0)</source>
        <translation>Gezeigt mit %1 %; auf wirkliche Größe setzen (0)</translation>
    </message>
    <message>
        <source>Find in the graph (/)</source>
        <translation>Im Graphen suchen (/)</translation>
    </message>
    <message>
        <source>Find services in the graph</source>
        <translation>Dienste im Graphen suchen</translation>
    </message>
    <message>
        <source>Go to the previous one found</source>
        <translation>Zum vorigen Treffer gehen</translation>
    </message>
    <message>
        <source>Go to the next one found</source>
        <translation>Zum nächsten Treffer gehen</translation>
    </message>
    <message>
        <source>PNG, &amp;%1×</source>
        <translation>PNG, &amp;%1×</translation>
    </message>
    <message>
        <source>A picture with %1 pixels to each one shown at 100 %</source>
        <translation>Ein Bild mit %1 Pixeln für jedes bei 100 % gezeigte</translation>
    </message>
    <message>
        <source>&amp;SVG</source>
        <translation>&amp;SVG</translation>
    </message>
    <message>
        <source>A picture of lines and words for any size</source>
        <translation>Ein Bild aus Linien und Wörtern für jede Größe</translation>
    </message>
    <message>
        <source>&amp;DOT</source>
        <translation>&amp;DOT</translation>
    </message>
    <message>
        <source>Services and dependencies for Graphviz</source>
        <translation>Dienste und Abhängigkeiten für Graphviz</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>Als Liste zeigen</translation>
    </message>
    <message>
        <source>The same facts as an indented list</source>
        <translation>Dasselbe als eingerückte Liste</translation>
    </message>
    <message>
        <source>Save the graph as a file (Ctrl+E)</source>
        <translation>Den Graphen als Datei speichern (Strg+E)</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphExport</name>
    <message>
        <source>the picture needs too much memory</source>
        <translation>das Bild braucht zu viel Speicher</translation>
    </message>
    <message>
        <source>Export graph</source>
        <translation>Graph exportieren</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>graph</source>
        <comment>name of a file</comment>
        <translation>graph</translation>
    </message>
    <message>
        <source>The graph could not be written to %1: %2</source>
        <translation>Der Graph konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The graph is in %1, at %2× because it would be too large at %3×</source>
        <translation>Der Graph ist in %1, mit %2×, weil er mit %3× zu groß wäre</translation>
    </message>
    <message>
        <source>The graph is in %1</source>
        <translation>Der Graph ist in %1</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphFeature</name>
    <message>
        <source>Whom a stop would &amp;hit</source>
        <translation>Wen ein Stopp &amp;träfe</translation>
    </message>
    <message>
        <source>Mark in the graph what would stop with the selected services</source>
        <translation>Im Graphen markieren, was mit den ausgewählten Diensten stoppen würde</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
    <message>
        <source>is needed by</source>
        <translation>wird gebraucht von</translation>
    </message>
    <message>
        <source>is wanted by (optional)</source>
        <translation>wird gewünscht von (optional)</translation>
    </message>
    <message>
        <source>needed, but not available</source>
        <translation>gebraucht, aber nicht verfügbar</translation>
    </message>
    <message>
        <source>what the selected one needs</source>
        <translation>was der ausgewählte braucht</translation>
    </message>
    <message>
        <source>what needs the selected one</source>
        <translation>was den ausgewählten braucht</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphListModel</name>
    <message numerus="yes">
        <source>Layer %1 · %Ln services</source>
        <extracomment>%1 the number of a layer</extracomment>
        <translation>
            <numerusform>Ebene %1 · 1 Dienst</numerusform>
            <numerusform>Ebene %1 · %Ln Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>braucht %1</translation>
    </message>
    <message>
        <source>wants %1</source>
        <extracomment>services that it can do without</extracomment>
        <translation>wünscht %1</translation>
    </message>
    <message>
        <source>needed by %1</source>
        <translation>gebraucht von %1</translation>
    </message>
    <message>
        <source>needs nothing, and nothing needs it</source>
        <translation>braucht nichts, und nichts braucht ihn</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphListView</name>
    <message>
        <source>Dependencies as a list</source>
        <translation>Abhängigkeiten als Liste</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphPanel</name>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphSearch</name>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>1 gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 found</source>
        <translation>%L1 von %L2 gefunden</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphSvg</name>
    <message>
        <source>Services of %1</source>
        <translation>Dienste von %1</translation>
    </message>
    <message>
        <source>Each layer is a column; arrows lead from a service to what needs it.</source>
        <translation>Jede Ebene ist eine Spalte; Pfeile führen von einem Dienst zu dem, was ihn braucht.</translation>
    </message>
    <message>
        <source>%1, affected</source>
        <translation>%1, betroffen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 Dienst</numerusform>
            <numerusform>%Ln Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphView</name>
    <message>
        <source>Dependency graph</source>
        <translation>Abhängigkeitsgraph</translation>
    </message>
    <message>
        <source>Left: what a service needs. Right: what needs it. Up and down: its layer. Enter: details, or fold.</source>
        <translation>Links: was ein Dienst braucht. Rechts: was ihn braucht. Auf und ab: seine Ebene. Eingabe: Einzelheiten oder falten.</translation>
    </message>
</context>
<context>
    <name>foghorn::GroupLook</name>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 Dienst</numerusform>
            <numerusform>%Ln Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %L2</source>
        <extracomment>a folded group: %1 its name, %2 how many services are in it</extracomment>
        <translation>%1 · %L2</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln down</source>
        <translation>
            <numerusform>1 ausgefallen</numerusform>
            <numerusform>%Ln ausgefallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>1 beeinträchtigt</numerusform>
            <numerusform>%Ln beeinträchtigt</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation>gefaltet</translation>
    </message>
</context>
<context>
    <name>foghorn::HeaderItem</name>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message numerus="yes">
        <source> · %Ln services</source>
        <comment>follows the number of a layer</comment>
        <translation>
            <numerusform> · 1 Dienst</numerusform>
            <numerusform> · %Ln Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 Dienst</numerusform>
            <numerusform>%Ln Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln down</source>
        <translation>
            <numerusform>1 ausgefallen</numerusform>
            <numerusform>%Ln ausgefallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>1 beeinträchtigt</numerusform>
            <numerusform>%Ln beeinträchtigt</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation>gefaltet</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>entfaltet</translation>
    </message>
</context>
<context>
    <name>foghorn::InlineMessage</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>foghorn::LaneSpan</name>
    <message>
        <source>Not observed</source>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Waiting to restart</source>
        <translation>Wartet auf den Neustart</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ausgefallen</translation>
    </message>
</context>
<context>
    <name>foghorn::LanguageMenu</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>The language of this window</source>
        <translation>Die Sprache dieses Fensters</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Wie dieser Rechner</translation>
    </message>
    <message>
        <source>Speak the language of this computer</source>
        <translation>Die Sprache dieses Rechners sprechen</translation>
    </message>
    <message>
        <source>Speak %1</source>
        <extracomment>%1 is a language, in its own words: English, Deutsch</extracomment>
        <translation>%1 sprechen</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <extracomment>%1 is a language, in its own words</extracomment>
        <translation>Sprache: %1</translation>
    </message>
</context>
<context>
    <name>foghorn::LatencyChart</name>
    <message>
        <source>Response times</source>
        <translation>Antwortzeiten</translation>
    </message>
</context>
<context>
    <name>foghorn::LeaveQuestion</name>
    <message>
        <source>Disconnect from %1?</source>
        <translation>Von %1 trennen?</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Go to %1?</source>
        <translation>Zu %1 wechseln?</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Close the window on %1?</source>
        <translation>Das Fenster zu %1 schließen?</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>%1: still under way.</source>
        <extracomment>%1 is a list of operations under way: &quot;Start all on “local”&quot;</extracomment>
        <translation>%1: noch im Gang.</translation>
    </message>
    <message>
        <source>Restart all is led by this window. Without it services that are down by then stay down.</source>
        <translation>Alle neu zu starten führt dieses Fenster. Ohne es bleiben Dienste unten, die dann unten sind.</translation>
    </message>
    <message>
        <source>%1 goes on with it, but nobody here sees how it ends.</source>
        <translation>%1 macht damit weiter, aber hier sieht niemand, wie es ausgeht.</translation>
    </message>
</context>
<context>
    <name>foghorn::LogBar</name>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Times in UTC instead of local time</source>
        <translation>Zeiten in UTC statt in Ortszeit</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Break long lines in the field below, where a line is shown whole</source>
        <translation>Lange Zeilen im Feld darunter umbrechen, wo eine Zeile ganz gezeigt wird</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Keep new lines back until you go on</source>
        <translation>Neue Zeilen zurückhalten, bis es weitergeht</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Find in the lines (Ctrl+F)</source>
        <translation>In den Zeilen suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find in the lines</source>
        <translation>In den Zeilen suchen</translation>
    </message>
    <message>
        <source>The find before this one (Shift+F3)</source>
        <translation>Der vorige Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>The next find (F3)</source>
        <translation>Der nächste Treffer (F3)</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>Hide the lines that do not match</source>
        <translation>Zeilen ohne Treffer ausblenden</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>Niedrigste gezeigte Stufe</translation>
    </message>
    <message>
        <source>Lines of this level and of higher ones</source>
        <translation>Zeilen dieser Stufe und höherer</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info und höher</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Clear view</source>
        <translation>Ansicht leeren</translation>
    </message>
    <message>
        <source>Hide the lines that are here now; they can be shown again</source>
        <translation>Die jetzigen Zeilen ausblenden; sie lassen sich wieder zeigen</translation>
    </message>
    <message>
        <source>Write the lines that are shown as text, CSV or JSON lines (Ctrl+E)</source>
        <translation>Die gezeigten Zeilen als Text, CSV oder JSON-Zeilen schreiben (Strg+E)</translation>
    </message>
    <message>
        <source>Lines around each match</source>
        <translation>Zeilen um jeden Treffer</translation>
    </message>
    <message>
        <source>How many lines before and after each match are shown with it</source>
        <translation>Wie viele Zeilen vor und nach jedem Treffer mitgezeigt werden</translation>
    </message>
    <message>
        <source>Number of lines around each match</source>
        <translation>Zahl der Zeilen um jeden Treffer</translation>
    </message>
</context>
<context>
    <name>foghorn::LogFeed</name>
    <message>
        <source>Paused here for %1</source>
        <comment>%1 is a time like 12 s</comment>
        <translation>Hier für %1 angehalten</translation>
    </message>
    <message>
        <source>The log of %1 begins anew here</source>
        <translation>Das Protokoll von %1 beginnt hier neu</translation>
    </message>
    <message>
        <source>%1 left out: more was written than can be read</source>
        <translation>%1 ausgelassen: Es wurde mehr geschrieben, als gelesen werden kann</translation>
    </message>
</context>
<context>
    <name>foghorn::LogFooter</name>
    <message>
        <source>The current line, whole</source>
        <translation>Die aktuelle Zeile, ganz</translation>
    </message>
    <message>
        <source>Choose a line to read it whole and to copy from it</source>
        <translation>Eine Zeile wählen, um sie ganz zu lesen und daraus zu kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the log</source>
        <translation>Den Pfad des Protokolls kopieren</translation>
    </message>
    <message>
        <source> … (the rest was cut)</source>
        <translation> … (der Rest wurde abgeschnitten)</translation>
    </message>
    <message>
        <source>Older lines are in %1</source>
        <translation>Ältere Zeilen sind in %1</translation>
    </message>
    <message numerus="yes">
        <source>Older lines of %Ln services are in their files</source>
        <translation>
            <numerusform>Ältere Zeilen von 1 Dienst sind in seiner Datei</numerusform>
            <numerusform>Ältere Zeilen von %Ln Diensten sind in ihren Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::LogPanel</name>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Go to the next line that matches, on the Logs page</source>
        <translation>Zur nächsten passenden Zeile gehen, auf der Seite Protokolle</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Go to the match before, on the Logs page</source>
        <translation>Zum vorigen Treffer gehen, auf der Seite Protokolle</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>1 gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Show &amp;all lines</source>
        <translation>&amp;Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show lines of every level, whether they match or not</source>
        <translation>Zeilen jeder Stufe zeigen, ob sie passen oder nicht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln logs cannot be read. %1</source>
        <translation>
            <numerusform>1 Protokoll kann nicht gelesen werden. %1</numerusform>
            <numerusform>%Ln Protokolle können nicht gelesen werden. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>0 of %1 lines match</source>
        <translation>0 von %1 Zeilen passen</translation>
    </message>
    <message>
        <source>The others are hidden by the level or by what is looked for.</source>
        <translation>Die anderen sind durch die Stufe oder die Suche ausgeblendet.</translation>
    </message>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
    <message>
        <source>What services write appears here.</source>
        <translation>Was Dienste schreiben, erscheint hier.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Reading the logs…</source>
        <translation>Die Protokolle werden gelesen…</translation>
    </message>
    <message>
        <source>The log cannot be read</source>
        <translation>Das Protokoll kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Foghorn holds no log of %1</source>
        <translation>Foghorn führt kein Protokoll von %1</translation>
    </message>
    <message>
        <source>%1 has written nothing yet</source>
        <translation>%1 hat noch nichts geschrieben</translation>
    </message>
    <message>
        <source>It was not started by Foghorn; look where it was.</source>
        <translation>Er wurde nicht von Foghorn gestartet; sehen Sie dort nach, wo er gestartet wurde.</translation>
    </message>
    <message>
        <source>Its lines appear here as soon as it writes some.</source>
        <translation>Seine Zeilen erscheinen hier, sobald er welche schreibt.</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln services have written nothing yet</source>
        <translation>
            <numerusform>Dieser Dienst hat noch nichts geschrieben</numerusform>
            <numerusform>Diese %Ln Dienste haben noch nichts geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused: %Ln lines wait</source>
        <translation>
            <numerusform>Angehalten: 1 Zeile wartet</numerusform>
            <numerusform>Angehalten: %Ln Zeilen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines below (End)</source>
        <translation>
            <numerusform>1 neue Zeile weiter unten (Ende)</numerusform>
            <numerusform>%Ln neue Zeilen weiter unten (Ende)</numerusform>
        </translation>
    </message>
    <message>
        <source>Take Pause back to show them</source>
        <translation>„Anhalten“ aufheben, um sie zu zeigen</translation>
    </message>
    <message>
        <source>Go to the end and follow it</source>
        <translation>Ans Ende gehen und ihm folgen</translation>
    </message>
    <message>
        <source>Export the lines that are shown</source>
        <translation>Die gezeigten Zeilen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines written to %1</source>
        <translation>
            <numerusform>1 Zeile nach %1 geschrieben</numerusform>
            <numerusform>%Ln Zeilen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has written nothing since %2</source>
        <extracomment>%1 is a service, %2 the time of day it was started at</extracomment>
        <translation>%1 hat seit %2 nichts geschrieben</translation>
    </message>
    <message>
        <source>Show the lines again that Clear view has hidden</source>
        <translation>Die Zeilen wieder zeigen, die „Ansicht leeren“ ausgeblendet hat</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the log</source>
        <translation>Den Pfad des Protokolls kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines cleared from view – show them again</source>
        <translation>
            <numerusform>1 Zeile ausgeblendet – wieder zeigen</numerusform>
            <numerusform>%Ln Zeilen ausgeblendet – wieder zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new since the view was cleared</source>
        <translation>Nichts Neues, seit die Ansicht geleert wurde</translation>
    </message>
    <message>
        <source>Text (*.log *.txt)</source>
        <translation>Text (*.log *.txt)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>foghorn::LogView</name>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
</context>
<context>
    <name>foghorn::LogsPage</name>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>&amp;Keep at most:</source>
        <translation>&amp;Höchstens behalten:</translation>
    </message>
    <message>
        <source>Beyond that the Logs page lets go of the oldest lines. The log files of the services keep them.</source>
        <translation>Darüber hinaus gibt die Seite Protokolle die ältesten Zeilen auf. Die Protokolldateien der Dienste behalten sie.</translation>
    </message>
</context>
<context>
    <name>foghorn::MainWindow</name>
    <message>
        <source>&amp;Services</source>
        <translation>&amp;Dienste</translation>
    </message>
    <message>
        <source>All services as a table</source>
        <translation>Alle Dienste als Tabelle</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>&amp;Graph</translation>
    </message>
    <message>
        <source>Who needs whom</source>
        <translation>Wer wen braucht</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation>Was wann geschah</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>Diagra&amp;mme</translation>
    </message>
    <message>
        <source>Uptime and response times</source>
        <translation>Verfügbarkeit und Antwortzeiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>no fleet</source>
        <translation>keine Flotte</translation>
    </message>
    <message>
        <source>Foghorn — %1 — %2</source>
        <translation>Foghorn — %1 — %2</translation>
    </message>
    <message>
        <source>not connected</source>
        <extracomment>window title: %1 is the fleet, %2 the worst news</extracomment>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Protokolle</translation>
    </message>
    <message>
        <source>What services write</source>
        <translation>Was Dienste schreiben</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>&amp;Alarme</translation>
    </message>
    <message>
        <source>What is wrong, cause by cause</source>
        <translation>Was nicht stimmt, nach Ursachen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>D&amp;ienst</translation>
    </message>
    <message>
        <source>&amp;Alert</source>
        <translation>A&amp;larm</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Foghorn; asks when services are running</source>
        <translation>Foghorn schließen; fragt nach, wenn Dienste laufen</translation>
    </message>
    <message>
        <source>Show or hide the details of the selected service</source>
        <translation>Die Einzelheiten des ausgewählten Dienstes zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Filter or find</source>
        <translation>&amp;Filtern oder suchen</translation>
    </message>
    <message>
        <source>Find services by name, state or label; on the Logs page, lines</source>
        <translation>Dienste nach Name, Zustand oder Merkmal finden; auf der Seite Protokolle Zeilen</translation>
    </message>
    <message>
        <source>L&amp;og of service</source>
        <translation>Pr&amp;otokoll des Dienstes</translation>
    </message>
    <message>
        <source>Show what the selected service writes</source>
        <translation>Zeigen, was der ausgewählte Dienst schreibt</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel, wie es der Schreibtisch ist</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark words on light ground</source>
        <translation>Dunkle Schrift auf hellem Grund</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light words on dark ground</source>
        <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Black and white; states by outline and word alone</source>
        <translation>Schwarz und weiß; Zustände nur durch Umriss und Wort</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>&quot;6 of 10 done&quot;, worst news</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>As the des&amp;ktop</source>
        <translation>Wie der &amp;Schreibtisch</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
</context>
<context>
    <name>foghorn::MuteDialog</name>
    <message>
        <source>&amp;Mute</source>
        <translation>Stu&amp;mmschalten</translation>
    </message>
    <message>
        <source>Mute until</source>
        <translation>Stummschalten bis</translation>
    </message>
    <message>
        <source>Tell nobody of the alert &amp;until:</source>
        <translation>Niemandem vom Alarm melden &amp;bis:</translation>
    </message>
</context>
<context>
    <name>foghorn::NeighbourButtons</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Go to %1, %2</source>
        <translation>Zu %1 gehen, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und 1 weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::NextStep</name>
    <message>
        <source>Restarts by itself in %1</source>
        <translation>Startet in %1 von selbst neu</translation>
    </message>
    <message>
        <source>Restarts by itself soon</source>
        <translation>Startet bald von selbst neu</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Restarts by itself soon (%1)</source>
        <translation>Startet bald von selbst neu (%1)</translation>
    </message>
    <message>
        <source>Restarts by itself in %1 (%2)</source>
        <extracomment>%1 is a time, %2 is &quot;2 of 3&quot;</extracomment>
        <translation>Startet in %1 von selbst neu (%2)</translation>
    </message>
    <message>
        <source>One more failed check makes it unhealthy</source>
        <translation>Noch eine misslungene Prüfung, und er gilt als gestört</translation>
    </message>
    <message>
        <source>%1 more failed checks make it unhealthy</source>
        <translation>Noch %1 misslungene Prüfungen, und er gilt als gestört</translation>
    </message>
    <message>
        <source>Next check in %1</source>
        <translation>Nächste Prüfung in %1</translation>
    </message>
    <message>
        <source>Given up unless it is ready in %1</source>
        <translation>Wird aufgegeben, wenn er nicht in %1 bereit ist</translation>
    </message>
    <message>
        <source>Killed unless it ends in %1</source>
        <translation>Wird abgebrochen, wenn er nicht in %1 endet</translation>
    </message>
    <message>
        <source>Starts by itself as soon as what it waits for is there</source>
        <translation>Startet von selbst, sobald da ist, worauf er wartet</translation>
    </message>
    <message>
        <source>Not restarted by itself any more; Restart tries again</source>
        <translation>Wird nicht mehr von selbst neu gestartet; „Neu starten“ versucht es wieder</translation>
    </message>
</context>
<context>
    <name>foghorn::NodeLook</name>
    <message>
        <source>affected</source>
        <extracomment>on a node of the graph: something that it needs is down</extracomment>
        <translation>betroffen</translation>
    </message>
</context>
<context>
    <name>foghorn::Notifier</name>
    <message>
        <source>%1
On %2</source>
        <extracomment>%1 is a sentence, %2 the name of a connection</extracomment>
        <translation>%1
Auf %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>%1 ist wieder in Ordnung</translation>
    </message>
    <message>
        <source>After %1.</source>
        <translation>Nach %1.</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Platte ist voll</translation>
    </message>
    <message>
        <source>%1 is unhealthy</source>
        <translation>%1 ist gestört</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 Affected: %2.</source>
        <extracomment>%1 is a sentence, %2 a list of services</extracomment>
        <translation>%1 Betroffen: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services are well again</source>
        <translation>
            <numerusform>1 Dienst ist wieder in Ordnung</numerusform>
            <numerusform>%Ln Dienste sind wieder in Ordnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services need attention</source>
        <translation>
            <numerusform>1 Dienst braucht Aufmerksamkeit</numerusform>
            <numerusform>%Ln Dienste brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::OperationCard</name>
    <message>
        <source>Stop waiting ones</source>
        <translation>Wartende stoppen</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>Fortschritt von: %1</translation>
    </message>
    <message>
        <source>Stops 1 service that waits</source>
        <translation>Stoppt 1 Dienst, der wartet</translation>
    </message>
    <message numerus="yes">
        <source>Stops %Ln services that wait</source>
        <translation>
            <numerusform>Stoppt 1 Dienst, der wartet</numerusform>
            <numerusform>Stoppt %Ln Dienste, die warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; 1 started service stays running</source>
        <extracomment>%1 is &quot;Stops 3 services that wait&quot;</extracomment>
        <translation>%1; 1 gestarteter Dienst läuft weiter</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln started services stay running</source>
        <translation>
            <numerusform>%1; 1 gestarteter Dienst läuft weiter</numerusform>
            <numerusform>%1; %Ln gestartete Dienste laufen weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the steps of: %1</source>
        <translation>Die Schritte ausblenden von: %1</translation>
    </message>
    <message>
        <source>Show the steps of: %1</source>
        <translation>Die Schritte zeigen von: %1</translation>
    </message>
    <message>
        <source>Hide the steps</source>
        <translation>Die Schritte ausblenden</translation>
    </message>
    <message>
        <source>Show the steps</source>
        <translation>Die Schritte zeigen</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Wegnehmen: %1</translation>
    </message>
    <message>
        <source>It is still under way</source>
        <translation>Es ist noch unterwegs</translation>
    </message>
    <message>
        <source>Take this away</source>
        <translation>Dies wegnehmen</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>Layers %1–%2</source>
        <translation>Ebenen %1–%2</translation>
    </message>
</context>
<context>
    <name>foghorn::OperationDock</name>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>&amp;Operations</source>
        <translation>&amp;Vorgänge</translation>
    </message>
    <message>
        <source>Show or hide how far starts, stops and restarts are</source>
        <translation>Zeigen oder ausblenden, wie weit Starts, Stopps und Neustarts sind</translation>
    </message>
</context>
<context>
    <name>foghorn::OperationIndicator</name>
    <message>
        <source>Show how far it is</source>
        <translation>Zeigen, wie weit es ist</translation>
    </message>
    <message>
        <source>%1, %L2 of %L3 services</source>
        <extracomment>%1 is &quot;1 operation running&quot;</extracomment>
        <translation>%1, %L2 von %L3 Diensten</translation>
    </message>
</context>
<context>
    <name>foghorn::OperationModel</name>
    <message>
        <source>no longer part of the fleet</source>
        <translation>gehört nicht mehr zur Flotte</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
</context>
<context>
    <name>foghorn::OperationPanel</name>
    <message>
        <source>Nothing is under way. What you start, stop or restart is shown here, step by step.</source>
        <translation>Nichts ist unterwegs. Was Sie starten, stoppen oder neu starten, wird hier Schritt für Schritt gezeigt.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
</context>
<context>
    <name>foghorn::OperationStep</name>
    <message>
        <source>stopped meanwhile</source>
        <translation>inzwischen gestoppt</translation>
    </message>
</context>
<context>
    <name>foghorn::OperationWords</name>
    <message>
        <source>%1 s</source>
        <extracomment>a duration in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how long something has taken, of how long it may take: &quot;3 s of 30 s&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Start %1 on “%2”</source>
        <translation>%1 auf „%2“ starten</translation>
    </message>
    <message>
        <source>Stop %1 on “%2”</source>
        <translation>%1 auf „%2“ stoppen</translation>
    </message>
    <message>
        <source>Restart %1 on “%2”</source>
        <translation>%1 auf „%2“ neu starten</translation>
    </message>
    <message>
        <source>Start all on “%1”</source>
        <translation>Alle auf „%1“ starten</translation>
    </message>
    <message>
        <source>Stop all on “%1”</source>
        <translation>Alle auf „%1“ stoppen</translation>
    </message>
    <message>
        <source>Restart all on “%1”</source>
        <translation>Alle auf „%1“ neu starten</translation>
    </message>
    <message>
        <source>%L1 of %L2 done</source>
        <translation>%L1 von %L2 fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln still waiting</source>
        <translation>
            <numerusform>1 wartet noch</numerusform>
            <numerusform>%Ln warten noch</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is &quot;6 of 10 done&quot;, %2 how long it took</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 — waiting for its turn</source>
        <translation>%1 — wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>%1 — waiting for %2</source>
        <translation>%1 — wartet auf %2</translation>
    </message>
    <message>
        <source>%1 — stopping, %2</source>
        <translation>%1 — wird gestoppt, %2</translation>
    </message>
    <message>
        <source>%1 — stopping, %2; %3</source>
        <translation>%1 — wird gestoppt, %2; %3</translation>
    </message>
    <message>
        <source>%1 — starting, %2</source>
        <translation>%1 — startet, %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 — started, waiting for its first good check, %2</source>
        <translation>%1 — gestartet, wartet auf die erste bestandene Prüfung, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a service and how long it took</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 — skipped: %2</source>
        <translation>%1 — ausgelassen: %2</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 misslang: %2</translation>
    </message>
    <message>
        <source>Layer %1 is done: %L2 of %L3</source>
        <translation>Ebene %1 ist fertig: %L2 von %L3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>1 wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopping</source>
        <translation>
            <numerusform>1 wird gestoppt</numerusform>
            <numerusform>%Ln werden gestoppt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln starting</source>
        <translation>
            <numerusform>1 startet</numerusform>
            <numerusform>%Ln starten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln started, not checked yet</source>
        <translation>
            <numerusform>1 gestartet, noch nicht geprüft</numerusform>
            <numerusform>%Ln gestartet, noch nicht geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>1 fertig</numerusform>
            <numerusform>%Ln fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>1 misslungen</numerusform>
            <numerusform>%Ln misslungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>1 ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 operation running</source>
        <translation>1 Vorgang läuft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations running</source>
        <translation>
            <numerusform>1 Vorgang läuft</numerusform>
            <numerusform>%Ln Vorgänge laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — skipped by you</source>
        <translation>%1 — von Ihnen ausgelassen</translation>
    </message>
</context>
<context>
    <name>foghorn::Operations</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a service and what its check said</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Check failed: %1</source>
        <translation>Prüfung nicht bestanden: %1</translation>
    </message>
    <message>
        <source>%1 answered in %2</source>
        <translation>%1 antwortete nach %2</translation>
    </message>
    <message>
        <source>%L1 checks passed</source>
        <translation>%L1 Prüfungen bestanden</translation>
    </message>
    <message>
        <source>Stopping all services, then quitting…</source>
        <translation>Alle Dienste werden gestoppt, dann wird beendet…</translation>
    </message>
    <message>
        <source>That did not work. The log of the service may say why.</source>
        <translation>Das hat nicht geklappt. Vielleicht sagt das Protokoll des Dienstes, warum.</translation>
    </message>
    <message>
        <source>stopped on request meanwhile</source>
        <translation>inzwischen auf Wunsch gestoppt</translation>
    </message>
    <message>
        <source>started on request meanwhile</source>
        <translation>inzwischen auf Wunsch gestartet</translation>
    </message>
    <message>
        <source>stopped while it was waiting</source>
        <translation>gestoppt, während er wartete</translation>
    </message>
    <message>
        <source>Stopping 1 service that waits…</source>
        <translation>1 wartender Dienst wird gestoppt…</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln services that wait…</source>
        <translation>
            <numerusform>1 wartender Dienst wird gestoppt…</numerusform>
            <numerusform>%Ln wartende Dienste werden gestoppt…</numerusform>
        </translation>
    </message>
    <message>
        <source>The checks were given up before they were answered.</source>
        <translation>Die Prüfungen wurden aufgegeben, bevor sie beantwortet waren.</translation>
    </message>
    <message>
        <source>The answer never came. What is shown tells whether it was done.</source>
        <translation>Die Antwort kam nie. Was gezeigt wird, verrät, ob es getan wurde.</translation>
    </message>
    <message>
        <source>%1 (and %L2 more problems; see Operations)</source>
        <extracomment>%1 is a sentence about the first problem</extracomment>
        <translation>%1 (und %L2 weitere Probleme; siehe Vorgänge)</translation>
    </message>
    <message>
        <source>%1: 1 service failed; see Operations</source>
        <translation>%1: bei 1 Dienst misslungen; siehe Vorgänge</translation>
    </message>
    <message>
        <source>%1: %L2 services failed; see Operations</source>
        <translation>%1: bei %L2 Diensten misslungen; siehe Vorgänge</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: fertig</translation>
    </message>
</context>
<context>
    <name>foghorn::OverviewMap</name>
    <message>
        <source>Overview map</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <source>Arrow keys move the part of the graph that is seen</source>
        <translation>Pfeiltasten bewegen den sichtbaren Teil des Graphen</translation>
    </message>
</context>
<context>
    <name>foghorn::PageStack</name>
    <message>
        <source>Views</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what the page shows, %2 the keys that lead to it</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1, 1 wartet</numerusform>
            <numerusform>%1, %Ln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1</source>
        <extracomment>%1 is the name of a page, such as Services</extracomment>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Below the list of pages</source>
        <translation>Unter der Liste der Seiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>foghorn::PaletteContents</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>%1, switched on</source>
        <extracomment>%1 is the menu that an action is in</extracomment>
        <translation>%1, eingeschaltet</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <extracomment>a menu in a menu: &quot;View › Colours&quot;</extracomment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>Show in %1</source>
        <extracomment>%1 is a page: &quot;Graph&quot;</extracomment>
        <translation>Zeigen in %1</translation>
    </message>
</context>
<context>
    <name>foghorn::PaletteList</name>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
</context>
<context>
    <name>foghorn::PaletteModel</name>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>foghorn::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Groups of preferences</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>foghorn::RangeButtons</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>foghorn::ReadOutLine</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>Kop&amp;ieren</translation>
    </message>
    <message>
        <source>Copy the line below the page</source>
        <translation>Die Zeile unter der Seite kopieren</translation>
    </message>
    <message>
        <source>&amp;Log at %1</source>
        <extracomment>a button: %1 is a time of day</extracomment>
        <translation>&amp;Protokoll um %1</translation>
    </message>
    <message>
        <source>Show what the service wrote at that time</source>
        <translation>Zeigen, was der Dienst zu dieser Zeit schrieb</translation>
    </message>
</context>
<context>
    <name>foghorn::ReloadDialog</name>
    <message>
        <source>Configuration not usable</source>
        <translation>Konfiguration nicht brauchbar</translation>
    </message>
    <message>
        <source>The configuration of “%1” cannot be used</source>
        <translation>Die Konfiguration von „%1“ ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct this in the file, then try again:</source>
        <translation>Nichts wurde geändert. Berichtigen Sie dies in der Datei und versuchen Sie es dann noch einmal:</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Reload configuration</source>
        <translation>Konfiguration neu laden</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>“%1” runs as its file says.</source>
        <translation>„%1“ läuft, wie es die Datei sagt.</translation>
    </message>
    <message>
        <source>Reload configuration?</source>
        <translation>Konfiguration neu laden?</translation>
    </message>
    <message>
        <source>Reload the configuration of “%1”?</source>
        <translation>Die Konfiguration von „%1“ neu laden?</translation>
    </message>
    <message>
        <source>The file has changed. This is what follows from it:</source>
        <translation>Die Datei hat sich geändert. Das folgt daraus:</translation>
    </message>
    <message>
        <source>The file also gives reason to warn:</source>
        <translation>Die Datei gibt auch Anlass zu Warnungen:</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Added and started</source>
        <translation>Hinzugefügt und gestartet</translation>
    </message>
    <message>
        <source>Stopped and removed</source>
        <translation>Gestoppt und entfernt</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Neu gestartet</translation>
    </message>
    <message>
        <source>Changed in place</source>
        <translation>An Ort und Stelle geändert</translation>
    </message>
    <message>
        <source>1 service is not touched.</source>
        <translation>1 Dienst bleibt unberührt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services are not touched.</source>
        <translation>
            <numerusform>1 Dienst bleibt unberührt.</numerusform>
            <numerusform>%Ln Dienste bleiben unberührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Apply 1 change</source>
        <translation>1 Änderung &amp;anwenden</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %Ln changes</source>
        <translation>
            <numerusform>1 Änderung &amp;anwenden</numerusform>
            <numerusform>%Ln Änderungen &amp;anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>These services depend on each other. An arrow leads to what a service depends on:</source>
        <translation>Diese Dienste hängen voneinander ab. Ein Pfeil führt zu dem, wovon ein Dienst abhängt:</translation>
    </message>
    <message numerus="yes">
        <source>The first of %Ln circles of services that depend on each other. An arrow leads to what a service depends on:</source>
        <translation>
            <numerusform>Der einzige Kreis von Diensten, die voneinander abhängen. Ein Pfeil führt zu dem, wovon ein Dienst abhängt:</numerusform>
            <numerusform>Der erste von %Ln Kreisen von Diensten, die voneinander abhängen. Ein Pfeil führt zu dem, wovon ein Dienst abhängt:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::SavedFilters</name>
    <message>
        <source>&amp;%1 %2</source>
        <extracomment>%1 is a digit, %2 the name of a filter</extracomment>
        <translation>&amp;%1 %2</translation>
    </message>
    <message>
        <source>Sa&amp;ved filters</source>
        <translation>Gespe&amp;icherte Filter</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Save filter…</source>
        <translation>Filter &amp;speichern…</translation>
    </message>
    <message>
        <source>Filters of the services that you gave names</source>
        <translation>Filter der Dienste, denen Sie Namen gegeben haben</translation>
    </message>
    <message>
        <source>Take a name from the list</source>
        <translation>Einen Namen von der Liste nehmen</translation>
    </message>
    <message>
        <source>Show the services that %1 lets through</source>
        <translation>Die Dienste zeigen, die %1 durchlässt</translation>
    </message>
    <message>
        <source>Forget the filter %1</source>
        <translation>Den Filter %1 vergessen</translation>
    </message>
    <message>
        <source>There is no filter to save: type one above the services</source>
        <translation>Es gibt keinen Filter zu speichern: schreiben Sie einen über die Dienste</translation>
    </message>
    <message>
        <source>Keep the filter %1 under a name</source>
        <translation>Den Filter %1 unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter “%1”:</source>
        <translation>Name des Filters „%1“:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>The filter is kept as %1</source>
        <translation>Der Filter ist als %1 gespeichert</translation>
    </message>
    <message>
        <source>The filter was not kept: it needs a name, and no more than %1 are kept.</source>
        <translation>Der Filter wurde nicht gespeichert: er braucht einen Namen, und mehr als %1 werden nicht behalten.</translation>
    </message>
</context>
<context>
    <name>foghorn::ScopeChips</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show the logs of all services</source>
        <translation>Die Protokolle aller Dienste zeigen</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 weglassen</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln services</source>
        <translation>
            <numerusform>Der eine Dienst</numerusform>
            <numerusform>Alle %Ln Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und 1 weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::SelectionActions</name>
    <message>
        <source>&amp;Back</source>
        <translation>Zurüc&amp;k</translation>
    </message>
    <message>
        <source>To the service that was selected before</source>
        <translation>Zu dem Dienst, der vorher ausgewählt war</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>To the service from which you went back</source>
        <translation>Zu dem Dienst, von dem Sie zurückgingen</translation>
    </message>
    <message>
        <source>N&amp;ext problem</source>
        <translation>Näc&amp;hstes Problem</translation>
    </message>
    <message>
        <source>To the next service that needs you, the worst first</source>
        <translation>Zum nächsten Dienst, der Sie braucht, der schlimmste zuerst</translation>
    </message>
    <message>
        <source>P&amp;revious problem</source>
        <translation>Vor&amp;iges Problem</translation>
    </message>
    <message>
        <source>To the service before that needs you</source>
        <translation>Zum vorigen Dienst, der Sie braucht</translation>
    </message>
    <message>
        <source>&amp;Details of service</source>
        <translation>&amp;Einzelheiten des Dienstes</translation>
    </message>
    <message>
        <source>All about the selected service (Enter in a list)</source>
        <translation>Alles über den ausgewählten Dienst (Eingabe in einer Liste)</translation>
    </message>
    <message>
        <source>S&amp;how in graph</source>
        <translation>Im Graphe&amp;n zeigen</translation>
    </message>
    <message>
        <source>The selected service among those it needs (Shift+Enter in a list)</source>
        <translation>Der ausgewählte Dienst unter denen, die er braucht (Umschalt+Eingabe in einer Liste)</translation>
    </message>
    <message>
        <source>No service needs you</source>
        <translation>Kein Dienst braucht Sie</translation>
    </message>
</context>
<context>
    <name>foghorn::ServiceActions</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start the selected services and what they need</source>
        <translation>Die ausgewählten Dienste starten und was sie brauchen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Stop the selected services</source>
        <translation>Die ausgewählten Dienste stoppen</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>Restart the selected services; what needs them stays up</source>
        <translation>Die ausgewählten Dienste neu starten; was sie braucht, läuft weiter</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>Ask the selected services now how they are</source>
        <translation>Die ausgewählten Dienste jetzt fragen, wie es ihnen geht</translation>
    </message>
    <message>
        <source>Busy with %1</source>
        <translation>Beschäftigt mit %1</translation>
    </message>
    <message>
        <source>Restart with &amp;dependents…</source>
        <translation>Mit A&amp;bhängigen neu starten…</translation>
    </message>
    <message>
        <source>Restart the selected services and what needs them, in order</source>
        <translation>Die ausgewählten Dienste und was sie braucht der Reihe nach neu starten</translation>
    </message>
    <message>
        <source>automatic restarts are counted anew</source>
        <translation>automatische Neustarts werden neu gezählt</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>whom a restart will hit, and what else it does</extracomment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Kill all processes of the selected services at once</source>
        <translation>Alle Prozesse der ausgewählten Dienste sofort hart beenden</translation>
    </message>
    <message>
        <source>Count the automatic restarts of the selected services from 0 again</source>
        <translation>Die automatischen Neustarts der ausgewählten Dienste wieder ab 0 zählen</translation>
    </message>
    <message>
        <source>&amp;Force stop…</source>
        <translation>Stoppen e&amp;rzwingen…</translation>
    </message>
    <message>
        <source>Reset failure cou&amp;nt</source>
        <translation>Fehler&amp;zähler zurücksetzen</translation>
    </message>
</context>
<context>
    <name>foghorn::ServiceColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
    <message>
        <source>Uptime over</source>
        <translation>Verfügbarkeit über</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Response as</source>
        <translation>Antwort als</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Average of 100</source>
        <translation>Mittel von 100</translation>
    </message>
    <message>
        <source>95th percentile of 100</source>
        <translation>95. Perzentil von 100</translation>
    </message>
    <message>
        <source>High rows</source>
        <translation>Hohe Zeilen</translation>
    </message>
    <message>
        <source>Show each service on two lines</source>
        <translation>Jeden Dienst auf zwei Zeilen zeigen</translation>
    </message>
</context>
<context>
    <name>foghorn::ServiceFilter</name>
    <message>
        <source>“%1” is no filter; did you mean %2?</source>
        <translation>„%1“ ist kein Filter; meinten Sie %2?</translation>
    </message>
    <message>
        <source>“%1” is no layer; write layer:2, layer:1-3 or layer:&gt;2</source>
        <translation>„%1“ ist keine Ebene; schreiben Sie layer:2, layer:1-3 oder layer:&gt;2</translation>
    </message>
    <message>
        <source>“%1” is no response time; write slow:&gt;200 (milliseconds) or slow:&gt;1.5s</source>
        <translation>„%1“ ist keine Antwortzeit; schreiben Sie slow:&gt;200 (Millisekunden) oder slow:&gt;1.5s</translation>
    </message>
    <message>
        <source>“%1” is no status; there are %2</source>
        <translation>„%1“ ist kein Status; es gibt %2</translation>
    </message>
    <message>
        <source>“%1” is no status; did you mean status:%2?</source>
        <translation>„%1“ ist kein Status; meinten Sie status:%2?</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no; write crit:yes or crit:no</source>
        <translation>„%1“ ist weder ja noch nein; schreiben Sie crit:yes oder crit:no</translation>
    </message>
</context>
<context>
    <name>foghorn::ServicePanel</name>
    <message>
        <source>Filter services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>1 Dienst</numerusform>
            <numerusform>%Ln Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 services</source>
        <translation>%L1 von %L2 Diensten</translation>
    </message>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
    <message>
        <source>The fleet file names none. Add a service to it and reload the fleet.</source>
        <translation>Die Flottendatei nennt keine. Tragen Sie einen Dienst ein und laden Sie die Flotte neu.</translation>
    </message>
    <message>
        <source>No service matches “%1”</source>
        <translation>Kein Dienst passt zu „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services are hidden by the filter.</source>
        <translation>
            <numerusform>1 Dienst ist durch den Filter ausgeblendet.</numerusform>
            <numerusform>%Ln Dienste sind durch den Filter ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: name, label, status:failed, slow:&gt;200 (Ctrl+F)</source>
        <translation>Filter: Name, Merkmal, status:failed, slow:&gt;200 (Strg+F)</translation>
    </message>
    <message>
        <source>Words of name, label or reason, and status:failed  layer:2  tag:edge  slow:&gt;200  crit:yes</source>
        <translation>Wörter aus Name, Merkmal oder Grund und status:failed  layer:2  tag:edge  slow:&gt;200  crit:yes</translation>
    </message>
    <message>
        <source>Order changed – sort now (Ctrl+Shift+S)</source>
        <translation>Reihenfolge geändert – jetzt sortieren (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Rows stay where they are while the pointer is over them</source>
        <translation>Zeilen bleiben, wo sie sind, solange der Zeiger über ihnen ist</translation>
    </message>
    <message>
        <source>Clear &amp;filter (Esc)</source>
        <translation>&amp;Filter aufheben (Esc)</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message>
        <source>1 service is hidden by the filter.</source>
        <translation>1 Dienst ist durch den Filter ausgeblendet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>1 ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 selected – 1 hidden by the filter is not</source>
        <translation>%L1 ausgewählt – 1 vom Filter ausgeblendeter nicht</translation>
    </message>
    <message>
        <source>%L1 selected – %L2 hidden by the filter are not</source>
        <translation>%L1 ausgewählt – %L2 vom Filter ausgeblendete nicht</translation>
    </message>
</context>
<context>
    <name>foghorn::ServiceRow</name>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>response %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>restarts %1</source>
        <translation>Neustarts %1</translation>
    </message>
    <message>
        <source>%1, %2, layer %3, needs %4, needed by %5</source>
        <translation>%1, %2, Ebene %3, braucht %4, gebraucht von %5</translation>
    </message>
    <message>
        <source>no checks yet</source>
        <translation>noch keine Prüfungen</translation>
    </message>
    <message>
        <source>last %1 checks: %2 healthy, %3 degraded, %4 unhealthy</source>
        <translation>letzte %1 Prüfungen: %2 in Ordnung, %3 beeinträchtigt, %4 gestört</translation>
    </message>
    <message>
        <source>checking now</source>
        <translation>wird gerade geprüft</translation>
    </message>
    <message>
        <source>not known now, was %1</source>
        <extracomment>for screen readers, of a service while the connection is away: %1 is &quot;running, healthy&quot;</extracomment>
        <translation>jetzt nicht bekannt, war %1</translation>
    </message>
</context>
<context>
    <name>foghorn::ServiceSettings</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>known only on the machine that runs it</source>
        <translation>nur auf dem Rechner bekannt, auf dem er läuft</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>the one who runs Foghorn</source>
        <translation>der, unter dem Foghorn läuft</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>With the fleet</source>
        <translation>Mit der Flotte</translation>
    </message>
    <message>
        <source>A job that ends</source>
        <translation>Eine Aufgabe, die endet</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Time to get ready</source>
        <translation>Zeit, bereit zu werden</translation>
    </message>
    <message>
        <source>Ready when</source>
        <translation>Bereit, wenn</translation>
    </message>
    <message>
        <source>its check passes</source>
        <translation>seine Prüfung bestanden wird</translation>
    </message>
    <message>
        <source>it says so</source>
        <translation>er es sagt</translation>
    </message>
    <message>
        <source>it is started</source>
        <translation>er gestartet ist</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>HTTP %1, expects %2–%3</source>
        <extracomment>an address that is asked, and which answers are good</extracomment>
        <translation>HTTP %1, erwartet %2–%3</translation>
    </message>
    <message>
        <source>TCP %1</source>
        <translation>TCP %1</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>Führt %1 aus</translation>
    </message>
    <message>
        <source>Whether its process is alive</source>
        <translation>Ob sein Prozess lebt</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Sonde</translation>
    </message>
    <message>
        <source>yes; known only on the machine that runs it</source>
        <translation>ja; nur auf dem Rechner bekannt, auf dem er läuft</translation>
    </message>
    <message>
        <source>Unhealthy after</source>
        <translation>Gestört nach</translation>
    </message>
    <message>
        <source>%1 failures in a row</source>
        <translation>%1 Fehlschlägen nacheinander</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit zu antworten</translation>
    </message>
    <message>
        <source>Not counted for</source>
        <translation>Nicht gezählt für</translation>
    </message>
    <message>
        <source>Healthy after</source>
        <translation>In Ordnung nach</translation>
    </message>
    <message>
        <source>%1 passes in a row</source>
        <translation>%1 Erfolgen nacheinander</translation>
    </message>
    <message>
        <source>Restart when unhealthy</source>
        <translation>Neustart bei Störung</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>every %1, lost after %2</source>
        <translation>alle %1, verloren nach %2</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>when it fails</source>
        <translation>wenn er ausfällt</translation>
    </message>
    <message>
        <source>whenever it ends</source>
        <translation>immer wenn er endet</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Longest wait between</source>
        <translation>Längste Pause dazwischen</translation>
    </message>
    <message>
        <source>Counted anew after</source>
        <translation>Neu gezählt nach</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Time to end</source>
        <translation>Zeit zu enden</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Ports, addresses, tags</source>
        <translation>Ports, Adressen, Merkmale</translation>
    </message>
    <message>
        <source>%1 (chosen by Foghorn)</source>
        <translation>%1 (von Foghorn gewählt)</translation>
    </message>
</context>
<context>
    <name>foghorn::ServiceTableModel</name>
    <message>
        <source>%1 / %2</source>
        <comment>restarts used / allowed</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Last 100 checks</source>
        <comment>column</comment>
        <translation>Letzte 100 Prüfungen</translation>
    </message>
    <message>
        <source>Response</source>
        <comment>column: time of the last answer</comment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Layer</source>
        <comment>column: of the dependency graph</comment>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Restarts</source>
        <comment>column: used / allowed</comment>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column: age of the state</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>column: reason of the state</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <extracomment>of what a service needs; %1 is a number</extracomment>
        <translation>%1 ✓</translation>
    </message>
    <message>
        <source>%1 of %2 ✕</source>
        <translation>%1 von %2 ✕</translation>
    </message>
    <message>
        <source>Registered itself</source>
        <translation>Hat sich selbst angemeldet</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>%1, critical</source>
        <translation>%1, kritisch</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Needs %1, of which %2 are there</source>
        <translation>Braucht %1, davon sind %2 da</translation>
    </message>
    <message>
        <source>Uptime 1 h</source>
        <comment>column</comment>
        <translation>Verfügbar 1 h</translation>
    </message>
    <message>
        <source>Uptime 24 h</source>
        <comment>column</comment>
        <translation>Verfügbar 24 h</translation>
    </message>
    <message>
        <source>Uptime 7 d</source>
        <comment>column</comment>
        <translation>Verfügbar 7 d</translation>
    </message>
    <message>
        <source>Response avg</source>
        <comment>column: average time of the last answers</comment>
        <translation>Antwort Mittel</translation>
    </message>
    <message>
        <source>Response p95</source>
        <comment>column: 95th percentile of answer times</comment>
        <translation>Antwort p95</translation>
    </message>
    <message>
        <source>Needs</source>
        <comment>column: how many services it needs</comment>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Needed by</source>
        <comment>column: how many services need it</comment>
        <translation>Gebraucht von</translation>
    </message>
    <message>
        <source>Last error</source>
        <comment>column</comment>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>CPU</source>
        <comment>column: share of one processor</comment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>column</comment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>PID</source>
        <comment>column: number of the main process</comment>
        <translation>PID</translation>
    </message>
    <message>
        <source>Last check</source>
        <comment>column: time of day</comment>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>Next check</source>
        <comment>column: time of day</comment>
        <translation>Nächste Prüfung</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>column: labels of a service</comment>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>What it does and how it is; sorted, the worst come first</source>
        <translation>Was er tut und wie es ihm geht; sortiert kommen die schlimmsten zuerst</translation>
    </message>
    <message>
        <source>The name in the fleet file; critical services are bold</source>
        <translation>Der Name in der Flottendatei; kritische Dienste sind fett</translation>
    </message>
    <message>
        <source>The last 100 checks, the newest at the end</source>
        <translation>Die letzten 100 Prüfungen, die neueste am Ende</translation>
    </message>
    <message>
        <source>Share of the time in which it was up; planned stops do not count</source>
        <translation>Anteil der Zeit, in der er lief; geplante Stopps zählen nicht</translation>
    </message>
    <message>
        <source>How long its check took to answer: the last one, or the average or 95th percentile of the last 100</source>
        <translation>Wie lange die Antwort auf seine Prüfung dauerte: die letzte oder Mittel oder 95. Perzentil der letzten 100</translation>
    </message>
    <message>
        <source>How far it is from the services that need nothing</source>
        <translation>Wie weit er von den Diensten entfernt ist, die nichts brauchen</translation>
    </message>
    <message>
        <source>How many services it needs, and whether they are there</source>
        <translation>Wie viele Dienste er braucht, und ob sie da sind</translation>
    </message>
    <message>
        <source>How many services need it</source>
        <translation>Wie viele Dienste ihn brauchen</translation>
    </message>
    <message>
        <source>Automatic restarts used and allowed; those by hand do not count</source>
        <translation>Verbrauchte und erlaubte automatische Neustarts; die von Hand zählen nicht</translation>
    </message>
    <message>
        <source>For how long it has been in its state</source>
        <translation>Wie lange er schon in seinem Zustand ist</translation>
    </message>
    <message>
        <source>Why it is in its state</source>
        <translation>Warum er in seinem Zustand ist</translation>
    </message>
    <message>
        <source>What last went wrong in starting or stopping it</source>
        <translation>Was zuletzt beim Starten oder Stoppen schiefging</translation>
    </message>
    <message>
        <source>What its processes use, in percent of one processor</source>
        <translation>Was seine Prozesse brauchen, in Prozent eines Prozessors</translation>
    </message>
    <message>
        <source>What its processes hold in memory</source>
        <translation>Was seine Prozesse im Speicher halten</translation>
    </message>
    <message>
        <source>The number of its main process</source>
        <translation>Die Nummer seines Hauptprozesses</translation>
    </message>
    <message>
        <source>When it was last checked</source>
        <translation>Wann er zuletzt geprüft wurde</translation>
    </message>
    <message>
        <source>When it is checked next</source>
        <translation>Wann er als Nächstes geprüft wird</translation>
    </message>
    <message>
        <source>Its labels in the fleet file</source>
        <translation>Seine Merkmale in der Flottendatei</translation>
    </message>
</context>
<context>
    <name>foghorn::ServiceView</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>foghorn::ShortcutBook</name>
    <message>
        <source>These are no keys for an action.</source>
        <translation>Das sind keine Tasten für eine Aktion.</translation>
    </message>
    <message>
        <source>Letters and other keys alone are for moving and typing. Add Ctrl or Alt, or take a function key.</source>
        <translation>Buchstaben und andere Tasten allein sind zum Bewegen und Schreiben da. Nehmen Sie Strg oder Alt dazu oder eine Funktionstaste.</translation>
    </message>
</context>
<context>
    <name>foghorn::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>In the table of services</source>
        <translation>In der Tabelle der Dienste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Show in the graph</source>
        <translation>Im Graphen zeigen</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
    <message>
        <source>Select all that are shown</source>
        <translation>Alle gezeigten auswählen</translation>
    </message>
    <message>
        <source>In the graph</source>
        <translation>Im Graphen</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>To what it needs, to what needs it</source>
        <translation>Zu dem, was er braucht, zu dem, was ihn braucht</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Neighbours in the layer</source>
        <translation>Nachbarn in der Ebene</translation>
    </message>
    <message>
        <source>+ − 0 F</source>
        <translation>+ − 0 F</translation>
    </message>
    <message>
        <source>Zoom, actual size, fit</source>
        <translation>Vergrößern, wirkliche Größe, einpassen</translation>
    </message>
    <message>
        <source>On the timeline and in charts</source>
        <translation>Auf der Zeitleiste und in Diagrammen</translation>
    </message>
    <message>
        <source>Move the time cursor</source>
        <translation>Die Zeitmarke bewegen</translation>
    </message>
    <message>
        <source>Ctrl+← Ctrl+→</source>
        <translation>Strg+← Strg+→</translation>
    </message>
    <message>
        <source>To the next change</source>
        <translation>Zum nächsten Wechsel</translation>
    </message>
    <message>
        <source>In fields that search</source>
        <translation>In Suchfeldern</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear, then leave</source>
        <translation>Leeren, dann verlassen</translation>
    </message>
</context>
<context>
    <name>foghorn::ShortcutsPage</name>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>&amp;Standard keys</source>
        <translation>&amp;Standardtasten</translation>
    </message>
    <message>
        <source>All to stan&amp;dard</source>
        <translation>Alle auf Stan&amp;dard</translation>
    </message>
    <message>
        <source>&amp;Take them</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Eine Aktion suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <translation>%1 · geändert</translation>
    </message>
    <message>
        <source>&amp;Keys for “%1”:</source>
        <extracomment>%1 is an action</extracomment>
        <translation>&amp;Tasten für „%1“:</translation>
    </message>
    <message>
        <source>No action fits.</source>
        <translation>Keine Aktion passt.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <extracomment>%1 are keys, %2 an action</extracomment>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
</context>
<context>
    <name>foghorn::StatusFilters</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Layer shown</source>
        <translation>Gezeigte Ebene</translation>
    </message>
    <message>
        <source>Show the services of one layer of the dependency graph</source>
        <translation>Die Dienste einer Ebene des Abhängigkeitsgraphen zeigen</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln services</source>
        <translation>
            <numerusform>%1: 1 Dienst</numerusform>
            <numerusform>%1: %Ln Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>Show or hide the services that are in this state</source>
        <translation>Die Dienste in diesem Zustand zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>%1: 1 service</source>
        <translation>%1: 1 Dienst</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved filter %1</source>
        <translation>Gespeicherter Filter %1</translation>
    </message>
    <message>
        <source>Show the services that the filter %1 lets through</source>
        <translation>Die Dienste zeigen, die der Filter %1 durchlässt</translation>
    </message>
</context>
<context>
    <name>foghorn::StatusKind</name>
    <message>
        <source>Failed</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>runs, but no check has said yet how it is</extracomment>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
</context>
<context>
    <name>foghorn::SummaryBar</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 unhealthy or failed</source>
        <translation>%1 gestört oder ausgefallen</translation>
    </message>
    <message>
        <source>%1 degraded</source>
        <translation>%1 beeinträchtigt</translation>
    </message>
    <message>
        <source>%1 starting or stopping</source>
        <translation>%1 im Wechsel</translation>
    </message>
    <message>
        <source>%1 stopped or waiting</source>
        <translation>%1 gestoppt oder wartend</translation>
    </message>
    <message>
        <source>%1 healthy</source>
        <translation>%1 in Ordnung</translation>
    </message>
    <message>
        <source>%1: show only these</source>
        <translation>%1: nur diese zeigen</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>the counts beside it are those of that time of day, not of now</extracomment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 at %2, not known now</source>
        <extracomment>%1 is &quot;2 degraded&quot;</extracomment>
        <translation>%1 um %2, jetzt nicht bekannt</translation>
    </message>
</context>
<context>
    <name>foghorn::SwitchQuestion</name>
    <message>
        <source>Go to %1?</source>
        <translation>Zu %1 wechseln?</translation>
    </message>
    <message>
        <source>This program runs 1 service of “%1”. It can go on without a window, but nobody restarts it or checks it until you come back.</source>
        <translation>Dieses Programm betreibt 1 Dienst von „%1“. Er kann ohne Fenster weiterlaufen, aber niemand startet ihn neu oder prüft ihn, bis Sie wiederkommen.</translation>
    </message>
    <message>
        <source>This program runs %2 services of “%1”. They can go on without a window, but nobody restarts or checks them until you come back.</source>
        <translation>Dieses Programm betreibt %2 Dienste von „%1“. Sie können ohne Fenster weiterlaufen, aber niemand startet sie neu oder prüft sie, bis Sie wiederkommen.</translation>
    </message>
    <message>
        <source>&amp;Leave running and connect</source>
        <translation>&amp;Weiterlaufen lassen und verbinden</translation>
    </message>
    <message>
        <source>&amp;Stop 1 service and connect</source>
        <translation>1 Dienst &amp;stoppen und verbinden</translation>
    </message>
    <message>
        <source>&amp;Stop %L1 services and connect</source>
        <translation>%L1 Dienste &amp;stoppen und verbinden</translation>
    </message>
</context>
<context>
    <name>foghorn::TableActions</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Colum&amp;ns…</source>
        <translation>&amp;Spalten…</translation>
    </message>
    <message>
        <source>Choose what the table of services shows</source>
        <translation>Wählen, was die Tabelle der Dienste zeigt</translation>
    </message>
    <message>
        <source>&amp;Sort now</source>
        <translation>Jet&amp;zt sortieren</translation>
    </message>
    <message>
        <source>Put the services in order although the pointer is over them</source>
        <translation>Die Dienste ordnen, obwohl der Zeiger über ihnen ist</translation>
    </message>
    <message>
        <source>&amp;Export services…</source>
        <translation>Dienste e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Write the services that are shown to a CSV file</source>
        <translation>Die gezeigten Dienste in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Cop&amp;y rows</source>
        <translation>Ze&amp;ilen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text, the columns parted by tabs</source>
        <translation>Die ausgewählten Zeilen als Text kopieren, die Spalten durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Copy dia&amp;gnosis</source>
        <translation>Dia&amp;gnose kopieren</translation>
    </message>
    <message>
        <source>Copy state, cause, last checks and last log lines of the service, for a report</source>
        <translation>Zustand, Ursache, letzte Prüfungen und letzte Protokollzeilen des Dienstes kopieren, für einen Bericht</translation>
    </message>
    <message>
        <source>its log did not come in time</source>
        <translation>sein Protokoll kam nicht rechtzeitig</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows copied</source>
        <translation>
            <numerusform>1 Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Export the services that are shown</source>
        <translation>Die gezeigten Dienste exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Diagnosis of %1 copied; what looks like a secret is left out</source>
        <translation>Diagnose von %1 kopiert; was wie ein Geheimnis aussieht, bleibt weg</translation>
    </message>
</context>
<context>
    <name>foghorn::Timeline</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>average %1, p95 %2</source>
        <translation>Mittel %1, p95 %2</translation>
    </message>
    <message>
        <source>check %1 of %2</source>
        <translation>Prüfung %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln checks passed</source>
        <translation>
            <numerusform>1 Prüfung bestanden</numerusform>
            <numerusform>%Ln Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln checks failed</source>
        <translation>
            <numerusform>%L1 von 1 Prüfung nicht bestanden</numerusform>
            <numerusform>%L1 von %Ln Prüfungen nicht bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from one state to another</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>nothing is known of this time</source>
        <translation>von dieser Zeit ist nichts bekannt</translation>
    </message>
    <message>
        <source>%1 for %2 %</source>
        <translation>%1 zu %2 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln restarts</source>
        <translation>
            <numerusform>1 Neustart</numerusform>
            <numerusform>%Ln Neustarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::TimelinePanel</name>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
    <message>
        <source>What happened at the cursor</source>
        <translation>Was an der Zeitmarke geschah</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● Live</translation>
    </message>
    <message>
        <source>Follow the time (L)</source>
        <translation>Der Zeit folgen (L)</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>L&amp;anes:</source>
        <translation>Sp&amp;uren:</translation>
    </message>
    <message>
        <source>What a row shows</source>
        <translation>Was eine Zeile zeigt</translation>
    </message>
    <message>
        <source>State and health together</source>
        <translation>Zustand und Gesundheit zusammen</translation>
    </message>
    <message>
        <source>State, health and events apart</source>
        <translation>Zustand, Gesundheit und Ereignisse getrennt</translation>
    </message>
    <message>
        <source>S&amp;ort:</source>
        <translation>S&amp;ortierung:</translation>
    </message>
    <message>
        <source>Which rows come first</source>
        <translation>Welche Zeilen zuerst kommen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Already at now</source>
        <translation>Schon in der Gegenwart</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a stretch of time, from %1 to %2</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Point at a moment, or select a service and press ← or →.</source>
        <translation>Auf einen Zeitpunkt zeigen oder einen Dienst auswählen und ← oder → drücken.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Take the filter back, so that all services are shown</source>
        <translation>Den Filter zurücknehmen, sodass alle Dienste zu sehen sind</translation>
    </message>
    <message numerus="yes">
        <source>The filter lets %1 of %Ln services through.</source>
        <extracomment>%Ln services there are, %1 of them are rows</extracomment>
        <translation>
            <numerusform>Der Filter lässt %1 von %Ln Dienst durch.</numerusform>
            <numerusform>Der Filter lässt %1 von %Ln Diensten durch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foghorn::TimelineView</name>
    <message>
        <source>Timeline of the services</source>
        <translation>Zeitleiste der Dienste</translation>
    </message>
    <message>
        <source>its past has not been asked for</source>
        <translation>seine Vergangenheit wurde nicht abgefragt</translation>
    </message>
    <message>
        <source>%1, %2; %3</source>
        <extracomment>for screen readers: %1 is a service, %2 its state, %3 shares of time</extracomment>
        <translation>%1, %2; %3</translation>
    </message>
    <message>
        <source>History begins with the first check</source>
        <translation>Der Verlauf beginnt mit der ersten Prüfung</translation>
    </message>
</context>
<context>
    <name>foghorn::ToolActions</name>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Find a service, an action or a page by typing</source>
        <translation>Einen Dienst, eine Aktion oder eine Seite durch Tippen finden</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Language, appearance, confirmations, keys</source>
        <translation>Sprache, Aussehen, Rückfragen, Tasten</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation>Alle Tasten auf einen Blick</translation>
    </message>
    <message>
        <source>&amp;About Foghorn…</source>
        <translation>&amp;Über Foghorn…</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Preferences: %1</source>
        <extracomment>%1 is a page of the preferences: &quot;Appearance&quot;</extracomment>
        <translation>Einstellungen: %1</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>foghorn::TrayPresence</name>
    <message>
        <source>Desktop &amp;notifications</source>
        <translation>Desktop-Be&amp;nachrichtigungen</translation>
    </message>
    <message>
        <source>Tell of failures while this window is not in front</source>
        <translation>Von Ausfällen melden, während dieses Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>&amp;Pause notifications for 1 hour</source>
        <translation>Benachrichtigungen für 1 Stunde &amp;anhalten</translation>
    </message>
    <message>
        <source>Closing the window hides it there, and services go on being watched</source>
        <translation>Schließen verbirgt das Fenster dort, und die Dienste werden weiter überwacht</translation>
    </message>
    <message>
        <source>This desktop has no system tray</source>
        <translation>Dieser Schreibtisch hat kein Benachrichtigungsfeld</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Open Foghorn</source>
        <translation>Foghorn &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Restart…</source>
        <translation>&amp;Neu starten…</translation>
    </message>
    <message>
        <source>Muted for 1 hour</source>
        <translation>Für 1 Stunde stummgeschaltet</translation>
    </message>
    <message>
        <source>%1: not all went well</source>
        <translation>%1: nicht alles ging gut</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: fertig</translation>
    </message>
    <message>
        <source>Icon in the system &amp;tray</source>
        <translation>Symbol im &amp;Benachrichtigungsfeld</translation>
    </message>
</context>
<context>
    <name>foghorn::TrayWords</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>%L1 of %L2 running</source>
        <extracomment>%1 services of %2</extracomment>
        <translation>%L1 von %L2 laufen</translation>
    </message>
    <message>
        <source>Foghorn — %1 — %2</source>
        <extracomment>%1 is the name of a fleet, %2 &quot;2 need attention&quot;</extracomment>
        <translation>Foghorn — %1 — %2</translation>
    </message>
</context>
<context>
    <name>foghorn::UptimeChart</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
</context>
<context>
    <name>foghorn::UserSettings</name>
    <message>
        <source>it cannot be understood</source>
        <translation>sie ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>sie ist nicht zu lesen</translation>
    </message>
    <message>
        <source>a later version of Foghorn wrote it</source>
        <translation>eine spätere Version von Foghorn hat sie geschrieben</translation>
    </message>
    <message>
        <source>Your settings were set aside as %1: %2. Foghorn begins with its own.</source>
        <translation>Die Datei Ihrer Einstellungen wurde als %1 beiseitegelegt: %2. Foghorn beginnt mit den eigenen.</translation>
    </message>
    <message>
        <source>Your settings in %1 are not used: %2.</source>
        <translation>Die Datei Ihrer Einstellungen %1 wird nicht benutzt: %2.</translation>
    </message>
</context>
<context>
    <name>foghorn::ValueModel</name>
    <message>
        <source>%1, %2: average %3 ms, p95 %4 ms, %5 checks, %6 failed</source>
        <extracomment>%1 a time, %2 a service, %3 and %4 milliseconds, %5 and %6 numbers of checks</extracomment>
        <translation>%1, %2: Mittel %3 ms, p95 %4 ms, %5 Prüfungen, %6 nicht bestanden</translation>
    </message>
    <message>
        <source> (time-out)</source>
        <comment>after a number of failed checks</comment>
        <translation> (Zeitüberschreitung)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Average (ms)</source>
        <translation>Mittel (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
</context>
<context>
    <name>foghorn::ValueTable</name>
    <message>
        <source>Values of the charts</source>
        <translation>Werte der Diagramme</translation>
    </message>
</context>
<context>
    <name>foghorn::Verb</name>
    <message>
        <source>%1 is already starting</source>
        <translation>%1 startet schon</translation>
    </message>
    <message>
        <source>%1 is already running</source>
        <translation>%1 läuft schon</translation>
    </message>
    <message>
        <source>%1 starts again by itself soon; Restart does it now</source>
        <translation>%1 startet bald von selbst neu; „Neu starten“ tut es jetzt</translation>
    </message>
    <message>
        <source>%1 is not running</source>
        <translation>%1 läuft nicht</translation>
    </message>
    <message>
        <source>%1 is already stopping</source>
        <translation>%1 wird schon gestoppt</translation>
    </message>
    <message>
        <source>%1 has no health check</source>
        <translation>%1 hat keine Prüfung</translation>
    </message>
    <message>
        <source>%1 was not started by Foghorn</source>
        <translation>%1 wurde nicht von Foghorn gestartet</translation>
    </message>
    <message>
        <source>Select a service first</source>
        <translation>Zuerst einen Dienst auswählen</translation>
    </message>
    <message>
        <source>Starting %1…</source>
        <translation>%1 wird gestartet…</translation>
    </message>
    <message>
        <source>Stopping %1…</source>
        <translation>%1 wird gestoppt…</translation>
    </message>
    <message>
        <source>Restarting %1…</source>
        <translation>%1 wird neu gestartet…</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services are running</source>
        <translation>
            <numerusform>1 Dienst läuft</numerusform>
            <numerusform>%Ln Dienste laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services have stopped</source>
        <translation>
            <numerusform>1 Dienst ist gestoppt</numerusform>
            <numerusform>%Ln Dienste sind gestoppt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln services are running again</source>
        <translation>
            <numerusform>1 Dienst läuft wieder</numerusform>
            <numerusform>%Ln Dienste laufen wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>%1 has stopped</source>
        <translation>%1 ist gestoppt</translation>
    </message>
    <message>
        <source>%1 is running again</source>
        <translation>%1 läuft wieder</translation>
    </message>
    <message>
        <source>%1 has been asked to end; it can be killed in %2</source>
        <translation>%1 soll enden und darf erst in %2 hart beendet werden</translation>
    </message>
    <message>
        <source>%1 has used no automatic restarts</source>
        <translation>%1 hat keine automatischen Neustarts verbraucht</translation>
    </message>
    <message>
        <source>Killing %1…</source>
        <translation>%1 wird hart beendet…</translation>
    </message>
    <message numerus="yes">
        <source>The automatic restarts of %Ln services are counted from 0 again</source>
        <translation>
            <numerusform>Die automatischen Neustarts von 1 Dienst werden wieder ab 0 gezählt</numerusform>
            <numerusform>Die automatischen Neustarts von %Ln Diensten werden wieder ab 0 gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>The automatic restarts of %1 are counted from 0 again</source>
        <translation>Die automatischen Neustarts von %1 werden wieder ab 0 gezählt</translation>
    </message>
</context>
<context>
    <name>foghorn::ViewActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change of filter, columns, layout or alerts</source>
        <translation>Die letzte Änderung von Filter, Spalten, Anordnung oder Alarmen zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Noch einmal tun, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation>Allen Text größer machen</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation>Allen Text kleiner machen</translation>
    </message>
    <message>
        <source>Te&amp;xt as usual</source>
        <translation>Te&amp;xt wie üblich</translation>
    </message>
    <message>
        <source>Text in the size of the desktop</source>
        <translation>Text in der Größe des Schreibtischs</translation>
    </message>
    <message>
        <source>To the list of pages, the page, the details, what is below, in turn</source>
        <translation>Der Reihe nach zur Liste der Seiten, zur Seite, zu den Einzelheiten und nach unten</translation>
    </message>
    <message>
        <source>Pre&amp;vious area</source>
        <translation>Voriger &amp;Bereich</translation>
    </message>
    <message>
        <source>The same the other way round</source>
        <translation>Dasselbe andersherum</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>The window on the whole screen, or back</source>
        <translation>Das Fenster auf dem ganzen Bildschirm oder zurück</translation>
    </message>
    <message>
        <source>Reset la&amp;yout</source>
        <translation>An&amp;ordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Put docks and columns where they were at first; can be undone</source>
        <translation>Felder und Spalten dorthin setzen, wo sie am Anfang waren; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Text at %1 %</source>
        <translation>Text mit %1 %</translation>
    </message>
    <message>
        <source>Ne&amp;xt area</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>Close &amp;window</source>
        <translation>&amp;Fenster schließen</translation>
    </message>
    <message>
        <source>Close this window; with the icon in the tray it can be had back there</source>
        <translation>Dieses Fenster schließen; mit dem Symbol im Benachrichtigungsfeld kommt es dort zurück</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
</context>
<context>
    <name>foghorn::WindowUndo</name>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>mark as seen</source>
        <translation>Als gesehen markieren</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>Stummschalten</translation>
    </message>
</context>
<context>
    <name>foghorn::Wording</name>
    <message>
        <source>Should be running</source>
        <translation>Sollte laufen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Checks failing</source>
        <translation>Prüfungen misslingen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Restarting soon</source>
        <translation>Neustart folgt</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Running · %1</source>
        <extracomment>%1 is what its checks say: Healthy, Degraded, Unhealthy, Not checked yet</extracomment>
        <translation>Läuft · %1</translation>
    </message>
    <message>
        <source>Stopped · should be running</source>
        <translation>Gestoppt · sollte laufen</translation>
    </message>
    <message>
        <source>Starting · checks failing</source>
        <translation>Startet · Prüfungen misslingen</translation>
    </message>
    <message>
        <source>Starting · first check passed</source>
        <translation>Startet · erste Prüfung bestanden</translation>
    </message>
    <message>
        <source>Starting… %1</source>
        <translation>Startet… %1</translation>
    </message>
    <message>
        <source>Stopping… %1 of %2</source>
        <translation>Wird gestoppt… %1 von %2</translation>
    </message>
    <message>
        <source>Running · Degraded (%1 of %2 failures)</source>
        <translation>Läuft · Beeinträchtigt (%1 von %2 Fehlschlägen)</translation>
    </message>
    <message>
        <source>Failed to start</source>
        <translation>Start misslungen</translation>
    </message>
    <message>
        <source>Failed · %1 of %2 restarts used</source>
        <translation>Ausgefallen · %1 von %2 Neustarts verbraucht</translation>
    </message>
    <message>
        <source>exit %1</source>
        <extracomment>%1 is an exit code</extracomment>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>%1, core dumped</source>
        <translation>%1, Speicherabzug geschrieben</translation>
    </message>
    <message>
        <source>could not be started</source>
        <translation>konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>exit code not known</source>
        <translation>Exit-Code nicht bekannt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>the end of a list: %1 is &quot;a, b&quot;, %2 is &quot;c&quot;</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und 1 weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting until %1 has settled</source>
        <translation>Wartet, bis %1 zur Ruhe gekommen ist</translation>
    </message>
    <message>
        <source>Waiting for %1 to become healthy</source>
        <translation>Wartet, bis %1 in Ordnung ist</translation>
    </message>
    <message>
        <source>Waiting for %1 to complete</source>
        <translation>Wartet, bis %1 fertig ist</translation>
    </message>
    <message>
        <source>Waiting for %1 to start</source>
        <translation>Wartet, bis %1 gestartet ist</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Waiting until it is ready</source>
        <translation>Wartet, bis er bereit ist</translation>
    </message>
    <message>
        <source>Waiting for its first good check; so far: %1</source>
        <translation>Wartet auf die erste bestandene Prüfung; bisher: %1</translation>
    </message>
    <message>
        <source>Waiting for its first good check</source>
        <translation>Wartet auf die erste bestandene Prüfung</translation>
    </message>
    <message>
        <source>Its work is done (%1)</source>
        <translation>Seine Arbeit ist getan (%1)</translation>
    </message>
    <message>
        <source>Its work is done</source>
        <translation>Seine Arbeit ist getan</translation>
    </message>
    <message>
        <source>Checks failed in a row: %1</source>
        <translation>Prüfungen nacheinander nicht bestanden: %1</translation>
    </message>
    <message>
        <source>Recovering: its checks pass again</source>
        <translation>Erholt sich: Die Prüfungen werden wieder bestanden</translation>
    </message>
    <message>
        <source>%1 of %2 failures: %3</source>
        <translation>%1 von %2 Fehlschlägen: %3</translation>
    </message>
    <message>
        <source>check failed</source>
        <translation>Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>Needs %1, not available now</source>
        <translation>Braucht %1, jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>Found running and taken over; its checks pass</source>
        <translation>Laufend gefunden und übernommen; seine Prüfungen werden bestanden</translation>
    </message>
    <message>
        <source>Its checks pass</source>
        <translation>Seine Prüfungen werden bestanden</translation>
    </message>
    <message>
        <source>Its first check is still to come</source>
        <translation>Seine erste Prüfung steht noch aus</translation>
    </message>
    <message>
        <source>It runs; no check is set up</source>
        <translation>Er läuft; keine Prüfung ist eingerichtet</translation>
    </message>
    <message>
        <source>Still there: %1</source>
        <translation>Noch da: %1</translation>
    </message>
    <message>
        <source>%1 %2, since %3</source>
        <translation>%1 %2, seit %3</translation>
    </message>
    <message>
        <source>Somebody asked for it</source>
        <translation>Jemand wollte es so</translation>
    </message>
    <message>
        <source>It is being restarted</source>
        <translation>Er wird neu gestartet</translation>
    </message>
    <message>
        <source>The fleet is shut down</source>
        <translation>Die Flotte wird heruntergefahren</translation>
    </message>
    <message>
        <source>The fleet file changed</source>
        <translation>Die Flottendatei hat sich geändert</translation>
    </message>
    <message>
        <source>A service that it needs is no longer available</source>
        <translation>Ein Dienst, den er braucht, ist nicht mehr verfügbar</translation>
    </message>
    <message>
        <source>Its checks failed; it will be restarted</source>
        <translation>Seine Prüfungen misslangen; er wird neu gestartet</translation>
    </message>
    <message>
        <source>Its heartbeat did not come in time</source>
        <translation>Sein Lebenszeichen kam nicht rechtzeitig</translation>
    </message>
    <message>
        <source>It did not get ready in time</source>
        <translation>Er wurde nicht rechtzeitig bereit</translation>
    </message>
    <message>
        <source>Its main process ended; the rest is being cleared</source>
        <translation>Sein Hauptprozess endete; der Rest wird aufgeräumt</translation>
    </message>
    <message>
        <source>It is being ended</source>
        <translation>Er wird beendet</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Noch nicht gestartet</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>Auf Wunsch gestoppt</translation>
    </message>
    <message>
        <source>Being restarted: it comes up again in its turn</source>
        <translation>Wird neu gestartet: Er kommt wieder hoch, wenn er an der Reihe ist</translation>
    </message>
    <message>
        <source>The fleet was shut down</source>
        <translation>Die Flotte wurde heruntergefahren</translation>
    </message>
    <message>
        <source>A service that it needs is not available</source>
        <translation>Ein Dienst, den er braucht, ist nicht verfügbar</translation>
    </message>
    <message>
        <source>Ended by itself (%1)</source>
        <translation>Von selbst beendet (%1)</translation>
    </message>
    <message>
        <source>Ended by itself</source>
        <translation>Von selbst beendet</translation>
    </message>
    <message>
        <source>Its checks failed</source>
        <translation>Seine Prüfungen misslangen</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Restarting after %1</source>
        <translation>Neustart nach %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Restarting soon (%1)</source>
        <translation>Neustart folgt (%1)</translation>
    </message>
    <message>
        <source>Restarting after %1 (%2)</source>
        <translation>Neustart nach %1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2 restarts used</source>
        <translation>%1 von %2 Neustarts verbraucht</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Not ready within %1</source>
        <translation>Nicht bereit innerhalb von %1</translation>
    </message>
    <message>
        <source>It ended and is not restarted</source>
        <translation>Er endete und wird nicht neu gestartet</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a number in percent</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>foghorn::WorstAlert</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1 — %2, since %3.</source>
        <extracomment>%1 is a service, %2 what is wrong with it, %3 a time of day</extracomment>
        <translation>%1 — %2, seit %3.</translation>
    </message>
    <message>
        <source>%1 Affected: %2.</source>
        <extracomment>%1 is a sentence, %2 are services</extracomment>
        <translation>%1 Betroffen: %2.</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>Neu starten…</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Show the alerts</source>
        <translation>Die Alarme zeigen</translation>
    </message>
    <message>
        <source>%1, since %2.</source>
        <extracomment>%1 says what is wrong with a service, %2 is a time of day</extracomment>
        <translation>%1, seit %2.</translation>
    </message>
</context>
</TS>
