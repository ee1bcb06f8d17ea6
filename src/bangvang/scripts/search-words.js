// What the search engine answers beyond names: words, slips, keys of Telex and VNI, filters, orders and counts.
// search-engine.js loads it once it is needed, or while somebody types.
BangVangSearch.Words = (() => {
  "use strict";

  const { fold, canon, words, spread, tools } = BangVangSearch;
  const { agreementOf, answered, bits, foldOfCanon, glimpse, own, sorted, tree, FREE_Y } = tools;

  // -- what was meant

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

  // -- words and filters

  const NUMBER_BITS = 26;
  const OWN_BITS = 18;
  const MOST_OTHERS = 3;
  const MOST_MENDABLE = 20;
  const MOST_HELD = 6;
  const MOST_JUDGED = 200;
  const MOST_PIECES = 12;
  const MOST_ROUNDS = 3;
  const MOST_SORTED = 200;
  const MOST_AT_ONCE = 10;
  const MOST_NAMED = 100;
  const LONG = 7;
  const TOLD = 2;
  const APART = 255 * 2 ** OWN_BITS;

  const termPath = (key) => bits(spread(key), 32);

  const summed = (differences) => {
    let number = 0;
    const start = differences[0] < 0 ? 1 : 0;
    return differences.slice(start).map((step) => (number += step));
  };

  class Words {
    constructor(index) {
      const { head, get } = index;
      this.index = index;
      this.head = head;
      this.textTree = tree("t", () => get(head.t), get);
      this.rowTree = tree("r", () => get(head.r), get);
      this.facetTree = tree("f", () => get(head.f), get);
      this.folded = new WeakMap();
    }

    // -- slips

    /** A word as it is known, if it is one: by its keys, or one slip away. */
    mended(token) {
      const { index } = this;
      const has = (word) => index.known.has(word) || (token.last && index.beginningWith(word).length);
      const keys = typedKeys(token.typed);
      const meant = keys && foldOfCanon(keys);
      if (meant && has(meant)) return { ...token, fold: meant, canon: keys, folds: [meant], mended: true };
      const near = token.fold.length < MOST_MENDABLE ? this.near(token.fold, index.known) : [];
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

    // -- texts

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

    async rows(numbers, known = new Map()) {
      const read = async (number) => {
        const found = known.get(number) || (await this.rowTree.at(bits(number, NUMBER_BITS)))?.find((row) => row[0] === number);
        return found && (found.shown ? found : this.index.readRow(found));
      };
      return (await Promise.all(numbers.map(read))).filter(Boolean);
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
      const years = (await this.index.values("year")).map(({ code }) => code).sort();
      if (newest) years.reverse();
      const found = new Set();
      for (const year of years) {
        if (found.size >= wanted) break;
        for (const number of await this.among(numbers, "year", [year])) found.add(number);
      }
      return [...found, ...numbers.filter((number) => !found.has(number))];
    }

    // -- answers

    /** As the engine's `find`: `names` is what it has found by name already. */
    async find(text, typed, asked = {}, names = null) {
      const { filters = {}, sort = "relevance", offset = 0, limit = MOST_AT_ONCE, deep, show } = asked;
      const tokens = this.respaced(typed).map((token) => (token.known ? token : this.mended(token)));
      const wanted = offset + limit;
      const chosen = Object.entries(filters).filter(([, codes]) => codes?.length);
      const whole = deep || chosen.length || sort !== "relevance" || wanted > MOST_AT_ONCE;
      const search = new Search(this, text, tokens, names, whole ? null : show);
      search.hurry();
      if (!whole) {
        const early = this.index.early(await search.byName(wanted), text, tokens, asked);
        if (early) return early;
      }
      const found = tokens.length ? await search.hits(whole ? Math.max(wanted, MOST_SORTED) : wanted) : null;
      // Names that were looked for to fill one page are too few to count.
      const deeper = whole || !found ? null : () => this.find(text, typed, { ...asked, deep: true });
      let numbers = await this.passing(found ? found.certain : await this.everything(chosen), chosen);
      const total = numbers.length;
      numbers = await this.ordered(numbers, sort === "relevance" && !found ? "newest" : sort, wanted);
      if (found) numbers = [...numbers, ...(await this.passing(found.near, chosen))];
      const rows = await this.rows(numbers.slice(offset, wanted), found?.rows);
      return {
        ...answered(tokens),
        rows: rows.map((row) => row.shown),
        /** How many hold all the words; if that is not `exact`, at least so many. */
        total,
        exact: !found || found.whole,
        /** Where among the rows those begin that hold only some of the words, or others like them. */
        near: Math.min(Math.max(total - offset, 0), rows.length),
        /** Whether further rows can be asked for. */
        more: numbers.length > wanted || (!!found && !whole && !found.whole),
        /** The answer that has looked as far as can be; null if this one has. */
        whole: deeper,
        /** How many of the answer count under each code of a facet, whatever of it is chosen. */
        counts: async (facet) => (deeper ? (await deeper()).counts(facet) : this.counts(facet, chosen, found)),
      };
    }

    async ordered(numbers, sort, wanted) {
      if (sort === "newest" || sort === "oldest") return this.byYear(numbers, sort === "newest", wanted);
      if (sort !== "name") return numbers;
      const named = (await this.rows(numbers.slice(0, MOST_NAMED))).sort(byGivenName).map((row) => row.number);
      return [...named, ...numbers.slice(MOST_NAMED)];
    }

    /** Where only near rows are there, they are what is counted. */
    async counts(facet, chosen, found) {
      const others = chosen.filter(([name]) => name !== facet);
      let those = null;
      if (found) those = await this.passing(found.certain.length ? found.certain : found.near, others);
      else if (others.length) those = await this.passing(await this.everything(others), others);
      const counted = (await this.index.values(facet)).map(async ({ code, count }) => [
        code,
        those ? (await this.among(those, facet, [code])).length : count,
      ]);
      return Object.fromEntries(await Promise.all(counted));
    }
  }

  /** One query on its way: by names and by words. */
  class Search {
    constructor(from, text, tokens, names, show) {
      this.from = from;
      this.tokens = tokens;
      this.quoted = /["“”«»]/.test(text);
      /** A query with a word that is in nobody's name is one for words. */
      this.named = tokens.every((token) => token.last || token.folds.some((word) => from.index.people.has(word)));
      this.texts = new Texts(from, tokens);
      this.names = names;
      this.show = show;
    }

    /** What the words lead to; at once, unless names alone may suffice. */
    look() {
      if (!this.looking) {
        this.looking = this.texts.look();
        this.looking.catch(() => {});
      }
      return this.looking;
    }

    /** Whoever seems to ask for no person is not to wait until all files of names are searched one after another. */
    async hurry() {
      const { index } = this.from;
      if (!this.tokens.length || (this.named && index.isPerson(this.tokens))) return;
      this.look();
      const folds = this.tokens.map((token) => index.nameOf(token)).filter(Boolean);
      for (const place of await index.placesOf(index.rarestFirst(folds))) if (place) index.get(place).catch(() => {});
    }

    byName(wanted) {
      return (this.names ||= this.tokens.length ? this.from.index.byName(this.tokens, this.named ? wanted : 0, this.show) : { hits: [], whole: true });
    }

    /** By name; where nothing is, by names that are like it. */
    async people(wanted) {
      const byName = await this.byName(wanted);
      if (byName.hits.length) return byName;
      await this.look();
      if (this.named ? this.texts.hits()[0]?.phrase : this.texts.full().length) return byName;
      if (this.named) return { ...byName, hits: await this.from.nearNames(this.tokens) };
      const again = await this.from.index.byName(this.tokens, wanted);
      return again.hits.length ? again : { ...again, hits: await this.from.nearNames(this.tokens) };
    }

    /**
     * What answers: the numbers of documents that hold all of the query and of those that are near, both the best first,
     * and the rows that are known already.
     */
    async hits(wanted) {
      const [byName] = await Promise.all([this.people(wanted), this.look()]);
      const rows = new Map(byName.hits.map((hit) => [hit.row.number, hit.row]));
      const ranked = (...ranks) => byName.hits.filter((hit) => ranks.includes(hit.rank)).map((hit) => hit.row.number);
      const sure = ranked(0);
      const certain = () => {
        const found = this.texts.hits();
        // What stands in quotation marks is meant word for word, if it is there at all.
        this.strictly = this.quoted && found.some((hit) => hit.phrase);
        const hits = this.strictly ? found.filter((hit) => hit.phrase) : found;
        const pick = (test) => hits.filter(test).map((hit) => hit.number);
        const others = this.strictly ? [] : ranked(1, 2, 3);
        return { hits, pick, all: new Set([...sure, ...pick((hit) => hit.phrase && !hit.aside), ...others, ...pick((hit) => hit.full)]) };
      };
      let { all } = certain();
      if (all.size && all.size < wanted && this.show)
        this.from.rows([...all], rows).then((some) => this.show(glimpse(this.tokens, some)), () => {});
      if (all.size < wanted) await this.texts.extend(wanted - all.size);
      const { hits, pick, all: found } = certain();
      all = found;
      const rest = all.size < MOST_AT_ONCE ? hits.slice(0, MOST_SORTED).map((hit) => hit.number) : [];
      const near = [...(this.strictly ? [] : ranked(4, 5)), ...pick((hit) => hit.maybe), ...rest];
      return {
        rows,
        certain: [...all],
        near: [...new Set(near)].filter((number) => !all.has(number)),
        whole: !this.texts.isCut() && byName.whole,
      };
    }
  }

  /** Documents by the words of a query: what each pair of neighbours, or else each word, leads to. */
  class Texts {
    constructor(from, tokens) {
      this.from = from;
      this.tokens = tokens;
      this.pairs = tokens.slice(1).map((token, at) => ({ tokens: [tokens[at], token], mask: 3 << at, terms: [] }));
      this.units = [];
      this.known = new Map();
    }

    async look() {
      if (!this.tokens.length) return;
      this.from.index.get(this.from.head.r).catch(() => {});
      await Promise.all(this.pairs.map((unit) => this.ask(unit)));
      const covered = this.pairs.reduce((mask, unit) => (unit.terms.some((term) => term.factor === 1) ? mask | unit.mask : mask), 0);
      const singles = this.tokens.map((token, at) => ({ tokens: [token], mask: 1 << at, terms: [] })).filter((unit) => !(covered & unit.mask));
      await Promise.all(singles.map((unit) => this.ask(unit)));
      this.units = [...this.pairs, ...singles].filter((unit) => unit.terms.length);
      this.everything = this.units.reduce((mask, unit) => mask | unit.mask, 0);
      /** What an abbreviation stands for belongs together; single letters say nothing unless they stand in a row. */
      this.bound = this.pairs.filter(({ tokens: [, token] }) => token.joined).reduce((mask, unit) => mask | unit.mask, 0);
      if (this.tokens.every(({ fold }) => fold.length < 2)) this.bound = 2 ** this.tokens.length - 1;
      /** What must stand in a row: what an abbreviation is short for, and words of one letter each; one letter alone says nothing. */
      const letters = this.tokens.every(({ fold }) => fold.length < 2);
      this.tied = this.pairs.filter(({ tokens }) => letters || tokens[1].joined);
      this.vague = letters && !this.pairs.length;
      /** Whether every word of the query is somewhere. */
      this.answerable = bitsIn(this.everything) === this.tokens.length;
    }

    async ask(unit) {
      unit.terms = (await Promise.all(spellings(unit.tokens).map((folds) => this.from.terms(folds)))).flat();
      const total = unit.terms.reduce((sum, term) => sum + term.lists.reduce((part, list) => part + list.total, 0), 0);
      const weight = unit.tokens.length > 1 || this.tokens.length < 2 ? 1 : 0.4;
      unit.worth = weight * Math.log(1 + this.from.head.count / (1 + total));
      for (const term of unit.terms) {
        const spelled = term.key.split(" ");
        const conflict = unit.tokens.some((token, at) => !agreementOf(token, spelled[at]));
        term.factor = conflict ? 0.25 : 1;
        term.lists.forEach((list, tier) => this.note(unit, term.factor, tier, list.numbers));
      }
    }

    note(unit, factor, tier, numbers) {
      const value = unit.worth * factor * [1.6, 1.3, 1][tier];
      for (const number of numbers) {
        let one = this.known.get(number);
        if (!one) this.known.set(number, (one = { number, values: new Map(), covered: 0, pairs: 0 }));
        if (!(one.values.get(unit) >= value)) one.values.set(unit, value);
        if (factor < 1) continue;
        one.covered |= unit.mask;
        one.known ||= tier < TOLD;
        if (unit.tokens.length > 1) one.pairs |= unit.mask;
      }
    }

    /** Those that hold all the words. */
    full() {
      return [...this.known.values()].filter((one) => this.isFull(one));
    }

    isFull(one) {
      return this.answerable && !this.vague && one.covered === this.everything && this.tied.every((unit) => one.values.has(unit));
    }

    isCut() {
      return this.units.some((unit) => unit.terms.some((term) => term.lists.some((list) => list.have.size <= list.pieces && list.pieces > 1)));
    }

    hits() {
      const { pairs, tokens, units } = this;
      const hits = [...this.known.values()].map((one) => {
        let score = 0;
        for (const value of one.values.values()) score += value;
        const full = this.isFull(one);
        return {
          number: one.number,
          score: score * (0.4 + bitsIn(one.covered) / tokens.length),
          full,
          maybe: full || (this.answerable && !this.vague && !this.tied.length && possible(units, one)),
          /** Pages of the site tell of everything; their examples are the last that anybody looks for. */
          aside: !one.known && one.number >= APART,
          phrase: full && (tokens.length < 2 || (one.pairs === this.everything && one.values.size >= pairs.length)),
        };
      });
      return hits.sort(
        (a, b) => b.full - a.full || a.aside - b.aside || b.phrase - a.phrase || b.maybe - a.maybe || b.score - a.score || byChance(a, b),
      );
    }

    /** Look further where long lists were cut, until so many more hold all the words. */
    async extend(more) {
      const enough = this.full().length + more;
      for (let round = 0; this.answerable && round < MOST_ROUNDS && this.full().length < enough; round++) {
        const chosen = this.deciding();
        if (!chosen.length) return;
        await Promise.all(
          chosen.map(async ({ unit, term, tier, list, place }) => this.note(unit, term.factor, tier, await list.more(place))),
        );
      }
    }

    /** What a document is still to be looked up under; of a long query no word twice. */
    missing(one) {
      const open = this.units.filter((unit) => (one.covered & unit.mask) !== unit.mask);
      if (this.tokens.length < LONG) return open;
      let held = one.covered;
      const take = (wanted) => (unit) => wanted(unit) && ((held |= unit.mask), true);
      const firsts = open.filter(take(({ mask }) => !(held & mask & -mask)));
      return [...firsts, ...open.filter(take(({ mask }) => mask & ~held))];
    }

    /** The pieces that decide about the best documents so far. */
    deciding() {
      const { units } = this;
      const open = [...this.known.values()].filter((one) => one.covered !== this.everything && possible(units, one));
      const worth = (one) => units.reduce((sum, unit) => sum + ((one.covered & unit.mask) === unit.mask ? unit.worth : 0), 0);
      open.sort((a, b) => worth(b) - worth(a) || byChance(a, b));
      const votes = new Map();
      for (const one of open.slice(0, MOST_JUDGED)) {
        for (const unit of this.missing(one)) {
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
      return [...votes.values()].sort((a, b) => b.unit.worth - a.unit.worth || b.count - a.count).slice(0, MOST_PIECES);
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

  function byFold(bucket) {
    const found = new Map();
    for (const entry of Object.entries(bucket)) {
      const key = foldOfCanon(entry[0]);
      if (found.has(key)) found.get(key).push(entry);
      else found.set(key, [entry]);
    }
    return found;
  }

  /** Vietnamese order: people by their given names, everything else by the first word. */
  function byGivenName(a, b) {
    const key = ({ shown }) => {
      const parts = shown.title.split(" ");
      return shown.kind === "individual" ? [parts.pop(), ...parts].join(" ") : shown.title;
    };
    return key(a).localeCompare(key(b), "vi");
  }

  /** An order that has nothing to do with places, as numbers do. */
  const scrambled = ({ number }) => Math.imul(number, 0x9e3779b1) >>> 0;
  const byChance = (a, b) => scrambled(a) - scrambled(b);
  const bitsIn = (mask) => (mask ? (mask & 1) + bitsIn(mask >>> 1) : 0);

  return Object.assign(Words, { typedKeys });
})();
