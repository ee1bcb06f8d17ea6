// What the files hold beyond names: the lists behind words and under the codes of filters, and the rows of documents.
BangVangSearch.Store = (() => {
  "use strict";

  const { spread, tools } = BangVangSearch;
  const { bits, foldOfCanon, own, tree } = tools;
  const NEAR_BITS = 8;
  const OWN_BITS = 18;
  const NUMBER_BITS = NEAR_BITS + OWN_BITS;

  const termPath = (key) => bits(spread(key), 32);

  const summed = (differences) => {
    let number = 0;
    const start = differences[0] < 0 ? 1 : 0;
    return differences.slice(start).map((step) => (number += step));
  };

  class Store {
    constructor(index) {
      const { head, get } = index;
      this.index = index;
      this.head = head;
      this.textTree = tree("t", () => get(head.t), get);
      this.rowTree = tree("r", () => get(head.r), get);
      this.facetTree = tree("f", () => get(head.f), get);
      this.proofTree = tree("p", () => get(head.p), get);
      this.folded = new WeakMap();
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
      const most = this.head.pieces[from === this.textTree ? tier : 3];
      let pieces = 1;
      while (total > most * pieces) pieces *= 2;
      const list = { total, pieces, numbers: summed(first), have: new Set([0]) };
      /** The pieces in which what lies somewhere stands, beside the sample; a short list is all sample. */
      const beginning = (near) => 1 + Math.floor((near * pieces) / 2 ** NEAR_BITS);
      list.placesAt = (near) => {
        if (pieces < 2) return [];
        const first = beginning(near);
        return Array.from({ length: Math.max(1, beginning(near + 1) - first) }, (_, more) => first + more);
      };
      list.placeOf = (number) => {
        const own = number % 2 ** OWN_BITS;
        return own * pieces < 2 ** OWN_BITS ? 0 : beginning((number - own) / 2 ** OWN_BITS);
      };
      /** About how many lie somewhere: those of the sample stand for the rest where it is not there yet. */
      list.hopedAt = (near) => {
        if (list.counted !== list.numbers.length) {
          list.counted = list.numbers.length;
          list.counts = new Map();
          for (const number of list.numbers) {
            const there = Math.floor(number / 2 ** OWN_BITS);
            list.counts.set(there, (list.counts.get(there) || 0) + 1);
          }
        }
        const count = list.counts.get(near) || 0;
        return list.placesAt(near).every((place) => list.have.has(place)) ? count : (2 * count * pieces + total / 2 ** NEAR_BITS) / 3;
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

    /** The codes of a facet, what each is called, how many there are of it, and what it lies in. */
    async values(facet) {
      const column = own(this.head.facets, facet);
      return column ? (await this.index.get(column)).map(([code, label, count, parent]) => ({ code, label, count, parent })) : [];
    }

    /** Of each filter the lists of what counts under its codes. */
    coded(filters) {
      const lists = ([facet, codes]) => Promise.all(codes.map((code) => this.under(this.facetTree, `${facet} ${code}`)));
      return Promise.all(filters.map(lists));
    }

    async under(from, key) {
      const bucket = await from.at(termPath(key));
      return this.list(from, key, key, 0, own(bucket, key)?.[0] || []);
    }

    /** The rows under a number and a name: see bangvang.search.proofs. */
    async proven(key) {
      const list = await this.under(this.proofTree, key);
      await all(list);
      return this.rows(list.numbers);
    }

    /** Those of some numbers that count under one of the codes. */
    async among(numbers, facet, codes) {
      const held = new Set();
      const [lists] = await this.coded([[facet, codes]]);
      const look = async (list) => {
        await Promise.all([...new Set(numbers.map(list.placeOf))].map(list.more));
        for (const number of list.numbers) held.add(number);
      };
      await Promise.all(lists.map(look));
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
      const found = await this.coded(filters);
      const total = (lists) => lists.reduce((sum, list) => sum + list.total, 0);
      const lists = found.sort((a, b) => total(a) - total(b))[0] || [];
      await Promise.all(lists.map(all));
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

    /** By name, as many as are wanted: as much of the order of all names is read as should hold them, until it does. */
    async byName(numbers, order, wanted) {
      const left = new Set(numbers), found = [], some = Math.ceil((wanted / numbers.length) * order.length);
      for (let at = 0; at < order.length && found.length < wanted; at += some) {
        const pieces = await Promise.all(order.slice(at, at + some).map(this.index.get));
        for (const number of pieces.flat()) if (left.delete(number)) found.push(number);
      }
      return [...found, ...left];
    }
  }

  /** Every piece of a list. */
  const all = (list) => Promise.all(Array.from({ length: list.pieces }, (_, place) => list.more(place + 1)));

  function byFold(bucket) {
    const found = new Map();
    for (const entry of Object.entries(bucket)) {
      const key = foldOfCanon(entry[0]);
      if (found.has(key)) found.get(key).push(entry);
      else found.set(key, [entry]);
    }
    return found;
  }

  return Object.assign(Store, { NEAR_BITS, OWN_BITS });
})();
