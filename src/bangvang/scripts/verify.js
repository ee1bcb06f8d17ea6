// Whether the roll knows an award, by the number and the name on a paper. The index says on whose page to look, and the
// page says what is true: number, name and standing are read there, as everybody can who follows the link.
(() => {
  const { address, all, byId, load, make, open, set } = BangVangBoxes, { dataset } = document.currentScript;
  const MOST_DECISIONS = 5;
  const form = byId("tc"), result = byId("tc-kq"), head = byId("tc-h"), list = byId("tc-ds"), near = byId("tc-gan");
  let turn = 0, reading;

  const markupOf = async (url) => {
    reading ||= load(dataset.reasons);
    reading.catch(() => { reading = null; });
    await reading;
    return BangVangReasons.markupOf(url);
  };
  /** The honours on somebody's page that bear this name and number. */
  const honoursOf = async (row, name, number) => {
    const { bareName, begins } = BangVangSearch.proofs, wanted = bareName(name);
    const page = new DOMParser().parseFromString(await markupOf(row.url), "text/html");
    return all(".bv-verify", page).flatMap((box) => {
      const honour = box.closest("li"), names = [box.querySelector("b").textContent, row.title, ...row.names.split("|")];
      const { number: decision = "", register = "" } = box.dataset;
      if (!names.some((one) => bareName(one) === wanted) || ![decision, register].some((one) => begins(one, number))) return [];
      const text = (selector, within = box) => within.querySelector(selector)?.textContent || "";
      const standing = text(".bv-verify__ok,.bv-verify__no");
      return [{ url: `${row.url}#${honour.id}`, name: text("b"), award: text("h3", honour), paper: text("p + p"), standing,
        stands: !!box.querySelector(".bv-verify__ok"), fallen: honour.matches(".is-fallen"), invented: text(".bv-badge") }];
    });
  };
  const card = (honour) => {
    const one = byId("tc-the").content.querySelector("li").cloneNode(true);
    for (const part of all("[data-of]", one)) {
      const text = honour[part.dataset.of];
      if (text) part.append(part.dataset.of === "invented" ? "" : text);
      else part.remove();
    }
    one.querySelector(honour.stands ? ".bv-verify__no" : ".bv-verify__ok").remove();
    set(one.querySelector("a"), { href: address(honour.url) });
    return one;
  };
  const decision = (row) => make("li", {}, make("a", { href: address(row.url) }, row.title), ` (${row.line})`);

  const told = (honours) => {
    const [first] = honours, standing = honours.filter(({ fallen }) => !fallen);
    if (!honours.length) return "Không thấy";
    if (honours.length > 1) return `Có ${honours.length} khen thưởng trùng số và tên`;
    return standing.length ? "Có trong Bảng Vàng" : first.standing.trim();
  };
  const show = (state, text) => {
    result.hidden = false;
    result.dataset.state = state;
    head.textContent = text;
  };
  const look = async () => {
    const mine = ++turn, [number, name] = ["so", "ten"].map((part) => form.elements[part].value.trim());
    show("wait", "Đang đối chiếu…");
    try {
      const index = await open();
      await index.warm();
      const { store } = await index.further(), { begins, figuresOf, keyOf } = BangVangSearch.proofs, figures = figuresOf(number);
      const rows = figures.length ? await store.proven(keyOf(name, figures)) : [];
      const honours = (await Promise.all(rows.map(({ shown }) => honoursOf(shown, name, figures)))).flat();
      const decisions = honours.length || !figures.length ? [] : (await store.proven(keyOf("", figures))).map(({ shown }) => shown);
      const alike = decisions.filter(({ names }) => begins(names, figures));
      if (mine !== turn) return;
      list.replaceChildren(...honours.map(card));
      near.hidden = !alike.length;
      near.lastElementChild.replaceChildren(...alike.slice(0, MOST_DECISIONS).map(decision));
      byId("tc-go").textContent = `Số đã gõ: ${number}. Tên đã gõ: ${name}.`;
      show(honours.length ? "found" : "none", told(honours));
    } catch {
      if (mine !== turn) return;
      show("failed", "Chưa tra cứu được");
    }
    head.focus({ preventScroll: true });
    result.scrollIntoView({ block: "nearest" });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  byId("tc-lai").onclick = look;
  // Until now the button was asleep, so that nothing that is typed could be sent to a server.
  form.querySelector("button").disabled = false;
})();
