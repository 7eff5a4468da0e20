<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>%n alerts</source>
        <translation>
            <numerusform>1 Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
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
        <source>%1 of %n checks failed</source>
        <translation>
            <numerusform>%1 von 1 Prüfung nicht bestanden</numerusform>
            <numerusform>%1 von %n Prüfungen nicht bestanden</numerusform>
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
        <source>Compare with another service, %n at most</source>
        <translation>
            <numerusform>Mit einem anderen Dienst vergleichen, höchstens einem</numerusform>
            <numerusform>Mit einem anderen Dienst vergleichen, höchstens %n</numerusform>
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
    <name>foghorn::ConnectionPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Einzelheiten &amp;kopieren</translation>
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
        <source>Connection to %1 lost at %2. Trying again in %3.</source>
        <translation>Die Verbindung zu %1 ging um %2 verloren. Nächster Versuch in %3.</translation>
    </message>
    <message>
        <source>Connection to %1 lost at %2. Trying again…</source>
        <translation>Die Verbindung zu %1 ging um %2 verloren. Neuer Versuch…</translation>
    </message>
    <message>
        <source>%1 Showing the state of %2.</source>
        <extracomment>%1 is one of the sentences about a lost connection</extracomment>
        <translation>%1 Gezeigt wird der Stand von %2.</translation>
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
</context>
<context>
    <name>foghorn::ConsequenceDialog</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 stoppen?</translation>
    </message>
    <message>
        <source>On “%1”. No other running service needs what is stopped.</source>
        <translation>Auf „%1“. Kein anderer laufender Dienst braucht, was gestoppt wird.</translation>
    </message>
    <message>
        <source>On “%1”. Stopping %2 also affects 1 service:</source>
        <translation>Auf „%1“. Wird %2 gestoppt, betrifft das 1 weiteren Dienst:</translation>
    </message>
    <message>
        <source>On “%1”. Stopping %2 also affects %3 services:</source>
        <translation>Auf „%1“. Wird %2 gestoppt, betrifft das %3 weitere Dienste:</translation>
    </message>
    <message>
        <source>A critical service is among those that stop.</source>
        <translation>Unter denen, die gestoppt werden, ist ein kritischer Dienst.</translation>
    </message>
    <message>
        <source>needs it → will be stopped first</source>
        <translation>braucht ihn → wird zuerst gestoppt</translation>
    </message>
    <message>
        <source>optional → keeps running, degraded</source>
        <translation>optional → läuft beeinträchtigt weiter</translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Stop %1 services</source>
        <translation>%1 Dienste &amp;stoppen</translation>
    </message>
    <message>
        <source>Stop all services?</source>
        <translation>Alle Dienste stoppen?</translation>
    </message>
    <message>
        <source>On “%1”. Every service is stopped, those that others need last; the fleet stays loaded.</source>
        <translation>Auf „%1“. Jeder Dienst wird gestoppt, zuletzt die, die andere brauchen; die Flotte bleibt geladen.</translation>
    </message>
    <message>
        <source>&amp;Stop 1 service</source>
        <translation>1 Dienst &amp;stoppen</translation>
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
        <source>&amp;Stop %1 services and quit</source>
        <translation>%1 Dienste &amp;stoppen und beenden</translation>
    </message>
    <message>
        <source>&amp;Leave services running</source>
        <translation>Dienste &amp;weiterlaufen lassen</translation>
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
</context>
<context>
    <name>foghorn::DetailPanel</name>
    <message>
        <source>Select a service to see why it is in its state, what it needs and what needs it.</source>
        <translation>Einen Dienst auswählen, um zu sehen, warum er in seinem Zustand ist, was er braucht und was ihn braucht.</translation>
    </message>
    <message>
        <source>Details of the selected service</source>
        <translation>Einzelheiten des ausgewählten Dienstes</translation>
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
        <source>Since %1 (%2)</source>
        <translation>Seit %1 (%2)</translation>
    </message>
    <message>
        <source>Last check %1: %2</source>
        <translation>Letzte Prüfung %1: %2</translation>
    </message>
    <message>
        <source>Automatic restarts: %1 of %2</source>
        <translation>Automatische Neustarts: %1 von %2</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>Layer %1, critical</source>
        <translation>Ebene %1, kritisch</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>Go to %1, %2</source>
        <translation>Zu %1 gehen, %2</translation>
    </message>
