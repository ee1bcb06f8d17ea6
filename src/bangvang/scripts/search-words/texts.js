// Documents by the words of a query.
BangVangSearch.Texts = (() => {
  "use strict";

  const { NEAR_BITS, OWN_BITS } = BangVangSearch.Store, { agreementOf } = BangVangSearch.tools;
  const MOST_PIECES = 8;
  const MOST_ROUNDS = 2;
  const SITES = 2 ** NEAR_BITS;
  const LITTLE = 0.15;
  const HARDLY = 0.05;
  const MOSTLY = 0.9;
  const TELLING = 3;
  const MOST_OPEN = 6;
  /** Of sixteen words; the bits of single words come after those of pairs. */
  const MOST_PAIRS = 15;
  /** What is only told, as a bit of tiers. */
  const TOLD = 4;
  const APART = 255 * 2 ** OWN_BITS;
  /** Words of office that stand in one row wherever the middle two do. */
  const STANDING = new Set([
    "chu tich uy ban", "uy ban nhan dan", "co quan to chuc", "to chuc don vi", "chien si thi dua", "thi dua co so",
    "tap the lao dong", "lao dong xuat sac", "huan chuong lao dong", "thu tuong chinh phu",
  ]);

  /** Documents by the words of a query: what each pair of neighbours, or else each word, leads to. */
  class Texts {
    constructor(from, tokens) {
      this.from = from;
      this.tokens = tokens;
      this.pairs = pairsOf(tokens);
      this.units = [];
      this.known = new Map();
      this.noted = 0;
    }

    async look() {
      if (!this.tokens.length) return;
      this.from.index.get(this.from.head.r).catch(() => {});
      await Promise.all(this.pairs.map((unit) => this.ask(unit)));
      const covered = this.pairs.reduce((mask, unit) => (unit.terms.some(isFirm) ? mask | unit.mask : mask), 0);
      const singles = this.tokens.map((token, at) => ({ tokens: [token], mask: 1 << at, terms: [], bit: 1 << (MOST_PAIRS + at) })).filter((unit) => !(covered & unit.mask));
      await Promise.all(singles.map((unit) => this.ask(unit)));
      this.units = [...this.pairs, ...singles].filter((unit) => unit.terms.length);
      this.everything = this.units.reduce((mask, unit) => mask | unit.mask, 0);
      /** What must stand in a row: what an abbreviation is short for, and words of one letter each; one letter alone says nothing. */
      const letters = this.tokens.every(({ fold }) => fold.length < 2);
      this.tied = this.pairs.filter(({ tokens }) => letters || tokens[1].joined);
      this.vague = letters && !this.pairs.length;
      /** Whether every word of the query is somewhere. */
      this.answerable = bitsIn(this.everything) === this.tokens.length;
      const forth = reached(this.pairs, ({ terms }) => terms.filter(isFirm));
      const back = reached([...this.pairs].reverse(), (unit) => forth.get(unit), 1);
      /** What can stand in a row with the other pairs. */
      for (const unit of this.pairs) unit.linked = back.get(unit);
    }

    async ask(unit) {
      unit.terms = (await Promise.all(spellings(unit.tokens).map((folds) => this.from.terms(folds)))).flat();
      const total = unit.terms.reduce((sum, term) => sum + term.lists.reduce((part, list) => part + list.total, 0), 0);
      const weight = unit.tokens.length > 1 || this.tokens.length < 2 ? 1 : 0.4;
      unit.worth = weight * Math.log(1 + this.from.head.count / (1 + total));
      unit.total = 0;
      for (const term of unit.terms) {
        term.spelled = term.key.split(" ");
        const conflict = unit.tokens.some((token, at) => !agreementOf(token, term.spelled[at]));
        term.factor = conflict ? 0.25 : 1;
        if (!conflict) unit.total += term.lists.reduce((sum, list) => sum + list.total, 0);
        term.cut = longestFirst(term.lists.slice(0, tiersOf(unit)));
        term.lists.forEach((list, tier) => this.note(unit, term, tier, list.numbers));
      }
      unit.cut = longestFirst(unit.terms.filter(isFirm).flatMap(({ cut }) => cut));
    }

    note(unit, term, tier, numbers) {
      const value = unit.worth * term.factor * [1.6, 1.3, 1][tier];
      this.noted++;
      for (const number of numbers) {
        let one = this.known.get(number);
        if (!one) this.known.set(number, (one = { number, values: new Map(), terms: new Map(), held: 0, covered: 0, tiers: 0 }));
        one.held |= unit.bit;
        if (!(one.values.get(unit) >= value)) one.values.set(unit, value);
        if (!isFirm(term)) continue;
        one.covered |= unit.mask;
        one.tiers |= 1 << tier;
        if (one.terms.has(unit)) one.terms.get(unit).push(term);
        else one.terms.set(unit, [term]);
      }
    }

    /** What is told by all that is known, worked out once until more is: there may be ten thousand, and phones are slow. */
    told() {
      if (this.counted?.noted === this.noted) return this.counted;
      const all = [...this.known.values()], { units } = this;
      for (const one of all) one.open = bitsOf(units, (unit) => isOpen(unit, one.number));
      const implied = this.implications(all);
      for (const one of all) one.believed = believed(one, implied);
      const full = all.filter((one) => this.holdsAll(one));
      const rows = full.filter((one) => this.isPhrase(one));
      return (this.counted = { noted: this.noted, implied, full, rows });
    }

    /**
     * Unit → what it is worth to a document → the bits of the units that nearly all such documents hold, too, as far as
     * lists are not cut off before them; under 0 whatever it is worth.
     */
    implications(all) {
      const { units } = this, found = new Map(units.map((unit) => [unit, new Map()]));
      for (const { values, open, held } of all) {
        for (const [unit, value] of values) {
          if (value < unit.worth) continue;
          const counts = found.get(unit);
          for (const worth of [0, value]) {
            let tally = counts.get(worth);
            if (!tally) counts.set(worth, (tally = units.map(() => ({ seen: 0, held: 0 }))));
            for (let at = 0; at < units.length; at++) {
              if (open & units[at].bit) continue;
              tally[at].seen++;
              if (held & units[at].bit) tally[at].held++;
            }
          }
        }
      }
      const nearly = ({ seen, held }) => seen >= TELLING && held >= MOSTLY * seen;
      for (const counts of found.values()) {
        for (const [worth, tally] of counts) counts.set(worth, bitsOf(units, (_, at) => nearly(tally[at])));
      }
      return found;
    }

    implies(unit, other) {
      return this.told().implied.get(unit).get(0) & other.bit;
    }

    /** Those that hold all the words. */
    full() {
      return this.told().full;
    }

    /** Those of them that have the words in a row. */
    rows() {
      return this.told().rows;
    }

    holdsAll(one) {
      if (!this.answerable || this.vague || !this.tied.every((unit) => one.values.has(unit))) return false;
      let held = one.covered;
      for (const unit of this.units) if (one.believed & unit.bit) held |= unit.mask;
      return held === this.everything;
    }

    /** What a unit is likely worth to a document before which its lists are cut off: as much as one that implies it. */
    believes(one, unit) {
      const { implied } = this.told();
      let worth = 0;
      for (const [other, value] of one.values) if (value >= other.worth && implied.get(other).get(value) & unit.bit) worth = Math.max(worth, value / other.worth);
      return MOSTLY * worth;
    }

    /** Whether all pairs stand in a document, so that the words are in a row as far as can be told; the rest may be there. */
    isPhrase(one, rest = one.believed) {
      // Most lack a pair, which is seen sooner than how the pairs are spelled.
      if (!this.pairs.every((unit) => one.terms.has(unit) || rest & unit.bit)) return false;
      const terms = (unit) => one.terms.get(unit) || unit.linked.filter((term) => isOpen(term, one.number));
      return [...reached(this.pairs, terms).values()].every((some) => some.length);
    }

    /** Those that may have the words in a row, where lists are cut off before them, if they are few. */
    open() {
      const may = (one) => !this.isPhrase(one) && this.isPhrase(one, one.open);
      const found = this.pairs[0] ? [...this.known.values()].filter(may) : [];
      return found.length > MOST_OPEN ? [] : found;
    }

    isCut() {
      return this.units.some((unit) => unit.terms.some((term) => term.lists.some((list) => list.have.size <= list.pieces && list.pieces > 1)));
    }

    /** Everything that is known, the best first. */
    hits() {
      const told = this.told();
      return (told.hits ||= this.ranked(new Set(told.full), new Set(told.rows)));
    }

    ranked(whole, rows) {
      const { tokens, units } = this;
      const hits = [...this.known.values()].map((one) => {
        const full = whole.has(one), phrase = rows.has(one);
        const maybe = full || (this.answerable && !this.vague && !this.tied.length && possible(units, one));
        /** Pages of the site tell of everything; their examples are the last that anybody looks for. */
        const aside = !(one.tiers & ~TOLD) && one.number >= APART;
        let score = 0;
        for (const value of one.values.values()) score += value;
        // Where all that is seen of a text stands in one part of it, the rest is likely there, too.
        const even = full && !(one.tiers & (one.tiers - 1));
        if (even) for (const unit of units) if (one.believed & ~one.held & unit.bit) score += unit.worth * this.believes(one, unit);
        return {
          number: one.number,
          score: score * (0.4 + (full ? 1 : bitsIn(one.covered) / tokens.length)),
          full,
          maybe,
          aside,
          phrase,
          rank: (full ? 8 : 0) + (aside ? 0 : 4) + (phrase ? 2 : 0) + (maybe ? 1 : 0),
          /** An order that has nothing to do with places, as numbers do. */
          chance: Math.imul(one.number, 0x9e3779b1) >>> 0,
        };
      });
      return hits.sort((a, b) => b.rank - a.rank || b.score - a.score || a.chance - b.chance);
    }

    /** Those that were meant: all that hold the words, unless some have them in a row. */
    meant() {
      const rows = this.rows();
      return rows.length < TELLING ? this.full() : rows;
    }

    /** Look further where long lists were cut, until so many are found that were meant. */
    async extend(wanted) {
      for (let round = 0; this.answerable && round < MOST_ROUNDS; round++) {
        if (!round && this.rows().length < wanted) await Promise.all(this.open().map((one) => this.settle(one)));
        const those = this.meant();
        if (those.length >= wanted || !(await this.readOn(those, wanted - those.length))) return;
      }
    }

    /** The same, where many of those lie that count under filters, each of which is given as the lists of its codes. */
    async within(filters, more) {
      if (this.answerable) await this.readOn(this.meant(), more, filters);
    }

    /** Reads where most of those that are meant are to be hoped for; how many pieces that were. */
    async readOn(those, more, filters = []) {
      const rows = those.length >= TELLING && this.isPhrase(those[0]);
      const pieces = this.deciding(rows ? this.pairs : this.cover(), rows ? ({ linked }) => linked : ({ terms }) => terms, more, filters);
      await Promise.all(pieces.map(async ({ unit, term, tier, list, place }) => this.note(unit, term, tier, await list.more(place))));
      return pieces.length;
    }

    /** Read on where it is seen whether a document has the words in a row. */
    settle(one) {
      this.from.rows([one.number]).catch(() => {});
      const units = this.speakers(this.pairs.filter((unit) => !one.terms.has(unit)));
      return Promise.all(
        units.flatMap((unit) => listsOf(unit, unit.linked).map(async ({ term, tier, list }) => this.note(unit, term, tier, await list.more(list.placeOf(one.number))))),
      );
    }

    /** Units that hold every word between them, by as few as can be; of those as good the one with the longer lists. */
    cover() {
      const open = this.units.filter((unit) => unit.total).sort((a, b) => b.total - a.total);
      const found = open.filter((unit) => this.tied.includes(unit));
      let held = found.reduce((mask, unit) => mask | unit.mask, 0);
      for (const fresh of [4, 3, 2, 1]) {
        for (const unit of open) {
          if (bitsIn(unit.mask & ~held) !== fresh) continue;
          found.push(unit);
          held |= unit.mask;
        }
      }
      return found;
    }

    /** Those of some units that no rarer one speaks for. */
    speakers(units) {
      const found = [];
      for (const unit of [...units].sort((a, b) => a.total - b.total)) if (!found.some((other) => this.implies(other, unit))) found.push(unit);
      return found;
    }

    /**
     * The pieces that decide about where most is to be found: neighbours have numbers that are near, so what is looked
     * for together often lies in one piece of every list. Somewhere as much is hoped for as if words fell by chance.
     */
    deciding(some, terms, more, filters) {
      const units = this.speakers(some).sort((a, b) => a.mask - b.mask), lists = units.map((unit) => listsOf(unit, terms(unit))), usual = this.from.head.count / SITES, sites = [];
      /** Pairs that share a word are held together: the rarest speaks for its row. */
      const linked = units.map((unit, at) => at && unit.mask & units[at - 1].mask);
      for (let near = 0; near < SITES; near++) {
        let [hoped, row, pieces] = [usual, 1, []];
        lists.forEach((some, at) => {
          const sizes = some.map(({ list }) => list.hopedAt(near)), size = sizes.reduce((sum, one) => sum + one, 0), share = Math.min(1, size / usual);
          if (!linked[at]) [hoped, row] = [hoped * row, share];
          row = Math.min(row, share);
          some.forEach((part, which) => {
            if (sizes[which] < size * LITTLE) return;
            for (const place of part.list.placesAt(near)) if (!part.list.have.has(place)) pieces.push({ ...part, place });
          });
        });
        hoped *= row;
        for (const lists of filters) hoped *= Math.min(1, lists.reduce((sum, list) => sum + list.hopedAt(near), 0) / usual);
        if (pieces.length && hoped > HARDLY) sites.push({ hoped, pieces });
      }
      sites.sort((a, b) => b.hoped - a.hoped);
      const chosen = new Map();
      for (const { hoped, pieces } of sites) {
        if (more <= 0 || chosen.size >= MOST_PIECES) break;
        for (const piece of pieces) chosen.set(`${piece.term.key}#${piece.tier}.${piece.place}`, piece);
        more -= hoped;
      }
      return [...chosen.values()];
    }
  }

  /** Neighbours, but for those that others speak for. */
  function pairsOf(tokens) {
    const folds = tokens.map(({ fold }) => fold);
    const pairs = folds.slice(1).map((_, at) => {
      const stands = at && STANDING.has(folds.slice(at - 1, at + 3).join(" "));
      return { tokens: tokens.slice(at, at + 2), mask: stands ? 15 << (at - 1) : 3 << at, terms: [], bit: 1 << at };
    });
    return pairs.filter(({ mask }) => !pairs.some((other) => other.mask !== mask && (other.mask & mask) === mask));
  }

  /** Whether a term is spelled as it was typed, as far as marks were typed. */
  const isFirm = ({ factor }) => factor === 1;

  /**
   * Pair → those of some of its terms that are reached in a row from the first pair on, or from the last: a word that two
   * pairs share is spelled alike in both.
   */
  function reached(pairs, some, side = 0) {
    const found = new Map();
    let [before, ends] = [null, null];
    for (const unit of pairs) {
      const joined = before?.tokens[1 - side] === unit.tokens[side];
      const terms = some(unit).filter(({ spelled }) => !joined || ends.has(spelled[side]));
      found.set(unit, terms);
      [before, ends] = [unit, new Set(terms.map(({ spelled }) => spelled[1 - side]))];
    }
    return found;
  }

  /** The lists of a unit that can be followed to their ends. */
  const listsOf = (unit, terms = unit.terms) =>
    terms.flatMap((term) => (!isFirm(term) ? [] : term.lists.slice(0, tiersOf(unit)).map((list, tier) => ({ unit, term, tier, list }))));

  /** Of single words what is told is a sample for good. */
  const tiersOf = (unit) => (unit.tokens.length > 1 ? 3 : 2);

  /** Whether a list of a unit, or of one of its terms, is cut off before this document. */
  function isOpen({ cut }, number) {
    const own = number % 2 ** OWN_BITS;
    for (const { have, pieces, placeOf } of cut) {
      // What the sample of the longest list holds is in those of all.
      if (own * pieces < 2 ** OWN_BITS) return false;
      if (have.size < 2 || !have.has(placeOf(number))) return true;
    }
    return false;
  }

  /** Lists of which there is more than a sample. */
  const longestFirst = (lists) => lists.filter(({ pieces }) => pieces > 1).sort((a, b) => b.pieces - a.pieces);

  /** The bits of the units that pass. */
  const bitsOf = (units, passes) => units.reduce((bits, unit, at) => (passes(unit, at) ? bits | unit.bit : bits), 0);

  /** The bits of the units that a document is likely to hold where their lists are cut off before it. */
  function believed({ values, open }, implied) {
    let bits = 0;
    if (open) for (const [unit, value] of values) if (value >= unit.worth) bits |= implied.get(unit).get(value);
    return bits & open;
  }

  /** Whether all that is known speaks for a document, and the rest is cut off. */
  function possible(units, one) {
    let open = 0;
    for (const unit of units) if (one.open & unit.bit) open |= unit.mask;
    return units.every((unit) => ((one.covered | open) & unit.mask) === unit.mask);
  }

  /** The first meanings of one or two words. */
  function spellings(tokens) {
    let found = [[]];
    for (const token of tokens) found = found.flatMap((folds) => token.folds.slice(0, 2).map((word) => [...folds, word]));
    return found.slice(0, 2);
  }

  const bitsIn = (mask) => (mask ? (mask & 1) + bitsIn(mask >>> 1) : 0);

  return Texts;
})();
