// Every search box. What is found comes from search-engine.js, which is loaded once somebody is about to search.
// Texts of records become text nodes, never markup.
var BangVangBoxes = (() => {
  const doc = document, { root, engine, more, index } = doc.currentScript.dataset, local = location.protocol === "file:";
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
  const address = (url) => root + (local ? url.replace(/(#.*)?$/, "index.html$1") : url);

  const load = (src) => new Promise((onload, onerror) => doc.head.append(Object.assign(make("script", { src }), { onload, onerror })));
  let opening;
  const open = () => {
    if (!opening) {
      // What the engine asks for first is on its way while the engine is.
      if (!local) doc.head.append(make("link", { rel: "preload", as: "fetch", crossorigin: "", href: `${index}dau.json` }));
      opening = load(engine).then(() => BangVangSearch.open({ base: index, more }));
      opening.catch(() => { opening = null; });
    }
    return opening;
  };
  // What stands between two marked words is marked with them.
  const marked = (text, { words, start }) => BangVangSearch.highlight(text, words, start).map(([part, hit], at) => hit || at && !part.trim() ? make("mark", {}, part) : part);

  // Each box is an editable combobox, whose list leads straight to pages. Where results follow what is typed, it waits to be asked.
  const boxes = all("[role=search] input"), own = byId("tim-kq") && byId("tim-lon");
  boxes.forEach((box) => {
    const id = `${box.id}-goi-y`, list = make("ul", { class: "bv-suggest", id, role: "listbox", "aria-label": "Gợi ý" });
    const say = make("span", { class: "bv-vh", role: "status" });
    let turn = 0, active;
    const choose = (at) => {
      active = at;
      [...list.children].forEach((one, place) => set(one, { "aria-selected": place === at }));
      set(box, { "aria-activedescendant": at < 0 ? "" : `${id}-${at}` });
    };
    const show = (found) => {
      const { rows } = found;
      list.replaceChildren(...rows.map((row, at) => make("li", { id: `${id}-${at}`, role: "option", "data-url": row.url },
        make("span", {}, ...marked(row.title, found)), make("small", {}, row.line || row.place))));
      set(box, { "aria-expanded": !!rows.length });
      say.textContent = rows.length ? `${rows.length} gợi ý` : "";
      choose(-1);
    };
    const none = { rows: [] };
    const close = () => { turn += 1; show(none); };
    const suggest = async () => {
      const mine = ++turn, asked = box.value;
      const found = asked.trim() ? await open().then((search) => search.suggest(asked)).catch(() => none) : none;
      if (mine === turn && doc.activeElement === box) show(found);
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
    show(none);
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

  return { address, all, boxes, byId, load, make, marked, open, root, set };
})();
