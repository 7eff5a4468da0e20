// Keeps the status page true without reloading it, and filters its rows. The page is whole without this script.
//
// The server renders each row once; from then on this only changes what is in them. Everything that comes over the
// stream is data and is placed as text, never as markup. It has no words of its own: those come with the page, in its
// language.
"use strict";
(() => {
    const slots = 60;
    const body = document.body;
    const table = document.getElementById("services");
    const byId = (id) => document.getElementById(id);
    const rows = new Map();
    const checks = new Map(); // name -> letters, oldest first

    // ---- words: %1 to %9 are places for what is filled in; where a count decides, it is %1
    const language = document.documentElement.lang;
    const words = JSON.parse(byId("words").content.textContent);
    const fill = (text, values) => text.replace(/%(\d)/g, (all, place) => values[place - 1]);
    const say = (key, ...values) => fill(words[key], values);
    const sayOf = (key, count, ...values) => fill(words[key][count === 1 ? "one" : "other"], [count, ...values]);

    // ---- times: the server writes UTC, people live somewhere, and write as where they live
    const locale = navigator.languages.find((one) => one.toLowerCase().split("-")[0] === language) ?? language;
    const clock = new Intl.DateTimeFormat(locale, {hour: "2-digit", minute: "2-digit", second: "2-digit"});
    const date = new Intl.DateTimeFormat(locale, {month: "short", day: "numeric", hour: "2-digit", minute: "2-digit"});
    const exactly = new Intl.DateTimeFormat(locale, {dateStyle: "full", timeStyle: "long"});
    const showTime = (element, iso) => {
        const when = new Date(iso);
        const isToday = when.toDateString() === new Date().toDateString();
        element.dateTime = iso;
        element.textContent = (isToday ? clock : date).format(when);
        element.title = exactly.format(when);
    };
    const localise = (root) => root.querySelectorAll("time").forEach((time) => showTime(time, time.dateTime));

    // ---- rows
    const adopt = () => {
        rows.clear();
        table.querySelectorAll("tr").forEach((row) => rows.set(row.dataset.name, row));
    };
    const setText = (element, text) => {
        if (element && element.textContent !== text)
            element.textContent = text;
    };
    const setGlyph = (holder, name) => holder.querySelector("use").setAttribute("href", "#glyph-" + name);
    const percent = (share) => {
        if (share === null || share === undefined)
            return "–";
        const isWhole = share >= 100 || share <= 0;
        const number = isWhole ? String(share >= 100 ? 100 : 0) : Math.min(share, 99.99).toFixed(2);
        return say("number.percent", number.replace(".", words["number.decimal"]));
    };

    const kinds = [
        {letter: "h", style: "h", heights: [12.8]},
        {letter: "d", style: "d", heights: [10.4]},
        {letter: "u", style: "u", heights: [3.5, 12.5]},
        {letter: "?", style: "n", heights: [14.8]},
    ];
    const pathOf = (kind, letters) => {
        let path = "";
        const empty = slots - letters.length;
        for (let from = 0; from < letters.length;) {
            let to = from;
            while (to < letters.length && letters[to] === letters[from])
                ++to;
            if (letters[from] === kind.letter)
                kind.heights.forEach((height) => { path += `M${empty + from} ${height}h${to - from}`; });
            from = to;
        }
        return path;
    };
    const drawStrip = (row, all) => {
        const strip = row.querySelector(".strip");
        if (!strip)
            return;
        const letters = all.slice(-slots);
        const counts = kinds.map((kind) => [[...letters].filter((letter) => letter === kind.letter).length, kind.letter])
            .filter(([count]) => count > 0).map(([count, letter]) => say("strip." + letter, count));
        const title = document.createElementNS(strip.namespaceURI, "title");
        title.textContent = letters ? sayOf("strip.last", letters.length, counts.join(", ")) : say("strip.none");
        const parts = [title];
        const add = (style, d) => {
            const path = document.createElementNS(strip.namespaceURI, "path");
            path.setAttribute("class", style);
            path.setAttribute("d", d);
            parts.push(path);
        };
        if (letters.length < slots)
            add("e", `M0 15.2h${slots - letters.length}`);
        kinds.forEach((kind) => {
            const path = pathOf(kind, letters);
            if (path)
                add(kind.style, path);
        });
        strip.replaceChildren(...parts);
    };
    const showUptime = (row, service) => {
        [["up1", "uptime_1h"], ["up24", "uptime_24h"], ["up7", "uptime_7d"]].forEach(([cell, member]) => {
            if (member in service)
                setText(row.querySelector(`.${cell} .value`), percent(service[member]));
        });
    };
    const showService = (name, service) => {
        let row = rows.get(name);
        const isNew = !row;
        if (isNew) {
            row = byId("row").content.querySelector("tbody tr").cloneNode(true);
            row.dataset.name = name;
            setText(row.querySelector(".name > span"), name);
            rows.set(name, row);
            table.append(row);
        }
        const look = service.look;
        if (row.className !== look.family)
            row.className = look.family;
        row.dataset.severity = look.severity;
        setGlyph(row, look.glyph);
        setText(row.querySelector(".state b"), look.text);
        setText(row.querySelector(".why"), look.why ?? (service.why && service.why !== service.state ? service.why : ""));
        const tag = row.querySelector(".tag");
        if (tag)
            tag.hidden = !service.is_critical;
        const since = row.querySelector(".since time");
        if (since && service.since && since.dateTime !== service.since)
            showTime(since, service.since);
        showUptime(row, service);
        if ("checks" in service && checks.get(name) !== service.checks) {
            checks.set(name, service.checks);
            drawStrip(row, service.checks);
        }
    };

    const forget = (name) => {
        rows.get(name)?.remove();
        rows.delete(name);
        checks.delete(name);
    };

    // ---- order: the most urgent first; nothing moves under the pointer or the keyboard's focus
    let isOrderStale = false;
    const sortRows = () => {
        if (table.matches(":hover") || table.contains(document.activeElement)) {
            isOrderStale = true;
            return;
        }
        isOrderStale = false;
        const urgency = (row) => Number(row.dataset.severity);
        const began = (row) => row.querySelector(".since time")?.dateTime ?? "";
        const now = [...table.rows];
        const wanted = now.map((row, place) => ({row, place})).sort((a, b) => {
            const more = urgency(b.row) - urgency(a.row);
            if (more !== 0)
                return more;
            const older = urgency(a.row) >= 3 ? began(a.row).localeCompare(began(b.row)) : 0;
            return older || a.place - b.place;
        }).map((entry) => entry.row);
        let next = table.firstElementChild;
        wanted.forEach((row) => {
            if (row === next)
                next = next.nextElementSibling;
            else
                table.insertBefore(row, next);
        });
    };
    table.addEventListener("pointerleave", () => { if (isOrderStale) sortRows(); });

    // ---- filter
    const filter = byId("filter");
    const trouble = byId("trouble");
    const applyFilter = () => {
        const words = filter.value.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
        const onlyTrouble = trouble.getAttribute("aria-pressed") === "true";
        let shown = 0;
        rows.forEach((row, name) => {
            const text = (name + " " + row.querySelector(".state b").textContent).toLocaleLowerCase();
            const fits = words.every((word) => text.includes(word))
                && (!onlyTrouble || Number(row.dataset.severity) >= 3);
            if (row.hidden === fits)
                row.hidden = !fits;
            shown += fits ? 1 : 0;
        });
        byId("none").hidden = shown > 0 || rows.size === 0;
        setText(byId("shown"), shown === rows.size ? sayOf("shown.all", rows.size) : sayOf("shown.some", rows.size, shown));
    };
    let filterTimer = 0;
    const filterSoon = () => {
        if (!filterTimer)
            filterTimer = setTimeout(() => { filterTimer = 0; applyFilter(); }, 50);
    };
    const clearFilter = () => {
        filter.value = "";
        trouble.setAttribute("aria-pressed", "false");
        applyFilter();
    };
    filter.addEventListener("input", filterSoon);
    filter.addEventListener("keydown", (event) => { if (event.key === "Escape") clearFilter(); });
    trouble.addEventListener("click", () => {
        trouble.setAttribute("aria-pressed", String(trouble.getAttribute("aria-pressed") !== "true"));
        applyFilter();
    });
    byId("clear").addEventListener("click", () => { clearFilter(); filter.focus(); });

    // ---- the head of the page
    const showHeadline = (headline) => {
        const element = byId("headline");
        if (element.className !== headline.family)
            element.className = headline.family;
        setGlyph(element, headline.glyph);
        setText(element.querySelector("span"), headline.text);
        document.title = `${document.querySelector("h1").textContent}: ${headline.text}`;
    };
    const age = document.querySelector("#age time");
    let heardAt = age.dateTime;
    const heard = () => { heardAt = new Date().toISOString(); };
    const showLive = (isLive) => {
        body.classList.toggle("is-live", isLive);
        setText(byId("live"), say(isLive ? "live.since" : "live.asOf"));
        showTime(age, heardAt);
    };

    // ---- recent events
    const isNews = (event) => {
        if (event.kind === "state")
            return ["running", "backoff", "failed", "stopped"].includes(event.to);
        if (event.kind === "health")
            return event.to !== "unknown" && event.from !== "unknown";
        return event.kind !== "command" && event.kind !== "registry";
    };
    const sentenceOf = (event) => {
        const from = words[`event.${event.kind}.${event.from}`];
        const to = words[`event.${event.kind}.${event.to}`];
        if (!from || !to)
            return undefined;
        const cause = words["event.cause." + event.cause];
        return cause ? say("event.changeBecause", event.service, from, to, cause)
            : say("event.change", event.service, from, to);
    };
    const showEvent = (event) => {
        const list = byId("recent");
        if (!list || !isNews(event))
            return;
        const item = document.createElement("li");
        const time = document.createElement("time");
        showTime(time, event.timestamp);
        const text = document.createElement("span");
        const sentence = language === "en" ? undefined : sentenceOf(event);
        text.textContent = sentence ?? event.message;
        if (!sentence)
            text.lang = "en"; // the journal's own
        item.append(time, " ", text);
        list.prepend(item);
        while (list.children.length > 12)
            list.lastElementChild.remove();
    };

    // ---- what the stream says
    const letterOf = {healthy: "h", degraded: "d", unhealthy: "u"};
    const take = (message) => {
        heard();
        switch (message.type) {
        case "snapshot":
            [...rows.keys()].filter((name) => !(name in message.services)).forEach(forget);
            // falls through: the rest is as in an update
        case "update":
            (message.removed ?? []).forEach(forget);
            Object.entries(message.services).forEach(([name, service]) => showService(name, service));
            showHeadline(message.headline);
            sortRows();
            filterSoon();
            break;
        case "check": {
            const row = rows.get(message.service);
            if (!row)
                break;
            if ("health" in message) {
                const letters = ((checks.get(message.service) ?? "") + (letterOf[message.health] ?? "?")).slice(-100);
                checks.set(message.service, letters);
                drawStrip(row, letters);
            }
            showUptime(row, message);
            break;
        }
        case "uptime":
            Object.entries(message.services).forEach(([name, uptimes]) => {
                const row = rows.get(name);
                if (row)
                    showUptime(row, uptimes);
            });
            break;
        case "event":
            showEvent(message);
            break;
        }
    };

    // ---- the connection: a ticket is good once, so each new one comes with a fresh page
    let ticket = body.dataset.ticket;
    let after = body.dataset.after; // the last event the page was made with; nothing where events are not shown
    let attempts = 0;
    const lose = () => {
        const wait = Math.min(30, 2 ** attempts++);
        body.classList.add("is-stale");
        showLive(false);
        const band = byId("band");
        band.textContent = say("live.lost", clock.format(new Date(heardAt)));
        band.hidden = false;
        setTimeout(renew, wait * 1000 * (0.75 + Math.random() / 2));
    };
    const renew = async () => {
        try {
            const answer = await fetch("/", {cache: "no-store", credentials: "same-origin"});
            if (!answer.ok)
                return lose();
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            ticket = page.body.dataset.ticket;
            after = page.body.dataset.after;
            const recent = page.getElementById("recent");
            if (recent) {
                localise(recent);
                byId("recent").replaceWith(document.adoptNode(recent));
            }
            connect();
        } catch {
            lose();
        }
    };
    const connect = () => {
        const scheme = location.protocol === "https:" ? "wss:" : "ws:";
        const missed = after ? `&after=${after}` : "";
        const stream = new WebSocket(
            `${scheme}//${location.host}${body.dataset.stream}?updates=true&lang=${language}${missed}`, ["ticket." + ticket]);
        // the server says something every 15 s: a connection that died unnoticed would stay silent for ever
        let silence = 0;
        let isLost = false;
        const loseOnce = () => {
            clearTimeout(silence);
            if (!isLost)
                lose();
            isLost = true;
        };
        const listen = () => {
            clearTimeout(silence);
            silence = setTimeout(() => { stream.onmessage = null; stream.close(); loseOnce(); }, 40000);
        };
        listen();
        stream.onopen = () => {
            if (isLost)
                return;
            listen();
            attempts = 0;
            heard();
            body.classList.remove("is-stale");
            byId("band").hidden = true;
            showLive(true);
        };
        stream.onmessage = (event) => { listen(); take(JSON.parse(event.data)); };
        stream.onclose = loseOnce;
    };

    adopt();
    localise(document);
    if (rows.size > 0)
        byId("tools").hidden = false;
    applyFilter();
    connect();
})();
