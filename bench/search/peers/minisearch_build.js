// node FILE LIBRARY ENTRIES INDEX: entries as JSON in, the index as JSON out. The options stand before this.
const { readFileSync, writeFileSync } = require("node:fs");
const [library, entries, index] = process.argv.slice(2);
const MiniSearch = require(library);
const search = new MiniSearch(OPTIONS);
search.addAll(JSON.parse(readFileSync(entries, "utf8")));
writeFileSync(index, JSON.stringify(search));