</context>
<context>
    <name>foghorn::FleetSummary</name>
    <message>
        <source>No services</source>
        <translation>Keine Dienste</translation>
    </message>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>1 ausgefallen</numerusform>
            <numerusform>%n ausgefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 needs attention</source>
        <translation>1 braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>1 braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n running</source>
        <translation>
            <numerusform>1 läuft</numerusform>
            <numerusform>Alle %n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n stopped</source>
        <translation>
            <numerusform>1 gestoppt</numerusform>
            <numerusform>Alle %n gestoppt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%1 von %2 laufen</translation>
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
</context>
<context>
    <name>foghorn::GraphPanel</name>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Actual size (0)</source>
        <translation>Wirkliche Größe (0)</translation>
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
</context>
<context>
    <name>foghorn::GraphScene</name>
    <message>
        <source>Layer %1 · %2</source>
        <extracomment>heading of a column: %1 is the number of the layer, %2 how many services are in it</extracomment>
        <translation>Ebene %1 · %2</translation>
    </message>
</context>
<context>
    <name>foghorn::GraphView</name>
    <message>
        <source>Dependency graph</source>
        <translation>Abhängigkeitsgraph</translation>
    </message>
    <message>
        <source>Left: what a service needs. Right: what needs it. Up and down: its layer.</source>
        <translation>Links: was ein Dienst braucht. Rechts: was ihn braucht. Auf und ab: seine Ebene.</translation>
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
    <name>foghorn::LatencyChart</name>
    <message>
        <source>Response times</source>
        <translation>Antwortzeiten</translation>
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
        <source>Write the lines that are shown to a text file (Ctrl+E)</source>
        <translation>Die gezeigten Zeilen in eine Textdatei schreiben (Strg+E)</translation>
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
        <source>Older lines of %n services are in their files</source>
        <translation>
            <numerusform>Ältere Zeilen von 1 Dienst sind in seiner Datei</numerusform>
            <numerusform>Ältere Zeilen von %n Diensten sind in ihren Dateien</numerusform>
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
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>1 gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
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
        <source>%n logs cannot be read. %1</source>
        <translation>
            <numerusform>1 Protokoll kann nicht gelesen werden. %1</numerusform>
            <numerusform>%n Protokolle können nicht gelesen werden. %1</numerusform>
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
        <source>These %n services have written nothing yet</source>
        <translation>
            <numerusform>Dieser Dienst hat noch nichts geschrieben</numerusform>
            <numerusform>Diese %n Dienste haben noch nichts geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n lines wait</source>
        <translation>
            <numerusform>Angehalten: 1 Zeile wartet</numerusform>
            <numerusform>Angehalten: %n Zeilen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new lines below (End)</source>
        <translation>
            <numerusform>1 neue Zeile weiter unten (Ende)</numerusform>
            <numerusform>%n neue Zeilen weiter unten (Ende)</numerusform>
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
        <source>%n lines written to %1</source>
        <translation>
            <numerusform>1 Zeile nach %1 geschrieben</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben</numerusform>
        </translation>
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
        <translation>Dia&amp;gramme</translation>
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
        <extracomment>window title: %1 is the fleet, %2 the worst news</extracomment>
        <translation>Foghorn — %1 — %2</translation>
    </message>
    <message>
        <source>not connected</source>
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
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Schreibtisch</translation>
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
</context>
<context>
    <name>foghorn::Operations</name>
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
        <source>%1 (%2)</source>
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
        <source>%1 checks passed</source>
        <translation>%1 Prüfungen bestanden</translation>
    </message>
    <message>
        <source>Starting all services…</source>
        <translation>Alle Dienste werden gestartet…</translation>
    </message>
    <message>
        <source>All services were started</source>
        <translation>Alle Dienste wurden gestartet</translation>
    </message>
    <message>
        <source>Stopping all services…</source>
        <translation>Alle Dienste werden gestoppt…</translation>
    </message>
    <message>
        <source>All services have stopped</source>
        <translation>Alle Dienste sind gestoppt</translation>
    </message>
    <message>
        <source>Stopping all services, then quitting…</source>
        <translation>Alle Dienste werden gestoppt, dann wird beendet…</translation>
    </message>
    <message>
        <source>That did not work. The log of the service may say why.</source>
        <translation>Das hat nicht geklappt. Vielleicht sagt das Protokoll des Dienstes, warum.</translation>
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
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, 1 wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
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
        <source>All %n services</source>
        <translation>
            <numerusform>Der eine Dienst</numerusform>
            <numerusform>Alle %n Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und 1 weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
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
        <source>Start &amp;all</source>
        <translation>&amp;Alle starten</translation>
    </message>
    <message>
        <source>Start all services in order</source>
        <translation>Alle Dienste der Reihe nach starten</translation>
    </message>
    <message>
        <source>Sto&amp;p all…</source>
        <translation>Alle sto&amp;ppen…</translation>
    </message>
    <message>
        <source>Stop all services in reverse order</source>
        <translation>Alle Dienste in umgekehrter Reihenfolge stoppen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what an action does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Busy with %1</source>
        <translation>Beschäftigt mit %1</translation>
    </message>
    <message>
        <source>Busy with all services</source>
        <translation>Beschäftigt mit allen Diensten</translation>
    </message>
    <message>
        <source>All services are started already</source>
        <translation>Alle Dienste sind schon gestartet</translation>
    </message>
    <message>
        <source>No service is running</source>
        <translation>Kein Dienst läuft</translation>
    </message>
