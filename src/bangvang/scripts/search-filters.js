// What follows the first results: their number, and the filters beside them, groups of values with how many there are of
// each, chips of those that are chosen, and where somebody stands in them. Why a result is one is told by search-reasons.js.
var BangVangFilters = ({ ask, change, chosen, commit, lost, replace, run }) => {
  const { all, byId, load, make, set } = BangVangBoxes, SHOWN = 8, MORE = 10, status = byId("tim-bao"), chips = byId("tim-loc");
  const folded = (text) => BangVangSearch.words(text).map(BangVangSearch.fold).join(" ");
  const groups = all("[data-facet]").map((part) => ({
    name: part.dataset.facet, part, list: part.querySelector(".bv-facet__list"),
    find: part.querySelector("[type=text]"), more: part.querySelector("button"), values: [],
    known: all("[type=checkbox]", part).map((one) => one.value),
  }));

  const valueOf = (group, code) => group.values.find((value) => value.code === code);
  // Below the place that it lies in, a place needs not say where it lies.
  const within = (group, { label, parent }) => {
    const above = parent ? `, ${valueOf(group, parent).label.replace(/ \(.*/, "")}` : "", at = above ? label.toLowerCase().indexOf(above.toLowerCase()) : -1;
    return at < 0 ? label : label.slice(0, at) + label.slice(at + above.length);
  };
  const line = (group, code) => code ? [code, ...line(group, valueOf(group, code)?.parent)] : [];
  // A place within a chosen place narrows it, so the wider one goes.
  const tick = (group, code, on) => ask(group.name, ...chosen(group.name).filter(
    (one) => !line(group, one).includes(code) && !line(group, code).includes(one)), on && code);
  const draw = (group) => {
    const { counts } = group, picked = chosen(group.name), typed = group.find && folded(group.find.value);
    const open = picked.flatMap((code) => line(group, code));
    let rows = group.values.map((value) => ({ ...value, count: counts ? counts[value.code] | 0 : value.count }))
      .filter(({ code, count }) => count !== 0 || picked.includes(code));
    if (group.find) rows.sort((one, other) => other.count - one.count);
    // From wide to narrow: what lies in a place shows once that place, or something in it, is chosen.
    const below = (parent = "") => rows.filter((row) => (row.parent || "") === parent).flatMap((row) => [row, ...(open.includes(row.code) ? below(row.code) : [])]);
    rows = typed ? rows.filter(({ label }) => folded(label).includes(typed)) : below();
    if (group.find) group.find.hidden = group.values.length <= SHOWN;
    group.more.hidden = typed || group.whole || rows.length <= SHOWN;
    const held = group.list.contains(document.activeElement) && document.activeElement.value;
    group.list.replaceChildren(...rows.filter(({ code, parent }, at) => typed || group.whole || at < SHOWN || open.includes(code) || open.includes(parent)).map((value) => {
      const { code, label, parent, count } = value;
      const input = make("input", { type: "checkbox", value: code });
      input.checked = picked.includes(code);
      return make("label", { class: `bv-check${parent ? " is-in" : ""}` }, input, make("span", {}, typed ? label : within(group, value)), make("b", {}, count.toLocaleString("vi")));
    }));
    if (held) all("input", group.list).find(({ value }) => value === held)?.focus();
  };
  const drawChips = () => {
    const held = chips.contains(document.activeElement);
    chips.replaceChildren(...groups.flatMap((group) => chosen(group.name).map((code) => {
      const text = valueOf(group, code)?.label || code, chip = make("button", { class: "bv-chip", "aria-label": `Bỏ lọc: ${text}` }, text);
      chip.onclick = () => tick(group, code);
      return chip;
    })));
    if (held) (chips.firstChild || status).focus();
    set(byId("tim-mo-loc"), { "data-n": chips.children.length || "" });
  };

  let index, found, late;
  // Kinds stand in the order of the page, years the latest first.
  const name = async (group) => {
    if (group.values.length) return;
    const place = ({ code }) => group.known.indexOf(code), values = await (await index.further()).store.values(group.name);
    if (!group.find) values.sort((one, other) => place(one) - place(other) || other.label.localeCompare(one.label));
    group.values = values;
  };
  const count = async (group) => {
    const [counts] = await Promise.all([found.counts?.(group.name), name(group)]);
    if (late()) return;
    group.counts = counts;
    draw(group);
  };

  groups.forEach((group) => {
    group.part.ontoggle = () => { if (group.part.open && found) count(group).catch(lost); };
    group.list.onchange = ({ target }) => tick(group, target.value, target.checked);
    if (group.find) group.find.oninput = () => draw(group);
    group.more.onclick = () => {
      group.whole = true;
      draw(group);
      all("input", group.list)[SHOWN].focus();
    };
  });

  all("[data-clear]").forEach((button) => {
    button.onclick = () => {
      groups.forEach(({ name }) => change(name));
      status.focus();
      commit();
    };
  });
  byId("tim-them").onclick = () => {
    const results = () => all("#tim-kq ol a"), from = results().length;
    change("n", from + MORE);
    replace();
    run(() => (results()[from] || status).focus({ preventScroll: true }));
  };
  let resting;
  addEventListener("scroll", () => { clearTimeout(resting); resting = setTimeout(replace, 150); });
  const sort = byId("tim-xep"), order = () => {
    status.textContent = "Đang xếp…";
    ask("sort", sort.value);
  };
  sort.onchange = order;
  // Who chose one while this script was on its way is heard now.
  if (sort.value && sort.value !== chosen("sort")[0]) order();

  let explaining;
  const explain = async () => {
    if (!document.querySelector(".bv-why")) return;
    await (explaining ||= load(document.querySelector("[data-reasons]").dataset.reasons));
    if (!late()) BangVangReasons(found);
  };
  return async (from, answer, isLate, show) => {
    [index, found, late] = [from, answer, isLate];
    // What is shown is right; how much there is in all is found out once nobody types.
    if (found.whole) {
      await new Promise((done) => setTimeout(done, 300));
      if (isLate()) return;
      const whole = await answer.whole();
      if (isLate()) return;
      show(found = whole);
    }
    explain().catch(() => { explaining = null; });
    const asked = groups.filter((group) => chosen(group.name).length);
    asked.forEach(({ part }) => { part.open = true; });
    await Promise.all(asked.map(name));
    if (late()) return;
    drawChips();
    await Promise.all(groups.filter(({ part }) => part.open).map(count));
  };
};
