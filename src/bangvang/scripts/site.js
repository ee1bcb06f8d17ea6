// Loaded first in the head, so that the palette is set before anything is painted. Everything works without it.
(() => {
  const doc = document, root = doc.documentElement, SCHEME = "bv-scheme", NO_KEYS = "bv-no-keys";
  const all = (selector) => doc.querySelectorAll(selector);
  const system = matchMedia("(prefers-color-scheme:dark)");
  root.classList.add("has-js");
  root.classList.toggle("has-query", location.search.length > 1);
  // The page of results is opened to type, unless it has been told already what to look for.
  doc.addEventListener("DOMContentLoaded", () => {
    const box = doc.getElementById("tim-kq") && doc.getElementById("tim-lon");
    if (box && !location.search && !location.hash && doc.activeElement === doc.body) box.focus({ preventScroll: true });
  });

  // Where the search cannot be loaded, what waits for it must not stand in the way of the lists.
  addEventListener("error", ({ target }) => { if (target.src?.includes("/search")) root.classList.remove("has-query"); }, true);

  const saved = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const save = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window: not remembered */ } };
  const wanted = () => saved(SCHEME) || (system.matches ? "slate" : "default");
  const isDark = () => doc.body.dataset.mdColorScheme === "slate";
  const paint = (scheme) => {
    doc.body.dataset.mdColorScheme = scheme;
    all('[data-act="palette"]').forEach((button) => button.setAttribute("aria-pressed", isDark()));
  };
  new MutationObserver((_, watch) => { if (doc.body) { watch.disconnect(); paint(wanted()); } }).observe(root, { childList: true });
  system.addEventListener("change", () => paint(wanted()));

  const say = (text) => { const line = doc.getElementById("bao"); if (line) line.textContent = text; };
  const copy = (text, said) => navigator.clipboard && navigator.clipboard.writeText(text).then(() => say(said), () => {});

  // Single keys do nothing for whoever switched them off.
  const quiet = () => {
    root.classList.toggle("no-keys", !!saved(NO_KEYS));
    all('[data-act="keys"]').forEach((button) => button.setAttribute("aria-pressed", !!saved(NO_KEYS)));
  };

  let opener = null;
  const drawer = (open, from) => {
    const panel = doc.getElementById("bo-loc");
    if (!panel) return;
    all("#bo-loc,.bv-backdrop").forEach((part) => part.classList.toggle("is-open", open));
    doc.body.classList.toggle("is-locked", open);
    all(".md-header,.md-footer,.bv-searchbar,.bv-results__main").forEach((part) => { part.inert = open; });
    all('[data-act="filter-open"]').forEach((button) => button.setAttribute("aria-expanded", open));
    panel.setAttribute("role", open ? "dialog" : "region");
    panel.toggleAttribute("aria-modal", open);
    if (open) { panel.setAttribute("aria-modal", "true"); opener = from; setTimeout(() => panel.querySelector("button").focus(), 60); }
    else if (opener) { opener.focus(); opener = null; }
  };

  const acts = {
    palette: () => { const scheme = isDark() ? "default" : "slate"; save(SCHEME, scheme); paint(scheme); },
    keys: () => { save(NO_KEYS, saved(NO_KEYS) ? "" : "1"); quiet(); },
    print: () => print(),
    copy: (button) => copy(button.dataset.copy, "Đã chép."),
    share: () => navigator.share ? navigator.share({ title: doc.title, url: location.href }).catch(() => {}) : copy(location.href, "Đã chép đường dẫn."),
    "filter-open": (button) => drawer(true, button),
    "filter-close": () => drawer(false),
  };
  doc.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button && acts[button.dataset.act]) acts[button.dataset.act](button);
  });
  doc.addEventListener("keydown", (event) => { if (event.key === "Escape" && doc.querySelector(".bv-facets.is-open")) drawer(false); });

  doc.addEventListener("DOMContentLoaded", () => {
    paint(wanted());
    quiet();
    const tab = doc.querySelector(".md-tabs__link[aria-current]"), list = tab && tab.closest("ul");
    if (list) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.clientWidth) / 2;
    // What is open for some days tells soon, open or over by Việt Nam's calendar, however long ago the page was built.
    const today = new Date(Date.now() + 7 * 36e5).toISOString().slice(0, 10);
    all("[data-opens][data-closes]").forEach((box) => {
      const { opens, closes } = box.dataset, now = today < opens ? "soon" : today > closes ? "closed" : "open";
      box.querySelectorAll("[data-state]").forEach((text) => { text.hidden = text.dataset.state !== now; });
      if (box.matches(".bv-consult")) ["soon", "open", "closed"].forEach((state) => box.classList.toggle(`is-${state}`, state === now));
    });
  });
  // Fonts decide how wide a table is, so this waits for them.
  addEventListener("load", () => doc.fonts.ready.then(() =>
    all(".bv-prose :is(table,pre)").forEach((box) => { if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; })));
})();
