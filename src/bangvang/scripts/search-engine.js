// The search engine of Bảng Vàng: reads the small static files that the build made, and touches no page. This much
// answers a name; words, slips, filters and orders are answered by search-words.js, which is loaded when it is needed.
// Folding and filing follow bangvang.vietnamese.fold and bangvang.search; shared vectors hold both sides together.
var BangVangSearch = (() => {
  "use strict";

  // -- Vietnamese words

  const TONES = { "\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j" };
  const PLAIN = { đ: "d", ð: "d", ø: "o", ł: "l", ı: "i", æ: "ae", œ: "oe", ß: "ss", þ: "th" };
  const LETTER = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff";
  const WORD = new RegExp(`[${LETTER}][${LETTER}\u0300-\u036f]*`, "g");
  const MARKS = /[\u0300-\u036f]/g;
  const FREE_Y = /^(qu|[bdhklmstv]|)y$/;

  const words = (text) => text.toLowerCase().normalize("NFC").match(WORD) || [];
  const plain = (text) => text.normalize("NFD").replace(MARKS, "").replace(/[đðøłıæœßþ]/g, (letter) => PLAIN[letter]);
  const fold = (word) => plain(word).replace(FREE_Y, "$1i");
  function canon(word) {
    let tone = "";
    const letters = word.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => ((tone = TONES[mark]), ""));
    return letters.normalize("NFC").replace(FREE_Y, "$1i") + (tone && "~" + tone);
  }
  const foldOfCanon = (key) => plain(key.replace(/~./g, ""));
  const marksOf = (key) => key.normalize("NFD").replace(/[^\u0300-\u036fđ~]|~/g, "") + (key.split("~")[1] || "");

  /** How a typed spelling stands to a found one: 3 the same, 2 its marks agree, 1 it has none, 0 they conflict. */
  function agreement(typed, found) {
    if (!typed) return 1;
    if (typed === found) return 3;
    const marks = marksOf(typed);
    if (!marks) return 1;
    const there = marksOf(found);
    return [...marks].every((mark) => there.includes(mark)) ? 2 : 0;
  }

  /** The same for a word of a query; what was mended is only a guess, which nothing can conflict with. */
  const agreementOf = (token, found) => agreement(token.canon, found) || (token.mended ? 1 : 0);

  // -- files

  class Unreachable extends Error {}

  const waiting = new Map();
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  /** Called by the script form of the files, where a page is opened from a disk. */
  function take(path, value) {
    waiting.get(path)?.(value);
    waiting.delete(path);
  }

  const run = (src) =>
    new Promise((done, fail) => {
      const script = document.createElement("script");
      Object.assign(script, { src, onerror: fail, onload: () => done(script.remove()) });
      document.head.append(script);
    });

  function fromScript(base, path) {
    return new Promise((done, fail) => {
      waiting.set(path, done);
      run(base + path.replace(/\.json$/, ".js")).catch(fail);
    });
  }

  async function fetched(base, path) {
    if (location.protocol === "file:") return fromScript(base, path);
    const answer = await fetch(base + path);
    if (!answer.ok) throw answer;
    return answer.json();
  }

  /** A loader that keeps what it has, tries three times, and forgets what failed. */
  function keeper(load) {
    const kept = new Map();
    async function patiently(path) {
      for (let pause = 300; ; pause *= 4) {
        try {
          return await load(path);
        } catch {
          if (pause > 2000) throw new Unreachable(path);
          await wait(pause);
        }
      }
    }
    return (path) => {
      if (!kept.has(path)) {
        const promise = patiently(path);
        kept.set(path, promise);
        promise.catch(() => kept.delete(path));
      }
      return kept.get(path);
    };
  }

  // -- the trees of files

  const WORD_BITS = 14;

  function spread(text) {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    return (value ^ (value >>> 13)) >>> 0;
  }

  const pathOf = (keys) => [0, 1, 2].map((at) => bits(keys[at] ? spread(keys[at]) >>> (32 - WORD_BITS) : 0, WORD_BITS)).join("");
  const bits = (number, width) => number.toString(2).padStart(width, "0");

  /** A directory as nested pairs; a bucket is its hash, nothing is null. */
  function grown({ shape, hashes, together }) {
    let at = 0;
    let hash = 0;
    const next = () => hashes.slice(4 * hash, 4 * ++hash);
    const read = () => {
      const kind = shape[at++];
      if (kind !== "1") return { buckets: +(kind === "0") };
      const children = [read(), read()];
      return { children, buckets: children[0].buckets + children[1].buckets };
    };
    const mark = (node, shared) => {
      if (!node.buckets) return;
      if (!shared && (node.buckets <= together || !node.children)) shared = next();
      if (node.children) for (const child of node.children) mark(child, shared);
      else node.hash = shared;
    };
    const root = read();
    mark(root, "");
    return root;
  }

  /** Finds the files of a tree, whose directory is had by a call. */
  function tree(name, directory, get) {
    let root;
    /** The file that holds a path, or "" where there is nothing. */
    async function place(path) {
      const given = await directory();
      // Only now: all words of a query wait for the directory at once, and one tree is to grow from it.
      let node = (root ||= grown(given));
      let prefix = 1;
      for (let at = 0; node.children; at++) {
        node = node.children[path[at]];
        prefix = prefix * 2 + +path[at];
      }
      return node.buckets ? `${name}/x${prefix.toString(36)}.${node.hash}.json` : "";
    }
    return { place, at: async (path) => ((path = await place(path)) ? get(path) : null) };
  }

  // -- the index

  const MOST_WORDS = 16;
  const MOST_LETTERS = 400;
  const MOST_MENDED = 4;
  const MOST_EXPANDED = 8;
  const MOST_AT_ONCE = 10;
  const MOST_OF_A_NAME = 4;
  // Who types one of these first or last means a person, and rarely a word.
  const FAMILIES =
    /^(nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|li|dinh|trinh|dao|doan|luong|mai|ta|truong|vuong)$/;

  class Index {
    constructor({ base = "", load, head, more }) {
      this.get = keeper(load || ((path) => fetched(base, path)));
      this.run = keeper(run);
      this.given = head;
      this.more = more;
    }

    async warm() {
      return (this.ready ||= this.prepare().catch((error) => {
        this.ready = null;
        throw error;
      }));
    }

    async prepare() {
      const head = (this.head = this.given || (await this.get("dau.json")));
      this.common = new Map(head.common.split(" ").map((word, place) => [word, place]));
      this.people = new Set([...this.common.keys(), ...unpacked(head.people)]);
      this.names = new Set([...this.people, ...unpacked(head.names)]);
      this.known = new Set([...this.names, ...unpacked(head.words)]);
      this.nameTree = tree("n", () => head.n, this.get);
      // What leads to words is fetched while somebody types, after what names need.
      setTimeout(() => Promise.all([this.get(head.t), this.further()]).catch(() => {}), 1000);
    }

    /** The part of the engine that answers more than names. */
    async further() {
      await this.warm();
      if (!BangVangSearch.Words) await this.run(this.more);
      return (this.words ||= new BangVangSearch.Words(this));
    }

    // -- reading a query

    /** The words of a query: what was typed, and what it may have meant. */
    parse(query) {
      const found = [];
      const text = query.slice(0, MOST_LETTERS), typed = words(text);
      // UBND in the number of a paper stands for itself; whoever copies a paper begins with what kind of paper it is.
      const numbered = /(\d\s*[\/-]\s*|^\W*\d[\d\s]*)[a-zđ]/i.test(text);
      typed.forEach((word, place) => {
        // What is a syllable of names, too, is no abbreviation: An before an ninh.
        const long = !numbered && !this.common.has(fold(word)) && own(this.head.short, fold(word));
        if (long) words(long).forEach((one, joined) => found.push({ fold: fold(one), folds: [fold(one)], known: true, joined }));
        else found.push(this.token(word, place === typed.length - 1));
      });
      return found.slice(0, MOST_WORDS);
    }

    token(word, last) {
      const folded = fold(word);
      const known = this.known.has(folded) || /^\d+$/.test(folded) || (last && this.beginningWith(folded).length > 0);
      return { typed: word, fold: folded, canon: canon(word), folds: [folded], last, known };
    }

    /** Known words that begin so, the most common first. */
    beginningWith(start) {
      return [...this.known]
        .filter((word) => word.startsWith(start) && word !== start)
        .sort((a, b) => this.rarity(b) - this.rarity(a) || a.length - b.length);
    }

    /** Larger for the more common; words outside the table are the rarest. */
    rarity(word) {
      return this.common.has(word) ? 1e6 - this.common.get(word) : 0;
    }

    rarestFirst(folds) {
      return [...new Set(folds)].sort((a, b) => this.rarity(a) - this.rarity(b) || (a < b ? -1 : 1));
    }

    // -- names

    /** The files in which a name may stand, by how many of its rarest words lead there. */
    placesOf(sorted) {
      return Promise.all(sorted.slice(0, 3).map((_, at) => this.nameTree.place(pathOf(sorted.slice(0, at + 1)))));
    }

    /** The rows under the longest key that these words lead to; `whole` if no other row has them all. */
    async leaf(folds) {
      const sorted = this.rarestFirst(folds);
      const place = (await this.placesOf(sorted)).filter(Boolean).at(-1);
      const bucket = place && (await this.get(place));
      for (let length = 3; bucket && length; length--) {
        const found = own(bucket.keys, sorted.slice(0, length).join("."));
        if (!found) continue;
        const whole = found[0] >= 0;
        return { rows: found.slice(whole ? 0 : 1).map((at) => this.readRow(bucket.rows[at])), whole };
      }
      return { rows: [], whole: true };
    }

    readRow(row) {
      if (row.read) return row.read;
      const [number, address, title, line = "", place = "", text = "", year = 0, names = "", photo = "", illustrative = 0] = row;
      const [kind, folder] = this.head.kinds[address[0]];
      const url = folder + address.slice(1) + "/";
      const shown = { url, kind, title, line, place, text, year, names, photo, illustrative: !!illustrative, initials: initials(title) };
      const read = (text) => words(text).map((word) => ({ fold: fold(word), canon: canon(word) }));
      return (row.read = {
        shown,
        names: [title, ...names.split("|")].map(read),
        rest: read(line + " " + place),
        person: folder === "guong/",
        number,
      });
    }

    /** How well a row answers by one of its names; null where a word is missing. One word may be only like what was typed. */
    score(tokens, row, like) {
      let best = null;
      for (const name of row.names) {
        const hit = this.scoreName(tokens, name, row, like);
        if (hit && !(best?.score >= hit.score)) best = hit;
      }
      return best;
    }

    scoreName(tokens, name, row, like) {
      const places = [], outside = [];
      let score = 0, conflict = 0, slips = 0, begun = 0;
      for (const token of tokens) {
        let [best, level] = [-1, -1];
        const matched = (matches) => {
          name.forEach((word, at) => {
            if (places.includes(at) || !matches(word.fold)) return;
            const value = agreementOf(token, word.canon);
            const follows = at === places.at(-1) + 1;
            if (value > level || (value === level && follows)) [best, level] = [at, value];
          });
          return best >= 0;
        };
        if (matched((word) => token.folds.includes(word))) score += 10 - token.folds.indexOf(name[best].fold) / 4;
        else if (token.last && matched((word) => word.startsWith(token.fold))) score += begun = 9;
        else if (like && !slips && token.fold.length > 2 && matched((word) => like(token.fold, word))) {
          score += 6;
          slips++;
        } else if (row.rest.some((word) => token.folds.includes(word.fold) && agreementOf(token, word.canon))) {
          score += 3;
          outside.push(token);
          continue;
        } else return null;
        places.push(best);
        score += [-3, 1, 3, 4][level];
        if (!level) conflict = 1;
      }
      if (!places.length) return null;
      const steps = places.filter((place, at) => at && place === places[at - 1] + 1).length;
      const inRow = steps === places.length - 1;
      score += 2 * steps - 1.5 * (name.length - places.length);
      const all = places.length === name.length;
      // What is called so and no more comes before names that go on.
      if (all && inRow && !begun) score += 20;
      // Where somebody is from stands in a row after the name; words here and there are chance.
      const [asked, around, from] = [tokens, row.rest, outside].map((some) => ` ${some.map(({ fold }) => fold).join(" ")} `);
      // A name alone is a given name; a word within another name of what is nobody's says little.
      const direct = row.person || !places[0] || name === row.names[0];
      if (row.person && !tokens[1] && places[0] === name.length - 1) score += 9;
      // What was asked for first, then what it may have meant.
      const rank = slips ? (all && inRow ? 3 : 5) : conflict ? 4 : outside[0] ? (around.includes(from) && asked.endsWith(from) ? 2 : 5) : direct && (inRow || (all && !begun)) ? 0 : 1;
      return { row, score, rank, all, inRow };
    }

    isName(word) {
      return this.names.has(word) || (/\d/.test(word) && !/^(19|20)\d\d$/.test(word));
    }

    /** Whether these words look like somebody's name, so that it is better to ask for names alone at first. */
    isPerson(tokens) {
      const [first, last] = [tokens[0].fold, tokens.at(-1).fold];
      if (tokens.length > MOST_OF_A_NAME) return false;
      return tokens.length > 1 ? FAMILIES.test(first) || FAMILIES.test(last) : this.common.has(first);
    }

    nameOf(token) {
      return token.folds.find((word) => this.isName(word));
    }

    /** Add to the hits what stands under some words; whether that is all there is. */
    async collect(hits, tokens, folds, like) {
      const leaf = await this.leaf(folds);
      for (const row of leaf.rows) {
        const hit = this.score(tokens, row, like);
        if (hit) hits.set(row.shown.url, hit);
      }
      return leaf.whole;
    }

    collectAll(hits, tokens, lists, like) {
      return Promise.all(lists.filter((folds) => folds[0]).map((folds) => this.collect(hits, tokens, folds, like)));
    }

    /**
     * Rows by name, the best first; where none are wanted, only what is there as it was typed. `show` is given what bears
     * these very words before names are looked at in which the last is only a beginning.
     */
    async byName(tokens, wanted, show) {
      const held = tokens.filter((token) => this.nameOf(token));
      const last = tokens.at(-1);
      const open = last.last && !this.isName(last.fold);
      const hits = new Map();
      const firm = held.filter((token) => !(token === last && open));
      let lists = [[]];
      for (const token of firm) {
        const choices = token.folds.filter((word) => this.isName(word));
        lists = lists.flatMap((folds) => choices.map((word) => [...folds, word])).slice(0, MOST_MENDED);
      }
      const clear = firm.filter((token) => token.folds.length < 2).map((token) => token.fold);
      if (clear.length > 1 && clear.length < firm.length) lists.push(clear);
      const found = await this.collectAll(hits, tokens, lists);
      const sure = sorted(hits).filter(({ rank }) => !rank);
      let whole = !found.includes(false);
      // Who begins with the family's name means the words in this row: Nguyễn Duy Giáp, not Nguyễn Gia Duy.
      const begins = sure[0]?.inRow ? last.fold.length < 4 && hits.size < wanted : !sure[0] || FAMILIES.test(tokens[0].fold);
      if (wanted && last.last && (open ? !whole || !firm.length : tokens.length <= MOST_OF_A_NAME && begins)) {
        if (sure.length) show?.(glimpse(tokens, sure.slice(0, wanted).map(({ row }) => row)));
        const base = firm.filter((token) => token !== last).map((token) => this.nameOf(token));
        const endings = this.beginningWith(last.fold).filter((word) => this.names.has(word));
        const some = endings.slice(0, MOST_EXPANDED).map((word) => [...base, word]);
        // Where everybody who bears the words before is known, so is every ending; that matters to whoever counts.
        const [begun, ended] = await Promise.all([
          wanted > MOST_AT_ONCE && base[0] && this.collect(hits, tokens, base),
          this.collectAll(hits, tokens, some),
        ]);
        if (!begun && (endings.length > MOST_EXPANDED || ended.includes(false))) whole = false;
      }
      return { hits: sorted(hits), whole };
    }

    // -- answers

    /**
     * Answers a query. Where names suffice, the answer is an early one: it shows the best, and `whole` tells the rest.
     * While more is looked for, `show` is given what is certain to be in the answer.
     */
    async find(query, asked = {}) {
      await this.warm();
      const text = String(query ?? ""), tokens = this.parse(text);
      const { filters = {}, sort = "relevance", offset = 0, limit = MOST_AT_ONCE, deep } = asked;
      const narrow = Object.values(filters).some((codes) => codes?.length);
      const plain = !deep && !narrow && !offset && limit <= MOST_AT_ONCE && sort === "relevance";
      if (!plain || !tokens.length || !tokens.every((token) => token.known && token.folds.some((word) => this.people.has(word) || token.last)))
        return (await this.further()).find(text, tokens, asked);
      const names = this.byName(tokens, limit, asked.show);
      const rest = () => this.further().then((further) => further.find(text, tokens, asked, names));
      const other = this.isPerson(tokens) ? null : rest();
      other?.catch(() => {});
      return this.early(await names, text, tokens, asked) || other || rest();
    }

    /** The answer that names alone give, where they suffice. */
    early({ hits, whole: all }, text, tokens, asked) {
      const { limit = MOST_AT_ONCE } = asked;
      const sure = hits.filter(({ rank }) => !rank);
      const meant = (all || this.isPerson(tokens)) && sure.some(({ row }) => row.person) && tokens.length > (sure[0].all ? 1 : 2);
      if (sure.length < limit && !meant) return null;
      const certain = hits.filter(({ rank }) => rank < 3);
      const shown = [...certain, ...hits.filter(({ rank }) => rank === 4)].slice(0, limit);
      const whole = () => this.further().then((further) => further.find(text, tokens, { ...asked, deep: true }));
      return {
        ...answered(tokens),
        rows: shown.map(({ row }) => row.shown),
        total: certain.length,
        exact: false,
        near: Math.min(certain.length, shown.length),
        more: true,
        whole,
        counts: async (facet) => (await whole()).counts(facet),
      };
    }

    async suggest(query) {
      const found = await this.find(query, { limit: 6 });
      return { ...found, rows: found.rows.slice(0, found.near || 3) };
    }
  }

  /** What an answer says of its query. */
  function answered(tokens) {
    const last = tokens.at(-1);
    return {
      corrected: tokens.some((token) => token.mended) ? tokens.map(({ mended, typed, fold }) => (!mended && typed) || fold).join(" ") : null,
      tokens,
      words: tokens.flatMap((token) => token.folds),
      /** With what the last word may begin. */
      start: last?.last ? last.fold : "",
    };
  }

  /** What is certain to be in an answer while more is looked for. */
  function glimpse(tokens, rows) {
    return { ...answered(tokens), rows: rows.map((row) => row.shown), total: rows.length, near: rows.length, exact: false, more: false };
  }

  const sorted = (hits) => [...hits.values()].sort((a, b) => a.rank - b.rank || b.score - a.score || order(a.row.shown, b.row.shown));

  function unpacked(text) {
    const found = [];
    let before = "";
    for (const [, shared, rest] of text.matchAll(/(\d)(\D+)/g)) found.push((before = before.slice(0, shared) + rest));
    return found;
  }

  const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);
  const order = (a, b) => b.year - a.year || (a.title + a.url < b.title + b.url ? -1 : 1);

  function initials(name) {
    const found = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(và|của|các|tại)$/i.test(word));
    return ((found[0] || name).slice(0, 1) + (found[1] ? found.at(-1)[0] : "")).toUpperCase();
  }

  /** A text in pieces, each with whether it matches one of the folded words, or begins as the last one does. */
  function highlight(text, wanted, start) {
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f]*/gu)) {
      const folds = words(word).map(fold);
      let length = folds.some((one) => wanted.includes(one)) ? word.length : 0;
      if (!length && start && folds[0]?.startsWith(start)) {
        const reached = () => plain(word.slice(0, length).toLowerCase()).length >= start.length && !word[length].match(MARKS);
        while (length < word.length && !reached()) length++;
      }
      if (!length) continue;
      if (index > end) pieces.push([text.slice(end, index), false]);
      pieces.push([word.slice(0, length), true]);
      end = index + length;
    }
    if (end < text.length) pieces.push([text.slice(end), false]);
    return pieces;
  }

  const tools = { agreementOf, answered, bits, foldOfCanon, fromScript, glimpse, own, sorted, tree, FREE_Y };
  return { open: (options) => new Index(options), highlight, fold, canon, words, spread, take, tools, Unreachable };
})();
