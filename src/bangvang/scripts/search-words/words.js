// What the search engine answers beyond names: words, slips, keys of Telex and VNI, filters, orders and counts.
// All of this folder is served as one script, which search-engine.js loads once it is needed, or while somebody types.
BangVangSearch.Words = (() => {
  "use strict";

  const { Slips, Store, Texts, tools } = BangVangSearch;
  const { answered, glimpse, sorted } = tools;
  const MOST_SORTED = 200;
  const MOST_AT_ONCE = 10;
  const WORDS_OF_A_PLACE = 2;
  const MOST_OF_A_NAME = 4;
  /** A school begins as a family's name does: Trường Tiểu học. */
  const SCHOOL = /^truong (tieu|trung|mam|mau|pho|cao|dai) /;

  class Words {
    constructor(index) {
      this.index = index;
      this.slips = new Slips(index);
      this.store = new Store(index);
    }

    /** As the engine's `find`: `names` is what it has found by name already. */
    async find(text, typed, asked = {}, names = null) {
      const { filters = {}, sort = "relevance", offset = 0, limit = MOST_AT_ONCE, deep, show } = asked;
      const tokens = this.slips.respaced(typed).map((token) => (token.known ? token : this.slips.mended(token)));
      const wanted = offset + limit;
      const chosen = Object.entries(filters).filter(([, codes]) => codes?.length);
      const whole = deep || chosen.length || sort !== "relevance" || wanted > MOST_AT_ONCE;
      const search = new Search(this, text, tokens, names, whole ? null : show);
      search.hurry(whole ? 0 : wanted);
      if (!whole) {
        const early = this.index.early(await search.byName(wanted), text, tokens, asked);
        if (early) return early;
      }
      const look = () => (tokens.length ? search.hits(whole ? Math.max(wanted, MOST_SORTED) : wanted) : null);
      let found = await look();
      // Names that were looked for to fill one page are too few to count.
      const deeper = whole || !found ? null : () => this.find(text, typed, { ...asked, deep: true });
      let numbers = await this.store.passing(found ? found.certain : await this.store.everything(chosen), chosen);
      if (found && chosen.length && numbers.length < wanted && !found.whole) {
        await search.texts.within(await this.store.coded(chosen), wanted - numbers.length);
        found = await look();
        numbers = await this.store.passing(found.certain, chosen);
      }
      const total = numbers.length;
      numbers = await this.ordered(numbers, sort === "relevance" && !found ? "newest" : sort, wanted);
      if (found) numbers = [...numbers, ...(await this.store.passing(found.near, chosen))];
      const rows = await this.store.rows(numbers.slice(offset, wanted), found?.rows);
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
      if (sort === "newest" || sort === "oldest") return this.store.byYear(numbers, sort === "newest", wanted);
      if (sort !== "name") return numbers;
      const order = await this.index.get(this.index.head.o);
      // Rows of few are less than the pieces of the order in which the first of them stand.
      if (numbers.length ** 2 > wanted * order.length) return this.store.byName(numbers, order, wanted);
      return (await this.store.rows(numbers)).sort(byGivenName).map((row) => row.number);
    }

    /** Where only near rows are there, they are what is counted. */
    async counts(facet, chosen, found) {
      const others = chosen.filter(([name]) => name !== facet);
      let those = null;
      if (found) those = await this.store.passing(found.certain.length ? found.certain : found.near, others);
      else if (others.length) those = await this.store.passing(await this.store.everything(others), others);
      const counted = (await this.store.values(facet)).map(async ({ code, count }) => [
        code,
        those ? (await this.store.among(those, facet, [code])).length : count,
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
      this.person = tokens.length && this.named && from.index.isPerson(tokens);
      this.texts = new Texts(from.store, tokens);
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
    async hurry(wanted) {
      const { index } = this.from;
      if (!this.tokens.length || this.person) return;
      this.look();
      if (wanted) this.ahead(wanted).catch(() => {});
      const folds = this.tokens.map((token) => index.nameOf(token)).filter(Boolean);
      for (const place of await index.placesOf(index.rarestFirst(folds))) if (place) index.get(place).catch(() => {});
    }

    /** The same, and further where the words are cut off, until so many are found or everybody is who was meant. */
    lookFurther(wanted) {
      const further = async () => {
        await this.look();
        const met = wanted <= MOST_AT_ONCE && (await this.natives()).some(({ all, rank }) => all && rank < 4);
        if (!met) await this.texts.extend(wanted);
      };
      return (this.looked ||= further());
    }

    /** People whose names are followed by where they are from, for names are filed without places; or begin with a slip. */
    natives() {
      return (this.met ||= this.meet());
    }

    async meet() {
      const { tokens, from: { index } } = this;
      const folds = tokens.slice(0, -WORDS_OF_A_PLACE).map((token) => index.nameOf(token));
      const hits = new Map();
      if (folds.length > 1 && folds.length <= MOST_OF_A_NAME && folds.every(Boolean) && index.isPerson(tokens.slice(0, 2)) && !SCHOOL.test(`${folds.join(" ")} `))
        await index.collect(hits, tokens, folds);
      else await this.from.slips.families(hits, tokens);
      return sorted(hits).filter(({ row, rank }) => row.person && rank < 5);
    }

    /** Rows that the words alone lead to are read while names are still looked for. */
    async ahead(wanted) {
      await this.look();
      const rows = this.texts.hits().filter(({ phrase, aside }) => phrase && !aside).slice(0, wanted);
      if (!this.settled && rows.length === wanted) await this.from.store.rows(rows.map(({ number }) => number));
    }

    byName(wanted) {
      return (this.found ||= this.tokens.length ? this.everyName(wanted) : { hits: [], whole: true });
    }

    async everyName(wanted) {
      this.names ||= this.from.index.byName(this.tokens, this.named ? wanted : 0, this.show);
      const [byName, natives] = await Promise.all([this.names, this.person ? [] : this.natives()]);
      this.settled = true;
      return joined(byName, natives);
    }

    /** By name; where nothing is, by names that are like it. */
    async people(wanted) {
      const byName = await this.byName(wanted), near = () => this.from.slips.nearNames(this.tokens);
      if (byName.hits.length) return byName;
      if (this.person) {
        const [hits] = await Promise.all([near(), this.look()]);
        return this.texts.hits()[0]?.phrase ? byName : { ...byName, hits };
      }
      await this.lookFurther(wanted);
      const like = this.from.index.isPerson(this.tokens);
      if (like ? this.texts.hits()[0]?.phrase : this.texts.full().length) return byName;
      const again = this.named ? byName : await this.from.index.byName(this.tokens, wanted);
      return again.hits.length ? again : { ...again, hits: await near() };
    }

    /** What answers for certain by some names and by the words, as far as they were looked up. */
    certain(byName) {
      const found = this.texts.hits();
      // What stands in quotation marks is meant word for word, if it is there at all.
      const strictly = this.quoted && found.some((hit) => hit.phrase);
      const hits = strictly ? found.filter((hit) => hit.phrase) : found;
      const pick = (test) => hits.filter(test).map((hit) => hit.number);
      const ranked = (...ranks) => byName.hits.filter((hit) => ranks.includes(hit.rank)).map((hit) => hit.row.number);
      const others = (...ranks) => (strictly ? [] : ranked(...ranks));
      // What is short for something begins a name; other words of it may be left out: HTX Tân Tiến.
      const short = this.tokens.some((token) => token.joined >= 0);
      const all = new Set([...ranked(0), ...(short ? others(1) : []), ...pick((hit) => hit.phrase && !hit.aside), ...others(1, 2, 3), ...pick((hit) => hit.full)]);
      const rest = all.size < MOST_AT_ONCE ? hits.slice(0, MOST_SORTED).map((hit) => hit.number) : [];
      return { all, near: new Set([...others(4, 5), ...pick((hit) => hit.maybe), ...rest].filter((number) => !all.has(number))) };
    }

    /** Shows what is certain while more is looked for. */
    async glance(wanted) {
      const [byName] = await Promise.all([this.byName(wanted), this.look()]);
      const { all } = this.certain(byName);
      if (!all.size || all.size >= wanted) return;
      const rows = await this.from.store.rows([...all], rowsOf(byName));
      this.show(glimpse(this.tokens, rows));
    }

    /**
     * What answers: the numbers of documents that hold all of the query and of those that are near, both the best first,
     * and the rows that are known already.
     */
    async hits(wanted) {
      if (!this.person) this.lookFurther(wanted).catch(() => {});
      if (this.show) this.glance(wanted).catch(() => {});
      let [byName] = await Promise.all([this.people(wanted), this.look()]);
      if (!this.person || this.certain(byName).all.size < wanted) await this.lookFurther(wanted);
      if (this.met) byName = joined(byName, await this.met);
      const { all, near } = this.certain(byName);
      return { rows: rowsOf(byName), certain: [...all], near: [...near], whole: !this.texts.isCut() && byName.whole };
    }
  }

  /** What was found by name, with more of it. */
  function joined(byName, hits) {
    const held = new Set(byName.hits.map(({ row }) => row.number)), more = hits.filter(({ row }) => !held.has(row.number));
    return more.length ? { ...byName, hits: [...byName.hits, ...more].sort((a, b) => a.rank - b.rank || b.score - a.score) } : byName;
  }

  const rowsOf = ({ hits }) => new Map(hits.map(({ row }) => [row.number, row]));

  /** Vietnamese order: people by their given names, everything else by the first word. */
  function byGivenName(a, b) {
    const key = ({ shown }) => {
      const parts = shown.title.split(" ");
      return shown.kind === "individual" ? [parts.pop(), ...parts].join(" ") : shown.title;
    };
    return key(a).localeCompare(key(b), "vi");
  }

  return Words;
})();
