#include "tests/core/fleetfile/fleetfiles.h"

#include <QTest>

using namespace foghorn;

namespace {

// Faulty files with what is said of them, one line for each fault.
// clang-format off
void addRows()
{
    const auto row = [](const char *name, const char *text, const char *faults) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(faults);
    };
    row("unknown top-level key",
        "service:\n"
        "  web: {command: [web]}\n",
        "f.yaml:1:1: unknown key 'service'; did you mean 'services'?\n"
        "f.yaml:1:1: there is no 'services'; a fleet file has at least 'services: {NAME: {command: [PROGRAM]}}'");
    row("unknown service key",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    dependson: [dao]\n",
        "f.yaml:4:5: unknown key 'dependson'; did you mean 'depends_on'?");
    row("unknown key far from all",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {process: true, zzzzzzzz: 1}\n",
        "f.yaml:4:29: unknown key 'zzzzzzzz'; known here: http, tcp, exec, process, expect, start_period, interval, timeout, failure_threshold, recovery_threshold, auto_recovery");
    row("unknown key in restart",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    restart: {polcy: always}\n",
        "f.yaml:4:15: unknown key 'polcy'; did you mean 'policy'?");
    row("unknown key in an edge",
        "services:\n"
        "  dao: {command: [d]}\n"
        "  web: {command: [w], depends_on: {dao: {require: false}}}\n",
        "f.yaml:3:42: unknown key 'require'; did you mean 'required'?");
    row("merge key",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    <<: {user: nobody}\n",
        "f.yaml:4:5: unknown key '<<'; merge keys are not read; use 'defaults'");
    row("duplicate key",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    user: a\n"
        "    user: b\n",
        "f.yaml:5:5: duplicate key 'user'; it is already at line 4");
    row("duplicate service",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "  dao: {command: [d]}\n"
        "  web: {command: [w]}\n",
        "f.yaml:5:3: duplicate key 'web'; it is already at line 2");
    row("duplicate key in flow",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    labels: {a: 1, b: 2, a: 3}\n",
        "f.yaml:4:26: duplicate key 'a'; it is already at line 4");
    row("map as key",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    labels: {{a: b}: c}\n",
        "f.yaml:4:14: a key must be a word; quote text that begins with '{', such as \"${NAME}\"");
    row("command as a map",
        "services: {web: {command: {run: web}}}\n",
        "f.yaml:1:27: 'command' must be a list or a line for the shell, not a map; for example command: [program, --option]");
    row("command empty",
        "services: {web: {command: []}}\n",
        "f.yaml:1:27: 'command' is empty; for example command: [program, --option]");
    row("command empty text",
        "services: {web: {command: \"\"}}\n",
        "f.yaml:1:27: 'command' is empty; for example command: [program, --option]");
    row("command null",
        "services:\n"
        "  web:\n"
        "    command:\n"
        "    user: nobody\n",
        "f.yaml:3:5: 'command' must be a list or a line for the shell, not empty; for example command: [program, --option]");
    row("command with a list inside",
        "services: {web: {command: [web, [a]]}}\n",
        "f.yaml:1:33: an item of 'command' must be text, not a list; for example command: [some text]");
    row("no command",
        "services: {web: {user: nobody}}\n",
        "f.yaml:1:12: service 'web' has no command; for example command: [program, --option]");
    row("service is text",
        "services: {web: run}\n",
        "f.yaml:1:17: 'web' must be a map, not 'run'; for example web: {command: [program]}");
    row("services is a list",
        "services: [web]\n",
        "f.yaml:1:11: 'services' must be a map, not a list; for example services: {web: {command: [program]}}");
    row("services missing",
        "fleet: x\n",
        "f.yaml:1:1: there is no 'services'; a fleet file has at least 'services: {NAME: {command: [PROGRAM]}}'");
    row("bad service name",
        "services: {Web_: {command: [web]}}\n",
        "f.yaml:1:12: 'Web_' cannot name a service; lower-case letters, digits, '_', '.' and '-', beginning and ending with a letter or digit, at most 63");
    row("bad fleet name",
        "fleet: a/b\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:8: 'a/b' cannot name a fleet; letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 63");
    row("boolean as text",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    critical: yes\n",
        "f.yaml:4:15: 'critical' must be true or false, not 'yes'; for example critical: true");
    row("boolean as list",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    autostart: [true]\n",
        "f.yaml:4:16: 'autostart' must be true or false, not a list; for example autostart: true");
    row("bad duration",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    stop_timeout: soon\n",
        "f.yaml:4:19: 'stop_timeout' must be a duration, not 'soon'; for example stop_timeout: 30s");
    row("negative duration",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    stop_timeout: -5s\n",
        "f.yaml:4:19: 'stop_timeout' must be a duration, not '-5s'; for example stop_timeout: 30s");
    row("duration as list",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    stop_timeout: [5s]\n",
        "f.yaml:4:19: 'stop_timeout' must be a duration, not a list; for example stop_timeout: 30s");
    row("interval of 0",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {process: true, interval: 0}\n",
        "f.yaml:4:39: 'interval' must be longer than 0; for example interval: 30s");
    row("start timeout of 0",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    start_timeout: 0s\n",
        "f.yaml:4:20: 'start_timeout' must be longer than 0; for example start_timeout: 30s");
    row("bad size",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    limits: {memory: 12Q}\n",
        "f.yaml:4:22: 'memory' must be a size, not '12Q'; for example memory: 512M");
    row("limit below 1",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    limits: {nofile: 0}\n",
        "f.yaml:4:22: 'nofile' must be a whole number from 1 to 1000000000, not '0'; for example nofile: 3");
    row("no such capability",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    capabilities: [CAP_NET_BIND_SERVICE, fly]\n",
        "f.yaml:4:19: 'fly' is no capability; for example capabilities: [NET_BIND_SERVICE]; see capabilities(7)");
    row("log too small",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    logs: {max_size: 10, keep: -1}\n",
        "f.yaml:4:22: 'max_size' must be at least 1K; for example max_size: 10M\n"
        "f.yaml:4:32: 'keep' must be a whole number from 0 to 1000, not '-1'; for example keep: 3");
    row("two probes",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {process: true, http: \"http://127.0.0.1/\"}\n",
        "f.yaml:4:23: more than one probe in 'health'; keep one of http, tcp, exec and process");
    row("threshold of 0",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {process: true, failure_threshold: 0}\n",
        "f.yaml:4:48: 'failure_threshold' must be a whole number from 1 to 1000, not '0'; for example failure_threshold: 3");
    row("bad probe URL",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {http: \"127.0.0.1:80/health\"}\n",
        "f.yaml:4:20: '127.0.0.1:80/health' is no http or https URL; for example http: \"http://127.0.0.1:8080/health\"");
    row("bad probe address",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {tcp: \"127.0.0.1\"}\n",
        "f.yaml:4:19: '127.0.0.1' is no host:port; for example tcp: 127.0.0.1:5432");
    row("bad status",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {http: \"http://127.0.0.1/\", expect: {status: 299-200}}\n",
        "f.yaml:4:58: 'status' must be a status or a range of them, not '299-200'; for example status: 200-299");
    row("nested json",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    health: {http: \"http://127.0.0.1/\", expect: {json: {a: {b: c}}}}\n",
        "f.yaml:4:60: 'a' must be text, not a map; for example a: some text");
    row("bad restart policy",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    restart: {policy: on_failure}\n",
        "f.yaml:4:23: 'policy' must be never, on-failure or always, not 'on_failure'; did you mean 'on-failure'?");
    row("restart as a word",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    restart: always\n",
        "f.yaml:4:14: 'restart' must be a map, not 'always'; for example restart: {policy: on-failure}");
    row("jitter beyond 1",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    restart: {jitter: 2}\n",
        "f.yaml:4:23: 'jitter' must be a number from 0 to 1, not '2'; for example jitter: 1");
    row("bad exit code",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    restart: {success_exit_codes: [0, 256]}\n",
        "f.yaml:4:39: an item of 'success_exit_codes' must be a whole number from 0 to 255, not '256'; for example success_exit_codes: [3]");
    row("bad signal",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    stop_signal: TREM\n",
        "f.yaml:4:18: 'TREM' is no signal to stop with; for example stop_signal: TERM");
    row("bad ready",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ready: soon\n",
        "f.yaml:4:12: 'ready' must be healthy, notify or started, not 'soon'");
    row("ready without a probe",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ready: healthy\n",
        "f.yaml:4:12: 'ready: healthy', but service 'web' has no probe; add one under 'health', or use ready: started");
    row("bad port",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ports: {http: 70000, admin: automatic}\n",
        "f.yaml:4:19: 'http' must be a port from 1 to 65535, or auto, not '70000'; for example http: 8080\n"
        "f.yaml:4:33: 'admin' must be a port from 1 to 65535, or auto, not 'automatic'; for example admin: 8080");
    row("bad port name",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ports: {8080: 80}\n",
        "f.yaml:4:13: '8080' cannot name one of the 'ports'; letters, digits, _ and -, beginning with a letter");
    row("port used twice",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ports: {http: 8080}\n"
        "  dao: {command: [d], ports: {admin: 8080}}\n",
        "f.yaml:5:38: port 8080 is already that of 'web'; see f.yaml:4:19; use auto for a free one");
    row("unknown dependency",
        "services:\n"
        "  edge: {command: [e]}\n"
        "  web: {command: [w], depends_on: [egde]}\n",
        "f.yaml:3:36: no service 'egde'; did you mean 'edge'?");
    row("unknown in after",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    after: [nobody]\n",
        "f.yaml:4:13: no service 'nobody'");
    row("depends on itself",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    depends_on: [web]\n",
        "f.yaml:4:18: service 'web' depends on itself; remove it here");
    row("listed twice",
        "services:\n"
        "  dao: {command: [d]}\n"
        "  web: {command: [w], depends_on: [dao, dao]}\n",
        "f.yaml:3:41: 'dao' is listed twice");
    row("depends_on as text",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    depends_on: dao\n",
        "f.yaml:4:17: 'depends_on' must be a list or a map of services, not 'dao'; for example depends_on: [dao]");
    row("bad condition",
        "services:\n"
        "  dao: {command: [d]}\n"
        "  web: {command: [w], depends_on: {dao: {condition: service_healthy}}}\n",
        "f.yaml:3:53: 'condition' must be healthy, started or completed, not 'service_healthy'");
    row("healthy without a probe",
        "services:\n"
        "  dao: {command: [d]}\n"
        "  web: {command: [w], depends_on: {dao: {condition: healthy}}}\n",
        "f.yaml:3:53: service 'dao' has no probe, so it never becomes healthy; give it one under 'health', or use condition: started");
    row("cycle",
        "services:\n"
        "  a: {command: [a], depends_on: [b]}\n"
        "  b: {command: [b], depends_on: {c: {required: false}}}\n"
        "  c: {command: [c], after: [a]}\n",
        "f.yaml:2:34: services depend on each other in a circle: a -> b -> c -> a; remove one of these dependencies");
    row("two cycles",
        "services:\n"
        "  a: {command: [a], depends_on: [b]}\n"
        "  b: {command: [b], depends_on: [a]}\n"
        "  c: {command: [c], after: [d]}\n"
        "  d: {command: [d], after: [c]}\n",
        "f.yaml:2:34: services depend on each other in a circle: a -> b -> a; remove one of these dependencies\n"
        "f.yaml:4:29: services depend on each other in a circle: c -> d -> c; remove one of these dependencies");
    row("unset variable",
        "services: {web: {command: [web, \"${NOWHERE}\"]}}\n",
        "f.yaml:1:33: variable NOWHERE is not set; set it, or give a default: ${NOWHERE:-default}");
    row("unset variable with message",
        "services: {web: {command: [web, \"${NOWHERE:?set the region}\"]}}\n",
        "f.yaml:1:33: variable NOWHERE is not set: set the region");
    row("unclosed variable",
        "services: {web: {command: [web, \"${NOWHERE\"]}}\n",
        "f.yaml:1:33: '${' without its '}'; write ${NAME}, ${NAME:-default} or ${NAME:?message}, and $$ for a dollar");
    row("strange variable",
        "services: {web: {command: [web, \"${A+b}\"]}}\n",
        "f.yaml:1:33: '${A+b}' cannot be read; write ${NAME}, ${NAME:-default} or ${NAME:?message}, and $$ for a dollar");
    row("unknown port",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ports: {http: auto}\n"
        "    environment: {P: \"${port.htpp}\"}\n",
        "f.yaml:5:22: service 'web' has no port 'htpp'; did you mean 'http'?");
    row("unknown endpoint",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    environment: {P: \"${endpoint.http}\"}\n",
        "f.yaml:4:22: service 'web' has no endpoint 'http'");
    row("broken reference",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    environment: {P: \"${services.web}\"}\n",
        "f.yaml:4:22: '${services.web}' is no reference; write ${port.NAME}, ${endpoint.NAME} or ${services.SERVICE.endpoint.NAME}");
    row("reference to a stranger",
        "services:\n"
        "  dao: {command: [d], ports: {http: 81}}\n"
        "  web: {command: [w, \"${services.dao.port.http}\"]}\n",
        "f.yaml:3:22: ${services.dao.port.http}, but 'web' does not depend on 'dao'; add dao to its depends_on or after");
    row("reference to nobody",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    environment: {P: \"${services.dao.port.http}\"}\n",
        "f.yaml:4:22: no service 'dao' for ${services.dao.port.http}");
    row("reference in a word",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ports: {http: 80}\n"
        "    user: \"u${port.http}\"\n",
        "f.yaml:5:11: 'user' cannot hold ${port.http}; commands, environment, endpoints and probes can");
    row("endpoints in a circle",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    endpoints: {a: \"${endpoint.b}\", b: \"${endpoint.a}\"}\n",
        "f.yaml:4:20: an endpoint that refers to itself");
    row("bad variable name",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    environment: {1X: a}\n",
        "f.yaml:4:19: '1X' is no variable name; letters, digits and _, not beginning with a digit");
    row("environment as a list",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    environment: [A=b]\n",
        "f.yaml:4:18: 'environment' must be a map, not a list; for example environment: {LOG_LEVEL: info}");
    row("env_file missing",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    env_file: [none.env]\n",
        "f.yaml:4:15: env_file none.env: no such file");
    row("command in defaults",
        "defaults: {command: [x], stop_timeout: no}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:12: 'command' cannot stand in 'defaults'; give it to each service\n"
        "f.yaml:1:40: 'stop_timeout' must be a duration, not 'no'; for example stop_timeout: 30s");
    row("defaults read once",
        "defaults: {stop_timeout: never}\n"
        "services: {a: {command: [a]}, b: {command: [b]}}\n",
        "f.yaml:1:26: 'stop_timeout' must be a duration, not 'never'; for example stop_timeout: 30s");
    row("defaults overridden everywhere",
        "defaults: {stop_timeout: never}\n"
        "services: {a: {command: [a], stop_timeout: 1s}}\n",
        "f.yaml:1:26: 'stop_timeout' must be a duration, not 'never'; for example stop_timeout: 30s");
    row("missing include",
        "include: [none.yaml]\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:11: no such file to include: none.yaml");
    row("missing folder of includes",
        "include: [none/*.yaml]\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:11: no folder for the include 'none/*.yaml'");
    row("include as a map",
        "include: {a: b}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:10: 'include' must be a list of files; for example include: [more/*.yaml]");
    row("include of a folder",
        "include: [/proc]\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:11: what is to be included is no file: /proc; for a folder, include: [/proc/*.yaml]");
    row("listening for all without tls",
        "api: {listen: \"0.0.0.0:7464\", auth: none}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:15: listening beyond this machine needs 'tls'; add tls: {certificate: cert.pem, key: key.pem}, or listen on 127.0.0.1\n"
        "f.yaml:1:37: 'auth: none' with an address that others reach; use auth: token, or listen on 127.0.0.1");
    row("bad listen address",
        "api: {listen: localhost}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:15: 'listen' must be host:port, not 'localhost'; for example listen: 127.0.0.1:7464");
    row("listening on a name",
        "api: {listen: \"127.evil.example:7464\"}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:15: 'listen' must be an address of this machine and a port, not '127.evil.example:7464'; for example listen: 127.0.0.1:7464");
    row("listening on half an address",
        "api: {listen: \"[::g]:1\"}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:15: 'listen' must be an address of this machine and a port, not '[::g]:1'; for example listen: 127.0.0.1:7464");
    row("hosts that no Host header names",
        "api: {allowed_hosts: [fleet.example, \"[::1]\", \"http://x\", \"a:80\", \"*\"]}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:47: an item of 'allowed_hosts' must be a host name without scheme and port, not 'http://x'; for example allowed_hosts: [fleet.example]\n"
        "f.yaml:1:59: an item of 'allowed_hosts' must be a host name without scheme and port, not 'a:80'; for example allowed_hosts: [fleet.example]\n"
        "f.yaml:1:67: an item of 'allowed_hosts' must be a host name without scheme and port, not '*'; for example allowed_hosts: [fleet.example]");
    row("ports of one variable",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "    ports: {a-b: auto, a_b: auto}\n",
        "f.yaml:4:24: ports 'a-b' and 'a_b' would both be FOGHORN_PORT_A_B; give one of them another name");
    row("half tls",
        "api: {tls: {certificate: c.pem}}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:12: 'tls' needs both 'certificate' and 'key'; for example tls: {certificate: cert.pem, key: key.pem}");
    row("bad webhook",
        "alerts: {webhooks: [{url: \"file:///etc/passwd\"}, {format: jsn}]}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:27: 'url' must be an http or https URL, not 'file:///etc/passwd'; for example url: \"http://127.0.0.1:9093/api/v2/alerts\"\n"
        "f.yaml:1:50: a webhook without 'url'; give the URL to post alerts to\n"
        "f.yaml:1:59: 'format' must be json or alertmanager, not 'jsn'; did you mean 'json'?");
    row("bad alert programs",
        "alerts: {exec: [{comand: [mail]}, {command: mail}]}\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:1:17: an entry of 'exec' without 'command'; give the program and its arguments as a list\n"
        "f.yaml:1:18: unknown key 'comand'; did you mean 'command'?\n"
        "f.yaml:1:45: 'command' must be a list of program and arguments, not 'mail'; for example command: [notify-send, alert]");
    row("bad alert rules",
        "alerts:\n"
        "  degraded_afer: 1m\n"
        "  hold: soon\n"
        "  flapping: {change: 3}\n"
        "  slow: fast\n"
        "services:\n"
        "  web:\n"
        "    command: [web]\n",
        "f.yaml:2:3: unknown key 'degraded_afer'; did you mean 'degraded_after'?\n"
        "f.yaml:3:9: 'hold' must be a duration, not 'soon'; for example hold: 30s\n"
        "f.yaml:4:14: unknown key 'change'; did you mean 'changes'?\n"
        "f.yaml:5:9: 'slow' must be a map, not 'fast'; for example slow: {deviations: 6, checks: 5, at_least: 100ms}");
    row("syntax",
        "services:\n"
        "  web: {command: [web}\n",
        "f.yaml:2:22: not valid YAML: illegal flow end");
    row("tab",
        "services:\n"
        "	web: 1\n",
        "f.yaml:2:5: not valid YAML: illegal map value");
    row("unknown alias",
        "services: {web: *nobody}\n",
        "f.yaml:1:17: not valid YAML: the referenced anchor is not defined");
    row("tag",
        "services: {web: !exec {command: [web]}}\n",
        "f.yaml:1:17: unknown YAML tag '!exec'; fleet files need no tags");
    row("two documents",
        "services:\n"
        "  web:\n"
        "    command: [web]\n"
        "---\n"
        "fleet: b\n",
        "f.yaml:4:1: a second YAML document begins here; a fleet file is one document; put the rest into another file and include it");
    row("not a map",
        "- web\n",
        "f.yaml:1:1: the file is not a map; a fleet file has at least 'services: {NAME: {command: [PROGRAM]}}'");
    row("empty",
        "# nothing\n",
        "f.yaml:1:1: the file is empty; a fleet file has at least 'services: {NAME: {command: [PROGRAM]}}'");
    row("columns count characters",
        "services:\n"
        "  web: {command: [wéb], descriptoin: ü, usr: x}\n",
        "f.yaml:2:25: unknown key 'descriptoin'; did you mean 'description'?\n"
        "f.yaml:2:41: unknown key 'usr'; did you mean 'user'?");
    row("all at once, in order",
        "services:\n"
        "  web: {command: [], restart: {max_attempts: many}, depends_on: [nobody]}\n"
        "  dao: {comand: [d]}\n"
        "flet: x\n",
        "f.yaml:2:18: 'command' is empty; for example command: [program, --option]\n"
        "f.yaml:2:46: 'max_attempts' must be a whole number from 0 to 1000000, not 'many'; for example max_attempts: 3\n"
        "f.yaml:2:66: no service 'nobody'\n"
        "f.yaml:3:3: service 'dao' has no command; for example command: [program, --option]\n"
        "f.yaml:3:9: unknown key 'comand'; did you mean 'command'?\n"
        "f.yaml:4:1: unknown key 'flet'; did you mean 'fleet'?");
}
// clang-format on

} // namespace

/// Every kind of fault is named with its place and, where there is one, its remedy.
class TestFleetFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("faults");
        addRows();
    }

    void areNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, faults);
        const FleetFiles files;
        files.write(QStringLiteral("f.yaml"), text);
        const LoadedFleet loaded = files.load({QStringLiteral("f.yaml")});
        QCOMPARE(files.lines(loaded.faults), faults);
    }

    void circlesAreToldAsPathsToo()
    {
        const FleetFiles files;
        files.write(QStringLiteral("f.yaml"),
            "services:\n"
            "  b: {command: [b], depends_on: [c]}\n"
            "  c: {command: [c], after: [a]}\n"
            "  a: {command: [a], depends_on: [b]}\n"
            "  d: {command: [d], depends_on: [a]}\n");
        const LoadedFleet loaded = files.load({QStringLiteral("f.yaml")});
        const auto id = [](const char *text) { return QString::fromLatin1(text); };
        QCOMPARE(loaded.cycles, (QList<CyclePath>{{id("b"), id("c"), id("a"), id("b")}}));
        files.write(QStringLiteral("f.yaml"), "services: {a: {command: [a], depends_on: [a]}}\n");
        QVERIFY(files.load({QStringLiteral("f.yaml")}).cycles.isEmpty()); // that is said in words
    }
};

QTEST_GUILESS_MAIN(TestFleetFaults)
#include "tst_fleetfaults.moc"