</context>
<context>
    <name>foghorn::ServicePanel</name>
    <message>
        <source>Filter by name, state or label (Ctrl+F)</source>
        <translation>Nach Name, Zustand oder Merkmal filtern (Strg+F)</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message>
        <source>Order changed – sort now</source>
        <translation>Reihenfolge geändert – jetzt sortieren</translation>
    </message>
    <message>
        <source>Clear &amp;filter</source>
        <translation>&amp;Filter aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>1 Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 services</source>
        <translation>%1 von %2 Diensten</translation>
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
        <source>%n services are hidden by the filter.</source>
        <translation>
            <numerusform>1 Dienst ist durch den Filter ausgeblendet.</numerusform>
            <numerusform>%n Dienste sind durch den Filter ausgeblendet.</numerusform>
        </translation>
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
</context>
<context>
    <name>foghorn::ServiceView</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>foghorn::SummaryBar</name>
    <message>
        <source>Fleet: %1</source>
        <translation>Flotte: %1</translation>
    </message>
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
        <source>%n checks passed</source>
        <translation>
            <numerusform>1 Prüfung bestanden</numerusform>
            <numerusform>%n Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n checks failed</source>
        <translation>
            <numerusform>%1 von 1 Prüfung nicht bestanden</numerusform>
            <numerusform>%1 von %n Prüfungen nicht bestanden</numerusform>
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
        <source>%n restarts</source>
        <translation>
            <numerusform>1 Neustart</numerusform>
            <numerusform>%n Neustarts</numerusform>
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
    <name>foghorn::UptimeChart</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
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
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
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
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und 1 weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
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
        <source>Processes still there after the time allowed: %1</source>
        <translation>Nach der erlaubten Zeit noch vorhandene Prozesse: %1</translation>
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
</context>
</TS>
