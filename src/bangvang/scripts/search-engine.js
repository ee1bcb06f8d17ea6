// The search engine of Bảng Vàng: reads the small static files that the build made, and touches no page.
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

  // -- files

  class Unreachable extends Error {}

  const waiting = new Map();
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  /** Called by the script form of the files, where a page is opened from a disk. */
  function take(path, value) {
    waiting.get(path)?.(value);
    waiting.delete(path);
  }

  function fromScript(base, path) {
    return new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = base + path.replace(/\.json$/, ".js");
      script.onerror = fail;
      script.onload = () => script.remove();
      waiting.set(path, done);
      document.head.append(script);
    });
  }

  async function fetched(base, path) {
    if (location.protocol === "file:") return fromScript(base, path);
    const answer = await fetch(base + path);
    if (!answer.ok) throw new Error(answer.status);
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

  const WORD_BITS = 12;
  const NUMBER_BITS = 26;
  const OWN_BITS = 18;

  function spread(text) {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    return (value ^ (value >>> 13)) >>> 0;
  }

  const pathOf = (keys) => [0, 1, 2].map((at) => bits(keys[at] ? spread(keys[at]) >>> (32 - WORD_BITS) : 0, WORD_BITS)).join("");
  const termPath = (key) => bits(spread(key), 32);
  const bits = (number, width) => number.toString(2).padStart(width, "0");

  /** A directory as nested pairs; a bucket is its hash, nothing is null, a further directory {below: hash}. */
  function grown(directory) {
    let at = 0;
    let hash = 0;
    const next = () => directory.hashes.slice(4 * hash, 4 * ++hash);
    const read = () => {
      const kind = directory.shape[at++];
      if (kind === "2") return { buckets: 0 };
      if (kind !== "1") return { buckets: 1, below: kind === "3" };
      const children = [read(), read()];
      return { children, buckets: children[0].buckets + children[1].buckets };
    };
    const mark = (node, shared) => {
      if (!node.buckets) return;
      if (!shared && (node.buckets <= directory.together || !node.children)) shared = next();
      if (node.children) for (const child of node.children) mark(child, shared);
      else node.hash = shared;
    };
    const root = read();
    mark(root, "");
    return root;
  }

  function tree(name, directory, get) {
    let root;
    const roots = new Map();
    const rootOf = async (path, load) => {
      if (!roots.has(path)) roots.set(path, grown(await load()));
      return roots.get(path);
    };
    /** The file that holds a path, or "" where there is nothing. */
    async function place(path) {
      let node = (root ||= grown(await directory()));
      let prefix = 1;
      for (let at = 0; ; at++) {
        if (node.below) {
          const file = `${name}/d${prefix.toString(36)}.${node.hash}.json`;
          node = await rootOf(file, () => get(file));
        }
        if (!node.children) return node.buckets ? `${name}/${prefix.toString(36)}.${node.hash}.json` : "";
        node = node.children[path[at]];
        prefix = prefix * 2 + +path[at];
      }
    }
    return { place, at: async (path) => ((path = await place(path)) ? get(path) : null) };
  }

  const summed = (differences) => {
    let number = 0;
    const start = differences[0] < 0 ? 1 : 0;
    return differences.slice(start).map((step) => (number += step));
  };

  // -- the index

  const MOST_WORDS = 16;
  const MOST_LETTERS = 400;
  const MOST_MENDED = 4;
  const MOST_OTHERS = 3;
  const MOST_MENDABLE = 20;
  const MOST_EXPANDED = 6;
  const MOST_JUDGED = 200;
  const MOST_PIECES = 8;
  const MOST_ROUNDS = 3;
  const MOST_SORTED = 200;
  const MOST_AT_ONCE = 10;
  const MOST_NAMED = 100;

  class Index {
    constructor({ base = "", load, head }) {
      this.get = keeper(load || ((path) => fetched(base, path)));
      this.given = head;
      this.folded = new WeakMap();
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
      this.nameTree = tree("n", async () => head.n, this.get);
      this.textTree = tree("t", () => this.get(head.t), this.get);
      this.rowTree = tree("r", () => this.get(head.r), this.get);
      this.facetTree = tree("f", () => this.get(head.f), this.get);
      // What leads to words is fetched while somebody types, after what names need.
      setTimeout(() => this.get(head.t).catch(() => {}), 1000);
    }

    // -- reading a query

    /** The words of a query: what was typed, and what it may have meant. */
    parse(query) {
      const found = [];
      const text = query.slice(0, MOST_LETTERS);
      const numbered = /^\W*\d+\s*[\/\s-]\s*[a-zđ]/i.test(text);
      const typed = words(text);
      typed.slice(0, MOST_WORDS).forEach((word, place) => {
        const long = !numbered && own(this.head.short, fold(word));
        if (long) for (const one of words(long)) found.push({ fold: fold(one), folds: [fold(one)] });
        else found.push(this.token(word, place === typed.length - 1));
      });
      return found.slice(0, MOST_WORDS);
    }

    token(word, last) {
      const folded = fold(word);
      const token = { fold: folded, canon: canon(word), folds: [folded], last };
      if (this.known.has(folded) || /^\d+$/.test(folded)) return token;
      if (last && this.beginningWith(folded).length) return token;
      const keys = typedKeys(word);
      const mended = keys && foldOfCanon(keys);
      if (mended && (this.known.has(mended) || (last && this.beginningWith(mended).length))) {
        return { ...token, fold: mended, canon: keys, folds: [mended], mended: true };
      }
      const near = folded.length < MOST_MENDABLE ? this.near(folded, this.known) : [];
      if (near.length) return { ...token, fold: near[0], canon: "", folds: [folded, ...near], mended: true };
      return token;
    }

    /** Words one slip away, the likeliest first. */
    near(folded, among) {
      const found = [...new Set(oneEdit(folded))].filter((other) => among.has(other));
      const distance = (other) => (other[0] === folded[0] ? 0 : 2) + (this.names.has(other) ? 0 : 1);
      return found.sort((a, b) => distance(a) - distance(b) || this.rarity(b) - this.rarity(a) || (a < b ? -1 : 1));
    }

    /** Known words that begin so, the most common first. */
    beginningWith(start) {
      const found = [...this.known].filter((word) => word.startsWith(start) && word !== start);
      return found.sort((a, b) => this.rarity(b) - this.rarity(a) || a.length - b.length);
    }

    /** Larger for the more common; words outside the table are the rarest. */
    rarity(word) {
      return this.common.has(word) ? 1e6 - this.common.get(word) : 0;
    }

    rarestFirst(folds) {
      return [...new Set(folds)].sort((a, b) => this.rarity(a) - this.rarity(b) || (a < b ? -1 : 1));
    }

    // -- names

    /** The rows under the longest key that these words lead to; `whole` if no other row has them all. */
    async leaf(folds) {
      const sorted = this.rarestFirst(folds);
      let seen = "";
      for (let length = Math.min(3, sorted.length); length; length--) {
        const place = await this.nameTree.place(pathOf(sorted.slice(0, length)));
        if (!place || place === seen) continue;
        seen = place;
        const bucket = await this.get(place);
        for (let shorter = length; shorter; shorter--) {
          const found = own(bucket.keys, sorted.slice(0, shorter).join("."));
          if (!found) continue;
          const whole = found[0] >= 0;
          return { rows: (whole ? found : found.slice(1)).map((at) => this.readRow(bucket.rows[at])), whole };
        }
      }
      return { rows: [], whole: true };
    }

    readRow(row) {
      if (row.read) return row.read;
      const [number, address, title, line = "", place = "", text = "", year = 0, names = "", photo = "", illustrative = 0] = row;
      const [kind, folder] = this.head.kinds[address[0]];
      const url = folder + address.slice(1) + "/";
      const shown = { url, kind, title, line, place, text, year, photo, illustrative: !!illustrative, initials: initials(title) };
      const read = (text) => words(text).map((word) => ({ fold: fold(word), canon: canon(word) }));
      const name = read(title);
      return (row.read = {
        shown,
        names: names ? [name, ...names.split("|").map(read)] : [name],
        rest: read(line + " " + place),
        number,
      });
    }

    /** How well a row answers by one of its names; null where a word is missing. */
    score(tokens, row, fuzzy) {
      let best = null;
      for (const name of row.names) {
        const hit = this.scoreName(tokens, name, row, fuzzy);
        if (hit && !(best && best.score >= hit.score)) best = hit;
      }
      return best;
    }

    scoreName(tokens, name, row, fuzzy) {
      const used = new Set();
      const places = [];
      let [score, conflict, slips, outside] = [0, false, 0, 0];
      for (const token of tokens) {
        let best = -1;
        let level = -1;
        const matched = (matches) => {
          name.forEach((word, at) => {
            if (used.has(at) || !matches(word.fold)) return;
            const value = agreementOf(token, word.canon);
            const follows = at === places[places.length - 1] + 1;
            if (value > level || (value === level && follows)) [best, level] = [at, value];
          });
          return best >= 0;
        };
        if (matched((word) => token.folds.includes(word))) score += 10 - token.folds.indexOf(name[best].fold) / 4;
        else if (token.last && matched((word) => word.startsWith(token.fold))) score += 9;
        else if (fuzzy && !slips && token.fold.length > 2 && matched((word) => withinOneEdit(token.fold, word))) {
          score += 6;
          slips++;
        } else if (row.rest.some((word) => token.folds.includes(word.fold))) {
          score += 3;
          outside++;
          continue;
        } else return null;
        used.add(best);
        places.push(best);
        score += [-3, 1, 3, 4][level];
        if (!level) conflict = true;
      }
      if (!places.length) return null;
      const steps = places.filter((place, at) => at && place === places[at - 1] + 1).length;
      const inRow = steps === places.length - 1;
      score += 2 * steps - 1.5 * (name.length - places.length);
      const all = places.length === name.length;
      // What was asked for first, then what it may have meant.
      const rank = slips ? (all && inRow ? 3 : 5) : conflict ? 4 : outside ? 2 : inRow || all ? 0 : 1;
      return { row, score, rank };
    }

    isName(word) {
      return this.names.has(word) || (/\d/.test(word) && !/^(19|20)\d\d$/.test(word));
    }

    /** Rows by name, the best first; where none are wanted, only what is there as it was typed. */
    async byName(tokens, wanted) {
      const nameOf = (token) => token.folds.find((word) => this.isName(word));
      const held = tokens.filter(nameOf);
      const last = tokens[tokens.length - 1];
      const open = last.last && !this.isName(last.fold);
      const hits = new Map();
      const take = async (folds, fuzzy) => {
        const leaf = await this.leaf(folds);
        for (const row of leaf.rows) {
          const hit = this.score(tokens, row, fuzzy);
          const before = hits.get(row.shown.url);
          if (hit && (!before || before.rank > hit.rank || before.score < hit.score)) hits.set(row.shown.url, hit);
        }
        return leaf.whole;
      };
      const all = (lists, fuzzy) => Promise.all(lists.filter((folds) => folds.length).map((folds) => take(folds, fuzzy)));
      const firm = held.filter((token) => !(token === last && open));
      let lists = [[]];
      for (const token of firm) {
        const choices = token.folds.filter((word) => this.isName(word));
        lists = lists.flatMap((folds) => choices.map((word) => [...folds, word])).slice(0, MOST_MENDED);
      }
      const clear = firm.filter((token) => token.folds.length < 2).map((token) => token.fold);
      if (clear.length > 1 && clear.length < firm.length) lists.push(clear);
      let whole = !(await all(lists)).includes(false);
      if (wanted && last.last && (open ? !whole || !firm.length : last.fold.length < 4 && hits.size < wanted)) {
        const base = firm.filter((token) => token !== last).map(nameOf);
        const endings = this.beginningWith(last.fold).filter((word) => this.names.has(word));
        const ended = await all(endings.slice(0, MOST_EXPANDED).map((word) => [...base, word]));
        if (endings.length > MOST_EXPANDED || ended.includes(false)) whole = false;
      }
      if (wanted && !hits.size && held.length > 1 && held.length <= 6) {
        const folds = held.map(nameOf);
        const fewer = folds.map((_, at) => folds.filter((_, other) => other !== at));
        const others = ({ fold }) => (fold.length < MOST_MENDABLE ? this.near(fold, this.names).slice(0, MOST_OTHERS) : []);
        const mended = tokens.flatMap((token) => others(token).map((word) => [...folds.filter((one) => one !== nameOf(token)), word]));
        await all([...(held.length < tokens.length ? [folds] : fewer), ...(tokens.length < 5 ? mended : [])], true);
      }
      const found = [...hits.values()].sort((a, b) => a.rank - b.rank || b.score - a.score || order(a.row.shown, b.row.shown));
      return { hits: found, whole };
    }

    /** The spelled terms behind a folded word or pair. */
    async terms(folds) {
      const wanted = folds.join(" ");
      const bucket = await this.textTree.at(termPath(wanted));
      if (!bucket) return [];
      if (!this.folded.has(bucket)) this.folded.set(bucket, byFold(bucket));
      const found = this.folded.get(bucket).get(wanted) || [];
      return found.map(([key, lists]) => ({ key, lists: lists.map((list, tier) => this.list(this.textTree, key, wanted, tier, list)) }));
    }

    /** A list as the files have it, of which further pieces can be had. */
    list(from, key, filed, tier, first) {
      const total = first[0] < 0 ? -first[0] : first.length;
      const most = this.head.pieces[from === this.facetTree ? 3 : tier];
      let pieces = 1;
      while (total > most * pieces) pieces *= 2;
      const list = { total, pieces, numbers: summed(first), have: new Set([0]) };
      list.placeOf = (number) => {
        const own = number % 2 ** OWN_BITS;
        return own * pieces < 2 ** OWN_BITS ? 0 : 1 + Math.floor(((number - own) * pieces) / 2 ** NUMBER_BITS);
      };
      list.more = async (place) => {
        if (list.have.has(place)) return [];
        list.have.add(place);
        const mark = `#${tier}.${place}`;
        const bucket = await from.at(termPath(spread(filed) + mark));
        const found = summed(own(bucket, key + mark)?.[0] || []);
        list.numbers.push(...found);
        return found;
      };
      return list;
    }

    // -- facets

    /** Everything that counts under a code. */
    async coded(facet, code) {
      const key = `${facet} ${code}`;
      const bucket = await this.facetTree.at(termPath(key));
      return this.list(this.facetTree, key, key, 0, own(bucket, key)?.[0] || []);
    }

    /** Those of some numbers that count under one of the codes. */
    async among(numbers, facet, codes) {
      const held = new Set();
      const look = async (code) => {
        const list = await this.coded(facet, code);
        await Promise.all([...new Set(numbers.map(list.placeOf))].map(list.more));
        for (const number of list.numbers) held.add(number);
      };
      await Promise.all(codes.map(look));
      return numbers.filter((number) => held.has(number));
    }

    async passing(numbers, filters) {
      for (const [facet, codes] of filters) {
        if (numbers.length) numbers = await this.among(numbers, facet, codes);
      }
      return numbers;
    }

    /** Everything under the rarest of the filters. */
    async everything(filters) {
      const found = await Promise.all(
        filters.map(async ([facet, codes]) => Promise.all(codes.map((code) => this.coded(facet, code)))),
      );
      const total = (lists) => lists.reduce((sum, list) => sum + list.total, 0);
      const lists = found.sort((a, b) => total(a) - total(b))[0] || [];
      await Promise.all(lists.flatMap((list) => Array.from({ length: list.pieces }, (_, place) => list.more(place + 1))));
      return [...new Set(lists.flatMap((list) => list.numbers))].sort((a, b) => a - b);
    }

    /** By year, as many as are wanted; those without a year come last. */
    async byYear(numbers, newest, wanted) {
      const years = (await this.values("year")).map(({ code }) => code).sort();
      if (newest) years.reverse();
      const found = new Set();
      for (const year of years) {
        if (found.size >= wanted) break;
        for (const number of await this.among(numbers, "year", [year])) found.add(number);
      }
      return [...found, ...numbers.filter((number) => !found.has(number))];
    }

    // -- texts

    /** Documents by the words that they hold, the best first. */
    async byText(tokens, wanted) {
      this.get(this.head.r).catch(() => {});
      const pairs = tokens.slice(1).map((token, at) => ({ tokens: [tokens[at], token], mask: 3 << at }));
      const known = new Map();
      const note = (unit, factor, tier, numbers) => {
        const value = unit.worth * factor * [1.6, 1.3, 1][tier];
        for (const number of numbers) {
          let one = known.get(number);
          if (!one) known.set(number, (one = { number, values: new Map(), covered: 0, pairs: 0 }));
          if (!(one.values.get(unit) >= value)) one.values.set(unit, value);
          if (factor < 1) continue;
          one.covered |= unit.mask;
          if (unit.tokens.length > 1) one.pairs |= unit.mask;
        }
      };
      const look = async (unit) => {
        unit.terms = (await Promise.all(spellings(unit.tokens).map((folds) => this.terms(folds)))).flat();
        const total = unit.terms.reduce((sum, term) => sum + term.lists.reduce((part, list) => part + list.total, 0), 0);
        const weight = unit.tokens.length > 1 || tokens.length < 2 ? 1 : 0.4;
        unit.worth = weight * Math.log(1 + this.head.count / (1 + total));
        for (const term of unit.terms) {
          const spelled = term.key.split(" ");
          const conflict = unit.tokens.some((token, at) => !agreementOf(token, spelled[at]));
          term.factor = conflict ? 0.25 : 1;
          term.lists.forEach((list, tier) => note(unit, term.factor, tier, list.numbers));
        }
      };
      await Promise.all(pairs.map(look));
      const covered = pairs.reduce((mask, unit) => (unit.terms.some((term) => term.factor === 1) ? mask | unit.mask : mask), 0);
      const singles = tokens.map((token, at) => ({ tokens: [token], mask: 1 << at })).filter((unit) => !(covered & unit.mask));
      await Promise.all(singles.map(look));
      const units = [...pairs, ...singles].filter((unit) => unit.terms.length);
      const everything = units.reduce((mask, unit) => mask | unit.mask, 0);
      const full = () => [...known.values()].filter((one) => one.covered === everything);
      for (let round = 0; round < MOST_ROUNDS && full().length < wanted; round++) {
        if (!(await this.extend(units, known, everything, note))) break;
      }
      const asked = count(everything) === tokens.length;
      const hits = [...known.values()].map((one) => {
        let score = 0;
        for (const value of one.values.values()) score += value;
        const full = asked && one.covered === everything;
        return {
          number: one.number,
          score: score * (0.4 + count(one.covered) / tokens.length),
          full,
          maybe: full || (asked && possible(units, one)),
          phrase: full && (tokens.length < 2 || (one.pairs === everything && one.values.size >= pairs.length)),
        };
      });
      const cut = units.some((unit) => unit.terms.some((term) => term.lists.some((list) => list.have.size <= list.pieces && list.pieces > 1)));
      hits.sort((a, b) => b.phrase - a.phrase || b.full - a.full || b.maybe - a.maybe || b.score - a.score || scrambled(a.number) - scrambled(b.number));
      return { hits, whole: !cut };
    }

    /** Look further where long lists were cut: at the pieces that decide about the best documents so far. */
    async extend(units, known, everything, note) {
      const open = [...known.values()].filter((one) => one.covered !== everything && possible(units, one));
      const worth = (one) => units.reduce((sum, unit) => sum + ((one.covered & unit.mask) === unit.mask ? unit.worth : 0), 0);
      open.sort((a, b) => worth(b) - worth(a) || scrambled(a.number) - scrambled(b.number));
      const votes = new Map();
      for (const one of open.slice(0, MOST_JUDGED)) {
        for (const unit of units) {
          if ((one.covered & unit.mask) === unit.mask) continue;
          for (const term of unit.terms) {
            term.lists.forEach((list, tier) => {
              const place = list.placeOf(one.number);
              if (tier >= tiersOf(unit) || term.factor < 1 || list.have.has(place)) return;
              const key = `${term.key}#${tier}.${place}`;
              if (!votes.has(key)) votes.set(key, { unit, term, tier, list, place, count: 0 });
              votes.get(key).count++;
            });
          }
        }
      }
      const chosen = [...votes.values()].sort((a, b) => b.unit.worth - a.unit.worth || b.count - a.count).slice(0, MOST_PIECES);
      await Promise.all(
        chosen.map(async ({ unit, term, tier, list, place }) => note(unit, term.factor, tier, await list.more(place))),
      );
      return chosen.length;
    }

    async rows(numbers, known = new Map()) {
      const read = async (number) => {
        const found = known.get(number) || (await this.rowTree.at(bits(number, NUMBER_BITS)))?.find((row) => row[0] === number);
        return found && (found.shown ? found : this.readRow(found));
      };
      return (await Promise.all(numbers.map(read))).filter(Boolean);
    }

    // -- answers

    async find(query, { filters = {}, sort = "relevance", offset = 0, limit = 10 } = {}) {
      await this.warm();
      const tokens = this.parse(String(query ?? ""));
      const wanted = offset + limit;
      const asked = Object.entries(filters).filter(([, codes]) => codes?.length);
      const quoted = /["“”«»]/.test(query);
      const deep = asked.length || sort !== "relevance" || wanted > MOST_AT_ONCE;
      const deeply = () => this.hits(tokens, quoted, Math.max(wanted, MOST_SORTED), true);
      const found = tokens.length ? await (deep ? deeply() : this.hits(tokens, quoted, wanted)) : null;
      let numbers = await this.passing(found ? found.certain : await this.everything(asked), asked);
      const total = numbers.length;
      if (sort === "newest" || sort === "oldest" || (!found && sort === "relevance")) {
        numbers = await this.byYear(numbers, sort !== "oldest", wanted);
      }
      if (sort === "name") {
        const named = (await this.rows(numbers.slice(0, MOST_NAMED))).sort(byGivenName).map((row) => row.number);
        numbers = [...named, ...numbers.slice(MOST_NAMED)];
      }
      if (found) numbers = [...numbers, ...(await this.passing(found.near, asked))];
      const rows = await this.rows(numbers.slice(offset, wanted), found?.rows);
      let all;
      return {
        rows: rows.map((row) => row.shown),
        /** How many hold all the words; if that is not `exact`, at least so many. */
        total,
        exact: !found || found.whole,
        /** Where among the rows those begin that hold only some of the words, or others like them. */
        near: Math.min(Math.max(total - offset, 0), rows.length),
        /** Whether further rows can be asked for. */
        more: numbers.length > wanted || !!found?.early,
        corrected: tokens.some((token) => token.mended) ? tokens.map((token) => token.fold).join(" ") : null,
        words: tokens.flatMap((token) => token.folds),
        /** How many of the answer count under each code of a facet, whatever of it is chosen. */
        counts: async (facet) => {
          const others = asked.filter(([name]) => name !== facet);
          const those = found
            ? await this.passing((await (all ||= deep ? found : deeply())).certain, others)
            : others.length && (await this.passing(await this.everything(others), others));
          const values = await this.values(facet);
          const counted = values.map(async ({ code, count }) => [code, those ? (await this.among(those, facet, [code])).length : count]);
          return Object.fromEntries(await Promise.all(counted));
        },
      };
    }

    /**
     * What answers a query: the numbers of documents that hold all of it and of those that are near, both the best first,
     * and the rows that are known already. Unless it is to be deep, names that suffice are an early answer.
     */
    async hits(tokens, quoted, wanted, deep) {
      // A query with a word that is in nobody's name is one for words: both are asked at once.
      const named = tokens.every((token) => token.last || token.folds.some((word) => this.people.has(word)));
      const early = named ? null : this.byText(tokens, wanted);
      early?.catch(() => {});
      let byName = await this.byName(tokens, named ? wanted : 0);
      if (!named && !byName.hits.length && !(await early).hits.some((hit) => hit.full)) byName = await this.byName(tokens, wanted);
      const rows = new Map(byName.hits.map((hit) => [hit.row.number, hit.row]));
      const ranked = (...ranks) => byName.hits.filter((hit) => ranks.includes(hit.rank)).map((hit) => hit.row.number);
      const answer = (all, others, more) => {
        const certain = new Set(all);
        return { rows, certain: [...certain], near: [...new Set(others)].filter((number) => !certain.has(number)), ...more };
      };
      const sure = ranked(0);
      const people = sure.some((number) => rows.get(number).shown.url.startsWith("guong/"));
      if (!deep && (sure.length >= wanted || (byName.whole && tokens.length > 2 && people))) {
        return answer(ranked(0, 1, 2), ranked(4), { whole: false, early: true });
      }
      const byText = await (early || this.byText(tokens, wanted));
      // What stands in quotation marks is meant word for word, if it is there at all.
      if (quoted && byText.hits.some((hit) => hit.phrase)) byText.hits = byText.hits.filter((hit) => hit.phrase);
      const pick = (test) => byText.hits.filter(test).map((hit) => hit.number);
      const certain = [...sure, ...pick((hit) => hit.phrase), ...(quoted ? [] : ranked(1, 2, 3)), ...pick((hit) => hit.full)];
      const rest = new Set(certain).size < MOST_AT_ONCE ? pick(() => true).slice(0, MOST_SORTED) : [];
      const whole = byText.whole && byName.whole;
      return answer(certain, [...(quoted ? [] : ranked(4, 5)), ...pick((hit) => hit.maybe), ...rest], { whole, early: !deep && !whole });
    }

    async suggest(query) {
      return (await this.find(query, { limit: 6 })).rows;
    }

    async values(facet) {
      await this.warm();
      const column = own(this.head.facets, facet);
      return column ? (await this.get(column)).map(([code, label, count, parent]) => ({ code, label, count, parent })) : [];
    }
  }

  /** Of single words what is told is a sample for good. */
  const tiersOf = (unit) => (unit.tokens.length > 1 ? 3 : 2);

  /** Whether a list is cut off before this document. */
  const unjudged = (unit, number) =>
    unit.terms.some((term) => term.factor === 1 && term.lists.slice(0, tiersOf(unit)).some((list) => !list.have.has(list.placeOf(number))));

  /** Whether all that is known speaks for a document, and the rest is cut off. */
  function possible(units, one) {
    let open = 0;
    for (const unit of units) if ((one.covered & unit.mask) !== unit.mask && unjudged(unit, one.number)) open |= unit.mask;
    return units.every((unit) => ((one.covered | open) & unit.mask) === unit.mask);
  }

  /** The first meanings of one or two words. */
  function spellings(tokens) {
    let found = [[]];
    for (const token of tokens) found = found.flatMap((folds) => token.folds.slice(0, 2).map((word) => [...folds, word]));
    return found.slice(0, 2);
  }

  function unpacked(text) {
    const found = [];
    let before = "";
    for (const [, shared, rest] of text.matchAll(/(\d)(\D+)/g)) found.push((before = before.slice(0, shared) + rest));
    return found;
  }

  function byFold(bucket) {
    const found = new Map();
    for (const entry of Object.entries(bucket)) {
      const key = foldOfCanon(entry[0]);
      if (found.has(key)) found.get(key).push(entry);
      else found.set(key, [entry]);
    }
    return found;
  }

  const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);
  /** An order that has nothing to do with places, as numbers do. */
  const scrambled = (number) => Math.imul(number, 0x9e3779b1) >>> 0;
  const count = (mask) => (mask ? (mask & 1) + count(mask >>> 1) : 0);
  const order = (a, b) => b.year - a.year || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.url < b.url ? -1 : 1);

  /** Vietnamese order: people by their given names, everything else by the first word. */
  function byGivenName(a, b) {
    const key = ({ shown }) => {
      const parts = shown.title.split(" ");
      return shown.kind === "individual" ? [parts.pop(), ...parts].join(" ") : shown.title;
    };
    return key(a).localeCompare(key(b), "vi");
  }

  function initials(name) {
    const found = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(và|của|các|tại)$/i.test(word));
    if (!found.length) return name.slice(0, 1).toUpperCase();
    return (found[0][0] + (found.length > 1 ? found[found.length - 1][0] : "")).toUpperCase();
  }

  /** A text in pieces, each with whether it matches one of the folded words. */
  function highlight(text, wanted) {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{N}\u0300-\u036f]*`, "gu"))) {
      if (!words(match[0]).some((word) => wanted.includes(fold(word)))) continue;
      if (match.index > end) pieces.push([text.slice(end, match.index), false]);
      pieces.push([match[0], true]);
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push([text.slice(end), false]);
    return pieces;
  }

  return { open: (options) => new Index(options), highlight, fold, canon, words, spread, take, typedKeys, Unreachable };
})();
