// What is typed of a paper in hand, made comparable: keys as bangvang.search.proofs makes them.
BangVangSearch.proofs = (() => {
  "use strict";

  const { fold, spread, words } = BangVangSearch;
  const FORMS_OF_ADDRESS = /^(ong|ba|anh|chi|co|ho|gia|dinh|dong)$/;

  const bareName = (name) => {
    const found = words(name).map(fold);
    while (found.length > 1 && FORMS_OF_ADDRESS.test(found[0])) found.shift();
    return found.join(" ");
  };

  /** The words of a number from its first figure on; who copies a paper often copies its day, too. */
  const figuresOf = (number) => {
    const found = words(number).map(fold), first = found.findIndex((word) => /[0-9]/.test(word));
    if (first < 0) return [];
    const [figure, ...rest] = found.slice(first), end = rest.findIndex((word) => word === "ngay" || word === "cua");
    return [figure.replace(/^0+(?=.)/, ""), ...rest.slice(0, end < 0 ? undefined : end)];
  };

  /** Whether a number begins as it was typed: 15 is enough of 15/QĐ-UBND. */
  const begins = (number, typed) => {
    const found = figuresOf(number);
    return typed.every((word, at) => word === found[at]);
  };

  const keyOf = (name, [figure]) => spread(`${bareName(name)}|${figure}`).toString(36);

  return { bareName, begins, figuresOf, keyOf };
})();
