// The page of results: its address holds everything that was asked. The filters beside them come from search-filters.js,
// which is loaded once the first answer is there.
(() => {
  const { address, all, boxes, byId, load, make, marked, open, set } = BangVangBoxes;
  const STEP = 10, MOST = 1000, { title } = document, { dataset } = document.currentScript;
  const own = byId("tim-lon"), main = byId("tim-kq"), status = byId("tim-bao"), list = byId("tim-ds"), near = byId("tim-gan"), sort = byId("tim-xep"), more = byId("tim-them");
  const facets = all("[data-facet]").map((part) => part.dataset.facet);
  let turn = 0, asked, committed, panel;

  const query = () => (asked.get("q") || "").trim();
  const chosen = (name) => asked.getAll(name);
  const blank = () => !query() && !facets.some((name) => asked.has(name));
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

  const lacking = (one, tokens) => {
    const seen = all("mark", one).flatMap((hit) => BangVangSearch.words(hit.textContent).map(BangVangSearch.fold));
    return !tokens.every(({ folds }) => folds.some((word) => seen.includes(word)));
  };
  const card = (row, found) => {
    const one = byId(/^guong/.test(row.url) ? "tim-nguoi" : "tim-the").content.querySelector("li").cloneNode(true);
    one.classList.add(`k-${row.kind}`);
    for (const part of all("[data-of]", one)) {
      const { of } = part.dataset, text = row[of];
      // Where not all that was asked for is seen, search-reasons.js tells where it is.
      if (of === "text" && lacking(one, found.tokens)) part.className = "bv-why";
      else if (!text) part.closest("p").remove();
      if (text && text !== true) part.append(...(of === "initials" ? [text] : marked(text, found)));
    }
    one.told = found.words + one.outerHTML;
    set(one.querySelector("a"), { href: address(row.url) });
    return one;
  };
  // What stands there already is left alone, with the focus that may be in it.
  const put = (into, cards) => {
    const old = [...into.children], same = old.findIndex((one, at) => cards[at]?.told !== one.told), kept = same < 0 ? old.length : same;
    old.slice(kept).forEach((one) => one.remove());
    into.append(...cards.slice(kept));
  };
  const show = (found, counting) => {
    const { rows, total, exact, near: from, more: further, corrected } = found;
    const text = query().slice(0, 99), cards = rows.map((row) => card(row, found));
    const number = counting ? "" : `${exact || !total ? "" : "ít nhất "}${total.toLocaleString("vi")} `;
    const many = total || !rows.length ? `${number}kết quả` : "kết quả gần giống";
    put(list, cards.slice(0, from));
    put(near.lastElementChild, cards.slice(from));
    near.hidden = from >= rows.length;
    more.hidden = !further || rows.length >= MOST;
    byId("tim-khong").textContent = text ? `Chưa tìm thấy “${text}”` : "Chưa có mục nào hợp bộ lọc";
    byId("tim-xem").textContent = `Xem ${many}`;
    status.replaceChildren(make("strong", {}, many), text && ` cho “${corrected || text}”`, corrected ? ` (không thấy “${text}”)` : "");
    main.dataset.state = rows.length ? "found" : "none";
  };
  const lost = () => main.classList.add("is-lost");
  const beside = () => (panel ||= load(dataset.filters).then(() => BangVangFilters({ ask, change, chosen, commit, lost, replace, run })).catch((error) => {
    panel = null;
    throw error;
  }));
  const run = async (then) => {
    const mine = ++turn, late = () => mine !== turn;
    let found;
    document.title = query() ? `${query()}: ${title}` : title;
    set(main, { "aria-busy": true, class: "bv-found bv-js" });
    try {
      const index = await open(), filters = Object.fromEntries(facets.map((name) => [name, chosen(name)]));
      const limit = Math.min(Math.max(asked.get("n") | 0, STEP), MOST), certain = (first) => late() || found || show(first, true);
      found = blank() ? {} : await index.find(query(), { filters, sort: sort.value || "relevance", limit, show: certain });
      if (late()) return;
      if (blank()) main.dataset.state = "start";
      else show(found, found.whole);
      main.removeAttribute("aria-busy");
      if (then) then();
      await (await beside())(index, found, late, show);
    } catch {
      if (late()) return;
      lost();
      main.removeAttribute("aria-busy");
      if (found) return;
      main.dataset.state = "failed";
      status.textContent = byId("tim-loi").textContent;
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
  byId("tim-thu-lai").onclick = () => { status.focus(); run(); };

  history.scrollRestoration = "manual";
  const arrive = ({ state }) => {
    read();
    run(() => state?.y && scrollTo(0, state.y));
  };
  addEventListener("popstate", arrive);
  arrive(history);
})();
