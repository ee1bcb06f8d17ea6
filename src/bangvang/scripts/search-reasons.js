// Why a result is one, where its row does not show it: another name that it bears, or the line of its page that holds
// what was asked for. A page is asked for once its result comes into view; its line is already there, so nothing moves.
var BangVangReasons = (() => {
  const { address, all, byId, marked, root } = BangVangBoxes, { canon, fold, words, tools: { agreementOf, fromScript } } = BangVangSearch;
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f]*/gu, BLOCKS = "h1,h2,h3,p,li,dd,td,th,blockquote,figcaption,caption";
  const LONGEST = 240, BEFORE = 3, WITHIN = 16, SHORT_LABEL = 24;
  const pages = new Map(), waiting = new WeakMap();

  /** The text of a block, what stands apart in it parted by a space. */
  const textOf = (block) => {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), parts = [];
    while (walk.nextNode()) parts.push(walk.currentNode.data);
    return parts.join(" ").replace(/\s+/g, " ").replace(/ (?=[,.;:!?…”)])/g, "").trim();
  };
  const labelOf = (block) => block.dataset.l || (block.matches("dd") && block.previousElementSibling?.textContent);
  // In a copy opened from a folder no page may be read, but a script beside it says what its middle holds.
  const markupOf = async (url) => {
    if (location.protocol === "file:") return fromScript(root, `${url}index.json`);
    const answer = await fetch(address(url));
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  };
  const read = async (url) => {
    const main = new DOMParser().parseFromString(await markupOf(url.replace(/#.*/, "")), "text/html").querySelector("main");
    all("nav,script,style,template,form,button,[role=status]", main).forEach((one) => one.remove());
    return all(BLOCKS, main).filter((block) => !block.querySelector(BLOCKS)).map((block) => [labelOf(block), textOf(block)])
      .map(([label, text]) => label ? `${label}: ${text}` : text);
  };
  const linesOf = (url) => {
    if (!pages.has(url)) pages.set(url, read(url).catch(() => { pages.delete(url); return []; }));
    return pages.get(url);
  };

  /** The places of those words of a query that are not to be seen in a result beside its line. */
  const lackingBeside = (line, { tokens }) => {
    const beside = all("mark", line.closest("li")).filter((hit) => !line.contains(hit));
    const seen = beside.flatMap((hit) => words(hit.textContent).map(fold));
    return tokens.flatMap(({ folds }, place) => (folds.some((word) => seen.includes(word)) ? [] : place));
  };

  /**
   * How well a line answers and from which of its words on: what the result does not show counts most, and words that
   * stand together count for more.
   */
  const judged = (line, { tokens, start }, lacking) => {
    const hits = [...line.matchAll(WORD)].map(({ 0: word, index }, at) => {
      const spelled = word.toLowerCase().normalize("NFC"), folded = fold(spelled), found = new Map();
      tokens.forEach((token, place) => {
        const begins = start && place === tokens.length - 1 && folded.startsWith(start);
        if (token.folds.includes(folded) && agreementOf(token, canon(spelled))) found.set(place, 1);
        else if (begins) found.set(place, 0.8);
      });
      return { at, index, found };
    });
    let best = { worth: 0, told: 0, from: 0 };
    hits.forEach(({ found }, from) => {
      if (!found.size) return;
      const values = new Map();
      let together = 0;
      hits.slice(from, from + WITHIN).forEach((hit, at, some) => hit.found.forEach((value, place) => {
        values.set(place, Math.max(value, values.get(place) || 0));
        if (value === 1 && some[at - 1]?.found.get(place - 1) === 1) together += 0.5;
      }));
      const told = lacking.filter((place) => values.has(place)).length;
      const worth = 2 * told + [...values.values()].reduce((sum, value) => sum + value, 0) + Math.min(together, tokens.length);
      if (told && worth > best.worth) best = { worth, told, from };
    });
    const first = hits[best.from];
    const whole = !first || first.index <= SHORT_LABEL || best.from <= BEFORE;
    const cut = whole ? 0 : hits[best.from - BEFORE].index;
    return { ...best, text: (cut ? "…" : "") + line.slice(cut, cut + LONGEST) };
  };
  const reason = (lines, found, lacking) =>
    lines.map((line) => judged(line, found, lacking)).reduce((one, other) => (other.worth > one.worth ? other : one), { worth: 0, told: 0 });

  const otherNames = ({ kind, names, url }) => {
    const label = kind === "field" ? "Gồm" : /^guong/.test(url) ? "Tên khác" : "Còn gọi";
    return names ? names.split("|").map((name) => `${label}: ${name}`) : [];
  };
  const tell = async (line) => {
    const { row, found } = waiting.get(line), lacking = lackingBeside(line, found);
    let best = reason(otherNames(row), found, lacking);
    if (best.told < lacking.length) {
      const other = reason(await linesOf(row.url), found, lacking);
      if (other.worth > best.worth) best = other;
    }
    // A line with half of the words that are missed explains nothing.
    if (best.told > lacking.length / 2) line.replaceChildren(...marked(best.text, found));
  };
  const watch = new IntersectionObserver((seen) => seen.forEach(({ isIntersecting, target }) => {
    if (!isIntersecting) return;
    watch.unobserve(target);
    tell(target);
  }));

  const explain = (found) => all("ol > li", byId("tim-kq")).forEach((one, at) => {
    const line = one.querySelector(".bv-why"), row = found.rows[at];
    if (!line || !row || waiting.has(line)) return;
    waiting.set(line, { row, found });
    watch.observe(line);
  });
  return Object.assign(explain, { markupOf });
})();
