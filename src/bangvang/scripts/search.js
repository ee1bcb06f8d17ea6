// Every search box, and the page of results. What is found comes from search-engine.js, which is loaded once somebody is
// about to search. Texts of records become text nodes, never markup.
(() => {
  const doc = document, { root, engine, index } = doc.currentScript.dataset;
  const byId = (id) => doc.getElementById(id);
  const all = (selector, within = doc) => [...within.querySelectorAll(selector)];
  const set = (node, attributes) => {
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    return node;
  };
  const make = (tag, attributes, ...children) => {
    const node = set(doc.createElement(tag), attributes);
    node.append(...children);
    return node;
  };
  // In a copy opened from a folder an address ends in the file's name.
  const address = (url) => root + (location.protocol === "file:" ? url.replace(/(#.*)?$/, "index.html$1") : url);

  let opening;
  const open = () => {
    if (!opening) opening = new Promise((resolve, reject) => {
      const script = make("script", { src: engine });
      script.onload = resolve;
      script.onerror = reject;
      doc.head.append(script);
    }).then(() => BangVangSearch.open({ base: index, head: JSON.parse(byId("tim-dau")?.textContent || null) }));
    opening.catch(() => { opening = null; });
    return opening;
  };
  const folded = (text) => BangVangSearch.words(text).map(BangVangSearch.fold);
  // What stands between two marked words is marked with them.
  const marked = (text, words) => BangVangSearch.highlight(text, words).map(([part, hit], at) => hit || at && !part.trim() ? make("mark", {}, part) : part);

  // Each box is an editable combobox, whose list leads straight to pages. Where results follow what is typed, it waits to be asked.
  const boxes = all("[role=search] input"), main = byId("tim-kq"), own = main && byId("tim-lon");
  boxes.forEach((box) => {
    const id = `${box.id}-goi-y`, list = make("ul", { class: "bv-suggest", id, role: "listbox", "aria-label": "Gợi ý" });
    const say = make("span", { class: "bv-vh", role: "status" });
    let turn = 0, active;
    const choose = (at) => {
      active = at;
      [...list.children].forEach((one, place) => set(one, { "aria-selected": place === at }));
      set(box, { "aria-activedescendant": at < 0 ? "" : `${id}-${at}` });
    };
    const show = (rows, words) => {
      list.replaceChildren(...rows.map((row, at) => make("li", { id: `${id}-${at}`, role: "option", "data-url": row.url },
        make("span", {}, ...marked(row.title, words)), make("small", {}, row.line || row.place))));
      set(box, { "aria-expanded": !!rows.length });
      say.textContent = rows.length ? `${rows.length} gợi ý` : "";
      choose(-1);
    };
    const close = () => { turn += 1; show([]); };
    const suggest = async () => {
      const mine = ++turn, asked = box.value;
      const rows = asked.trim() ? await open().then((search) => search.suggest(asked)).catch(() => []) : [];
      if (mine === turn && doc.activeElement === box) show(rows, rows.length && folded(asked));
    };
    box.addEventListener("keydown", (event) => {
      const { key } = event, last = list.children.length - 1, chosen = active >= 0;
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const moves = { ArrowDown: active < last ? active + 1 : -1, ArrowUp: chosen ? active - 1 : last, ...(chosen && { Home: 0, End: last }) };
      if (last < 0) { if (key === "ArrowDown") suggest(); return; }
      if (key in moves) choose(moves[key]);
      else if (key === "Escape") close();
      else if (key === "Enter" && chosen) location.href = address(list.children[active].dataset.url);
      else return;
      event.preventDefault();
    });
    box.addEventListener("focus", () => { open().then((search) => search.warm()).catch(() => {}); });
    box.addEventListener("input", () => {
      const mine = ++turn;
      setTimeout(() => { if (mine === turn && (box !== own || list.firstChild)) suggest(); }, 150);
    });
    box.addEventListener("blur", close);
    box.form.addEventListener("submit", close);
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => { location.href = address(target.closest("li").dataset.url); });
    set(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id });
    box.form.append(list, say);
    show([]);
  });

  // One key opens the box, unless it is typed into something.
  doc.addEventListener("keydown", (event) => {
    if (!/^[/fs]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input:not([type=checkbox]),textarea,select,.is-locked,.no-keys")) return;
    event.preventDefault();
    const box = own || boxes.find((one) => one.offsetParent);
    if (box) box.select(box.focus());
    else location.href = address("tim-kiem/");
  });

  if (!main) return;

  // The page of results. Its address holds everything that was asked.
  const STEP = 10, MOST = 1000, SHOWN = 8, PEOPLE = /^(individual|collective|household|locality)$/, { title } = doc;
  const status = byId("tim-bao"), list = byId("tim-ds"), near = byId("tim-gan"), sort = byId("tim-xep"), more = byId("tim-them"), chips = byId("tim-loc");
  const groups = all("[data-facet]").map((part) => ({
    name: part.dataset.facet, part, list: part.querySelector(".bv-facet__list"),
    find: part.querySelector("[type=text]"), more: part.querySelector("button"), values: [],
    known: all("[type=checkbox]", part).map((one) => one.value),
  }));
  let turn = 0, asked, committed;

  const query = () => (asked.get("q") || "").trim();
  const chosen = ({ name }) => asked.getAll(name);
  const blank = () => !query() && !groups.some(({ name }) => asked.has(name));
  const change = (name, ...values) => {
    asked.delete(name);
    values.forEach((value) => value && asked.append(name, value));
  };
  const search = () => `${asked}` && `?${asked}`;
  const remember = (how, to) => history[how]({ y: scrollY }, "", location.pathname + to);
  const replace = () => remember("replaceState", search());
  const read = () => {
    asked = new URLSearchParams(location.search);
    own.value = query();
    sort.value = asked.get("sort") || "";
    if (sort.selectedIndex < 0) sort.value = "";
    groups.forEach(({ name, part }) => { if (asked.has(name)) part.open = true; });
    committed = search();
  };
  // While somebody types the address follows; what stood there before comes back into the history once the new is meant.
  const commit = () => {
    if (search() !== committed) {
      remember("replaceState", committed);
      remember("pushState", committed = search());
    }
    run();
  };
  const ask = (name, ...values) => {
    change(name, ...values);
    change("n");
    commit();
  };
  const clear = () => {
    groups.forEach(({ name }) => change(name));
    status.focus();
    commit();
  };

  const valueOf = (group, code) => group.values.find((value) => value.code === code);
  const line = (group, code) => code ? [code, ...line(group, valueOf(group, code)?.parent)] : [];
  // A place within a chosen place narrows it, so the wider one goes.
  const tick = (group, code, on) => ask(group.name, ...chosen(group).filter(
    (one) => !line(group, one).includes(code) && !line(group, code).includes(one)), on && code);
  const draw = (group) => {
    const { counts } = group, picked = chosen(group), typed = group.find && folded(group.find.value).join(" ");
    const open = picked.flatMap((code) => line(group, code));
    let rows = group.values.map((value) => ({ ...value, count: counts ? counts[value.code] | 0 : value.count }))
      .filter(({ code, count }) => count !== 0 || picked.includes(code));
    if (group.find) rows.sort((one, other) => other.count - one.count);
    // From wide to narrow: what lies in a place shows once that place, or something in it, is chosen.
    const below = (parent = "") => rows.filter((row) => (row.parent || "") === parent).flatMap((row) => [row, ...(open.includes(row.code) ? below(row.code) : [])]);
    rows = typed ? rows.filter(({ label }) => folded(label).join(" ").includes(typed)) : below();
    if (group.find) group.find.hidden = group.values.length <= SHOWN;
    group.more.hidden = typed || group.whole || rows.length <= SHOWN;
    const held = group.list.contains(doc.activeElement) && doc.activeElement.value;
    group.list.replaceChildren(...rows.filter(({ code, parent }, at) => typed || group.whole || at < SHOWN || open.includes(code) || open.includes(parent)).map(({ code, label, parent, count }) => {
      const input = make("input", { type: "checkbox", value: code });
      input.checked = picked.includes(code);
      return make("label", { class: `bv-check${parent ? " is-in" : ""}` }, input, make("span", {}, label), make("b", {}, count.toLocaleString("vi")));
    }));
    if (held) all("input", group.list).find(({ value }) => value === held)?.focus();
  };
  const drawChips = () => {
    const held = chips.contains(doc.activeElement);
    chips.replaceChildren(...groups.flatMap((group) => chosen(group).map((code) => {
      const text = valueOf(group, code)?.label || code, chip = make("button", { class: "bv-chip", "aria-label": `Bỏ lọc: ${text}` }, text);
      chip.onclick = () => tick(group, code);
      return chip;
    })));
    if (held) (chips.firstChild || status).focus();
    set(byId("tim-mo-loc"), { "data-n": chips.children.length || "" });
  };
  const card = (row, words) => {
    const one = byId(PEOPLE.test(row.kind) ? "tim-nguoi" : "tim-the").content.querySelector("li").cloneNode(true);
    one.classList.add(`k-${row.kind}`);
    for (const part of all("[data-of]", one)) {
      const text = row[part.dataset.of];
      if (!text) part.closest("p").remove();
      else if (text !== true) part.append(...marked(text, words));
    }
    set(one.querySelector("a"), { href: address(row.url) });
    return one;
  };
  const show = ({ rows, total, exact, near: from, more: further, corrected, words }) => {
    const text = query().slice(0, 99), cards = rows.map((row) => card(row, words));
    const many = total || !rows.length ? `${exact ? "" : "ít nhất "}${total.toLocaleString("vi")} kết quả` : "kết quả gần giống";
    list.replaceChildren(...cards.slice(0, from));
    near.lastElementChild.replaceChildren(...cards.slice(from));
    near.hidden = from >= rows.length;
    more.hidden = !further || rows.length >= MOST;
    byId("tim-khong").textContent = text ? `Chưa tìm thấy “${text}”` : "Chưa có mục nào hợp bộ lọc";
    byId("tim-xem").textContent = `Xem ${many}`;
    status.replaceChildren(make("strong", {}, many), text && ` cho “${corrected || text}”`, corrected ? ` (không thấy “${text}”)` : "");
  };
  const run = async (then) => {
    const mine = ++turn, late = () => mine !== turn;
    let found;
    doc.title = query() ? `${query()}: ${title}` : title;
    set(main, { "aria-busy": true, class: "bv-found bv-js" });
    try {
      const index = await open(), filters = Object.fromEntries(groups.map((group) => [group.name, chosen(group)]));
      const limit = Math.min(Math.max(asked.get("n") | 0, STEP), MOST);
      // Kinds stand in the order of the page, years the latest first.
      const name = async (group) => {
        const place = ({ code }) => group.known.indexOf(code);
        group.values = await index.values(group.name);
        if (!group.find) group.values.sort((one, other) => place(one) - place(other) || other.label.localeCompare(one.label));
      };
      await Promise.all(groups.filter((group) => asked.has(group.name)).map(name));
      found = blank() ? {} : await index.find(query(), { filters, sort: sort.value || "relevance", limit });
      if (late()) return;
      if (!blank()) show(found);
      main.dataset.state = blank() ? "start" : found.rows.length ? "found" : "none";
      main.removeAttribute("aria-busy");
      drawChips();
      if (then) then();
      await Promise.all(groups.filter(({ part }) => part.open).map(async (group) => {
        const [counts] = await Promise.all([found.counts?.(group.name), name(group)]);
        if (late()) return;
        group.counts = counts;
        draw(group);
      }));
    } catch {
      if (late()) return;
      main.classList.add("is-lost");
      main.removeAttribute("aria-busy");
      if (!found) main.dataset.state = "failed";
    }
  };

  own.addEventListener("input", () => {
    const mine = ++turn;
    setTimeout(() => {
      if (mine !== turn) return;
      change("q", own.value);
      change("n");
      replace();
      run();
    }, 150);
  });
  boxes.forEach((one) => one.form.addEventListener("submit", (event) => {
    event.preventDefault();
    own.value = one.value;
    if (matchMedia("(pointer:coarse)").matches) one.blur();
    ask("q", one.value.trim());
  }));
  sort.onchange = () => ask("sort", sort.value);
  more.onclick = () => {
    const from = all("ol li", main).length;
    change("n", Math.max(asked.get("n") | 0, STEP) + STEP);
    replace();
    run(() => (all("ol a", main)[from] || status).focus({ preventScroll: true }));
  };
  byId("tim-thu-lai").onclick = () => { status.focus(); run(); };
  all("[data-clear]").forEach((button) => { button.onclick = clear; });
  groups.forEach((group) => {
    group.part.ontoggle = () => { if (group.part.open) run(); };
    group.list.onchange = ({ target }) => tick(group, target.value, target.checked);
    if (group.find) group.find.oninput = () => draw(group);
    group.more.onclick = () => {
      group.whole = true;
      draw(group);
      all("input", group.list)[SHOWN].focus();
    };
  });

  history.scrollRestoration = "manual";
  let resting;
  addEventListener("scroll", () => { clearTimeout(resting); resting = setTimeout(replace, 150); });
  const arrive = ({ state }) => {
    read();
    run(() => state?.y && scrollTo(0, state.y));
  };
  addEventListener("popstate", arrive);
  arrive(history);
})();
