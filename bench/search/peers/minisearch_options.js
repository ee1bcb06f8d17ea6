// What MiniSearch is told, alike where its index is made and where it is asked.
// Its documentation's own example of a forgiving search: the last word is a prefix, a fifth of a word may be mistyped.
const STOCK = {
  idField: "url",
  fields: ["title", "names", "known", "told"],
  storeFields: ["title", "line", "place", "text", "year"],
  searchOptions: {
    prefix: (_, place, terms) => place === terms.length - 1,
    fuzzy: 0.2,
    boost: { title: 4, names: 4, known: 2 },
  },
};
const FOLDED = {
  ...STOCK,
  processTerm: (term) => term.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d"),
};
