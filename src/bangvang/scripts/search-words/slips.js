// What was meant by words that nobody knows: keys of Telex and VNI as they were typed, and slips of one letter.
BangVangSearch.Slips = (() => {
  "use strict";

  const { foldOfCanon, sorted, FREE_Y } = BangVangSearch.tools;
  const MOST_OTHERS = 3;
  const MOST_MENDABLE = 20;
  const MOST_HELD = 6;
  const MOST_AFTER_FAMILY = 3;
  const MOST_FAMILIES = 2;

  /** What raw Telex or VNI keys stand for, as a canon key; "" if they stand for nothing. */
  function typedKeys(word) {
    const vni = /[a-z]\d/.test(word);
    const letters = [];
    let tone = "";
    let changed = false;
    const put = (places, marks) => {
      for (let at = letters.length - 1; at >= 0; at--) {
        if (!places.includes(letters[at])) continue;
        letters[at] = (letters[at] + marks).normalize("NFC");
        if (marks === "\u031b" && letters[at] === "ơ" && letters[at - 1] === "u") letters[at - 1] = "ư";
        return (changed = true);
      }
      return false;
    };
    for (const key of word) {
      const vowel = letters.some((letter) => "aăâeêioôơuưy".includes(letter));
      if (vni && key >= "1" && key <= "5" && vowel) [tone, changed] = ["sfrxj"[key - 1], true];
      else if (vni && key === "6" && put("aeo", "\u0302")) continue;
      else if (vni && key === "7" && put("ou", "\u031b")) continue;
      else if (vni && key === "8" && put("a", "\u0306")) continue;
      else if ((vni ? key === "9" : key === "d") && letters[0] === "d") [letters[0], changed] = ["đ", true];
      else if (vni ? key < "6" || key > "9" : !vowel) letters.push(key);
      else if (vni) continue;
      else if ("sfrxj".includes(key)) [tone, changed] = [key, true];
      else if (key === "w" && (put("ou", "\u031b") || put("a", "\u0306"))) continue;
      else if ("aeo".includes(key) && letters.includes(key) && put(key, "\u0302")) continue;
      else letters.push(key);
    }
    return changed ? letters.join("").replace(FREE_Y, "$1i") + (tone && "~" + tone) : "";
  }

  function* oneEdit(word) {
    for (let at = 0; at <= word.length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at)];
      if (after) yield before + after.slice(1);
      if (after[1]) yield before + after[1] + after[0] + after.slice(2);
      for (const letter of "abcdeghiklmnopqrstuvxyfjwz") {
        if (after) yield before + letter + after.slice(1);
        yield before + letter + after;
      }
    }
  }

  function withinOneEdit(a, b) {
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    const [x, y] = [a.slice(start), b.slice(start)];
    const swapped = x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
    return swapped || x.slice(1) === y.slice(1) || x === y.slice(1) || x.slice(1) === y;
  }

  class Slips {
    constructor(index) {
      this.index = index;
    }

    /** A word as it is known, if it is one: by its keys, or one slip away. */
    mended(token) {
      const { index } = this;
      const has = (word) => index.known.has(word) || (token.last && index.beginningWith(word).length);
      const keys = typedKeys(token.typed);
      const meant = keys && foldOfCanon(keys);
      if (meant && has(meant)) return { ...token, fold: meant, canon: keys, folds: [meant], mended: true };
      // A letter alone is an initial: every short word is one slip away from it.
      const near = token.fold[1] && token.fold.length < MOST_MENDABLE ? this.near(token.fold, index.known) : [];
      return near.length ? { ...token, fold: near[0], canon: "", folds: [token.fold, ...near], mended: true } : token;
    }

    /** A letter that slipped over the space: `chinhl an` is Chính Lan. */
    respaced(tokens) {
      const { index } = this;
      const found = [...tokens];
      tokens.forEach(({ known, typed }, at) => {
        const next = tokens[at + 1];
        if (known || !next?.typed || typed.length < 3) return;
        const [one, other] = [typed.slice(0, -1), typed.at(-1) + next.typed].map((word, place) => index.token(word, next.last && place > 0));
        if (index.names.has(one.fold) && index.names.has(other.fold)) [found[at], found[at + 1]] = [{ ...one, mended: true }, { ...other, mended: true }];
      });
      return found;
    }

    /** Words one slip away, the likeliest first. */
    near(folded, among) {
      const found = [...new Set(oneEdit(folded))].filter((other) => among.has(other));
      const distance = (other) => (other[0] === folded[0] ? 0 : 2) + (this.index.names.has(other) ? 0 : 1);
      return found.sort((a, b) => distance(a) - distance(b) || this.index.rarity(b) - this.index.rarity(a) || (a < b ? -1 : 1));
    }

    /** People of a family whose name is a slip away from the first word: `tarn van khoa` is Trần Văn Khoa. */
    families(hits, tokens) {
      const { index } = this;
      const [first, ...rest] = tokens.map(({ folds }) => folds.find((word) => index.people.has(word)) || folds[0]);
      if (!rest[1] || rest.length > MOST_AFTER_FAMILY || !rest.every((word) => index.people.has(word))) return;
      const families = { has: (word) => index.isPerson([{ fold: word }, { fold: "" }]) };
      return index.collectAll(hits, tokens, this.near(first, families).slice(0, MOST_FAMILIES).map((family) => [family, ...rest]), withinOneEdit);
    }

    /** Names that are like the words of a query: a word is missing, or one is another by a slip. */
    async nearNames(tokens) {
      const { index } = this;
      const hits = new Map();
      const held = tokens.filter((token) => index.nameOf(token));
      if (held.length < 2 || held.length > MOST_HELD) return [];
      const folds = held.map((token) => index.nameOf(token));
      const fewer = folds.map((_, at) => folds.filter((_, other) => other !== at));
      const others = ({ fold }) => (fold.length < MOST_MENDABLE ? this.near(fold, index.names).slice(0, MOST_OTHERS) : []);
      const without = (token) => folds.filter((one) => one !== index.nameOf(token));
      const slipped = tokens.length < 5 ? tokens.flatMap((token) => others(token).map((word) => [...without(token), word])) : [];
      await index.collectAll(hits, tokens, [...(held.length < tokens.length ? [folds] : fewer), ...slipped], withinOneEdit);
      return sorted(hits);
    }
  }

  return Object.assign(Slips, { typedKeys });
})();
