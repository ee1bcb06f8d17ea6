// A small index behind the same functions as the real one: every record here is invented.
var BangVangSearch = (() => {
  const fold = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  class Unreachable extends Error {}

  const AWARDS = { "giay-khen": "Giấy khen", "bang-khen": "Bằng khen" };
  const FIELDS = { lua: "Trồng lúa", truong: "Trường học" };
  const PLACES = [
    { code: "tinh-mau", label: "Tỉnh Mẫu" },
    { code: "xa-mau", label: "Xã Mẫu", parent: "tinh-mau" },
    { code: "xa-cu", label: "Xã Cũ (nay là Xã Mẫu)", parent: "tinh-mau" },
    ...Array.from({ length: 24 }, (_, at) => ({ code: `xa-${at}`, label: `Xã Thử ${at}`, parent: at % 2 ? "tinh-thu" : "tinh-mau" })),
    { code: "tinh-thu", label: "Tỉnh Thử" },
  ];
  const KINDS = { campaign: "Phong trào", collective: "Tập thể", decision: "Quyết định", individual: "Cá nhân" };
  const GIVEN = ["Chiên", "Bình", "Đức", "Hòa", "Quý", "Mỹ", "Lan", "Út"];
  const people = Array.from({ length: 34 }, (_, at) => ({
    url: `guong/mau${at}/`, kind: at % 5 ? "individual" : "collective", title: at % 5 ? `Nguyễn Thị ${GIVEN[at % 8]} ${at}` : `Tổ Mẫu ${at}`,
    line: `${at % 3 ? "Giấy khen" : "Bằng khen"}, ${2000 + at % 20}`, place: `Xã Thử ${at % 24}, Tỉnh Mẫu (nay là Tỉnh Thử)`, text: "Vận động bà con hiến đất làm đường.",
    year: 2000 + at % 20, initials: at % 5 ? "NT" : "TM", illustrative: at === 1, photo: "",
    award: at % 3 ? "giay-khen" : "bang-khen", field: at % 2 ? "lua" : "truong", places: [`xa-${at % 24}`, at % 24 % 2 ? "tinh-thu" : "tinh-mau"], state: at % 4 ? "current" : "archive",
  }));
  const others = [
    { url: "phong-trao/mau/", kind: "campaign", title: "Phong trào Mẫu", line: "Phong trào, 2020", place: "", text: "Có Nguyễn Thị Chiên tham gia.", year: 2020, initials: "PM" },
    { url: "quyet-dinh/mau/#mau-1", kind: "decision", title: "Khen thưởng <b>&amp; “lúa”", line: "Quyết định, 02/9/2020", place: "Xã Mẫu", text: "", year: 2020, initials: "KT" },
  ].map((row) => ({ ...row, award: "", field: "", places: ["xa-mau", "tinh-mau"], state: "current", illustrative: true, photo: "" }));
  const ROWS = [...people, ...others];
  const codes = (row) => ({
    kind: [row.kind], period: [], award: [row.award], field: [row.field], place: row.places, campaign: row.kind === "campaign" ? ["mau"] : [],
    year: [`${row.year}`], state: [row.state],
  });
  const named = (texts) => Object.entries(texts).map(([code, label]) => ({ code, label }));
  const COLUMNS = {
    kind: named(KINDS), award: named(AWARDS), field: named(FIELDS), place: PLACES, campaign: [{ code: "mau", label: "Phong trào Mẫu" }],
    year: [...new Set(ROWS.map((row) => `${row.year}`))].sort().reverse().map((code) => ({ code, label: code })),
    period: [], state: named({ current: "Hiện hành", archive: "Lưu trữ" }),
  };
  const has = (row, text) => words(text).map(fold).every((word) => words(`${row.title} ${row.text}`).some((one) => fold(one).startsWith(word)));
  const fits = (row, filters, but) => Object.entries(filters).every(([name, wanted]) =>
    name === but || !wanted.length || wanted.some((code) => codes(row)[name].includes(code)));
  const SORTS = { newest: (a, b) => b.year - a.year, oldest: (a, b) => a.year - b.year, name: (a, b) => a.title.localeCompare(b.title, "vi") };

  const open = ({ base }) => {
    const get = async (path) => {
      if (location.protocol === "file:") return;
      const answer = await fetch(base + path).catch(() => ({}));
      if (!answer.ok) throw new Unreachable(path);
    };
    return {
      warm: () => get("dau.json"),
      find: async (query, { filters = {}, sort, offset = 0, limit = 10 }) => {
        await get(`tim.json?q=${encodeURIComponent(query)}`);
        const corrected = /chiem/.test(query) ? query.replace("chiem", "chien") : null;
        const asked = (corrected || query).replace(/gan |khong (?=nguyen)/g, ""), found = ROWS.filter((row) => has(row, asked)), hits = found.filter((row) => fits(row, filters));
        const count = (name) => {
          const counts = {};
          found.filter((row) => fits(row, filters, name)).forEach((row) => codes(row)[name].forEach((code) => { counts[code] = (counts[code] || 0) + 1; }));
          return counts;
        };
        const rows = SORTS[sort] ? [...hits].sort(SORTS[sort]) : hits;
        // "gan": all but the first hold only some of the words.
        const shown = rows.slice(offset, offset + limit), total = /gan /.test(query) ? +!/khong/.test(query) : hits.length;
        return {
          rows: shown, start: "", total, near: Math.min(total, shown.length), more: rows.length > offset + limit, exact: !/dai/.test(query), corrected, words: words(asked).map(fold), tokens: words(asked).map((word) => ({ folds: [fold(word)] })),
          facets: null, counts: async (name) => { await get(`dem-${name}.json`); return count(name); },
        };
      },
      suggest: async (query) => {
        await get(`goi-y.json?q=${encodeURIComponent(query)}`);
        return { rows: ROWS.filter((row) => has(row, query)).slice(0, 6), words: words(query).map(fold), start: "" };
      },
      further: async () => ({
        store: {
          values: async (name) => {
            await get(`cot-${name}.json`);
            return COLUMNS[name].map((value) => ({ ...value, count: ROWS.filter((row) => codes(row)[name].includes(value.code)).length }));
          },
        },
      }),
    };
  };
  const highlight = (text, wanted) => text.split(/([\p{L}\p{N}]+)/u).filter(Boolean).reduce((pieces, part) => {
    const hit = wanted.some((word) => fold(part.toLowerCase()).startsWith(word)), last = pieces.at(-1);
    if (last && !last[1] && !hit) last[0] += part; else pieces.push([part, hit]);
    return pieces;
  }, []);
  return { open, highlight, fold, canon: fold, words, tools: { agreementOf: () => 1 }, Unreachable };
})();
