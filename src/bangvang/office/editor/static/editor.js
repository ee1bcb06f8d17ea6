// Makes the editor's forms quicker: suggestions while typing, rows, pasting from Excel as soon as it is pasted, dropping files. All of it works without.
(() => {
  const doc = document;
  const say = (text) => { doc.getElementById("bao").textContent = text; };
  let changed = false;

  // Suggestions: a combobox over the ids of other records, and the search box in the header.
  const DELAY = 120;
  let opened = null;
  const close = () => {
    if (!opened) return;
    opened.list.remove();
    opened.input.setAttribute("aria-expanded", "false");
    opened.input.removeAttribute("aria-activedescendant");
    opened = null;
  };
  const mark = (index) => {
    const rows = [...opened.list.children];
    opened.index = (index + rows.length) % rows.length;
    rows.forEach((row, place) => row.setAttribute("aria-selected", place === opened.index));
    opened.input.setAttribute("aria-activedescendant", rows[opened.index].id);
    rows[opened.index].scrollIntoView({ block: "nearest" });
  };
  const called = (hit) => [hit.title, hit.where].filter(Boolean).join(", ");
  const take = (index) => {
    const { input, hits } = opened;
    const hit = hits[index];
    close();
    if (input.dataset.find !== undefined) { location.href = hit.url; return; }
    const hidden = beside(input);
    const single = !input.value.includes(";");
    const before = single ? "" : `${input.value.slice(0, input.value.lastIndexOf(";"))}; `;
    input.value = before + called(hit);
    if (single) { hidden.id.value = hit.id; hidden.was.value = input.value; }
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const beside = (input) => {
    const [id, was] = input.parentElement.querySelectorAll('input[type="hidden"]');
    return { id, was };
  };
  const show = (input, hits) => {
    close();
    if (!hits.length) { say("Không có gợi ý nào."); return; }
    const list = doc.createElement("ul");
    list.className = "ed-pick__list";
    list.id = "goi-y";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Gợi ý");
    hits.forEach((hit, index) => {
      const row = doc.createElement("li");
      row.id = `goi-y-${index}`;
      row.setAttribute("role", "option");
      row.textContent = hit.title;
      const small = doc.createElement("small");
      small.textContent = [hit.where, hit.kind].filter(Boolean).join(" · ");
      row.append(small);
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(index); });
      list.append(row);
    });
    input.after(list);
    input.setAttribute("aria-expanded", "true");
    opened = { input, list, hits, index: -1 };
    say(`${hits.length} gợi ý, dùng phím mũi tên để chọn.`);
  };
  let asked = 0;
  const ask = async (input) => {
    const turn = ++asked;
    const kinds = input.closest("[data-pick]")?.dataset.pick || "";
    const word = input.value.split(";").pop().trim();
    if (word.length < 2) { close(); return; }
    try {
      const answer = await fetch(`/goi-y?loai=${kinds}&q=${encodeURIComponent(word)}`);
      if (turn === asked && answer.ok && doc.activeElement === input) show(input, await answer.json());
    } catch { close(); }
  };
  const picks = (element) => element.matches?.('[data-pick] > input[type="text"], [data-find]');
  const prepare = (input) => {
    if (input.getAttribute("role") === "combobox") return;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", "goi-y");
  };
  let waiting;
  doc.addEventListener("focusin", (event) => { if (picks(event.target)) prepare(event.target); });
  doc.addEventListener("focusout", (event) => { if (opened && event.target === opened.input) setTimeout(close, 100); });
  doc.addEventListener("input", (event) => {
    if (event.target.closest("[data-form]")) dirty();
    if (!picks(event.target)) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, DELAY, event.target);
  });
  doc.addEventListener("keydown", (event) => {
    if (!opened || event.target !== opened.input) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(opened.index + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(opened.index - 1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && opened.index >= 0) { event.preventDefault(); take(opened.index); }
    else if (event.key === "Tab" && opened.index >= 0) take(opened.index);
  });

  // Rows of tables.
  const dirty = () => { changed = true; doc.querySelectorAll("[data-dirty]").forEach((mark_) => { mark_.hidden = false; }); };
  const addRow = (table) => {
    const number = Number(table.dataset.next);
    table.dataset.next = number + 1;
    const name = table.dataset.table;
    const blank = table.querySelector(":scope > template[data-blank]").content.cloneNode(true);
    const renew = (text) => text.replaceAll(`${name}.0000`, `${name}.${number}`).replaceAll(`${name.replaceAll(".", "-")}-0000`, `${name.replaceAll(".", "-")}-${number}`)
      .replace(/(dòng (?:\d+\.)*?)0000/, `$1${number + 1}`);
    const all = (part) => {
      part.querySelectorAll("*").forEach((element) => {
        for (const attribute of [...element.attributes]) if (attribute.value.includes("0000")) attribute.value = renew(attribute.value);
        if (element.tagName === "TEMPLATE") all(element.content);
      });
    };
    all(blank);
    blank.querySelector(".num").textContent = number + 1;
    const first = blank.querySelector("[data-row]");
    table.querySelector(":scope > .ed-scroll").hidden = false;
    table.querySelector(":scope > .ed-scroll > table > tbody").append(blank);
    dirty();
    return first;
  };
  const cells = (row) => [...row.children].slice(1, -1).map((cell) => cell.querySelector("input:not([type=hidden]),select,textarea"));
  // A paste is read by the editor itself: it gives the form back with the rows in it.
  const handOver = (box, text, start, back) => {
    const [words, from] = box.querySelectorAll("textarea,input");
    const { form } = words;
    words.value = text;
    from.value = start;
    form.action = `${form.action.split("#")[0]}#${back.id}`;
    form.requestSubmit(box.querySelector("button"));
  };
  doc.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") || "";
    const box = event.target.closest("[data-paste]");
    const table = event.target.closest("[data-row]")?.closest("[data-table]");
    const several = event.target.matches("textarea") ? /\t/ : /\t|\n(?=.)/;
    if (box && text.trim()) { event.preventDefault(); handOver(box, text, "", box); }
    else if (table && several.test(text)) {
      event.preventDefault();
      const start = event.target.name.slice(table.dataset.table.length + 1);
      handOver(table.querySelector(":scope > [data-paste]"), text, start, event.target);
    }
  });
  doc.addEventListener("toggle", ({ target }) => { if (target.open && target.matches("[data-paste]")) target.querySelector("textarea").focus(); }, true);
  doc.addEventListener("change", (event) => {
    const target = event.target;
    if (target.matches("[data-drop]")) target.closest("tr").classList.toggle("is-dropped", target.checked);
    if (target.matches('[data-do="column"]') && target.value) target.form.requestSubmit();
    if (target.matches("[data-day]")) target.value = target.value.trim().replace(/[.\-\s]+/g, "/");
    if (target.matches("[data-upload]") && target.files.length) target.form.requestSubmit();
  });
  const acts = {
    row: (button) => cells(addRow(button.closest("[data-table]")))[0]?.focus(),
    more: (button) => {
      const last = button.previousElementSibling;
      const next = last.cloneNode(true);
      next.querySelectorAll("input").forEach((input) => { input.value = ""; input.removeAttribute("id"); input.removeAttribute("role"); });
      button.before(next);
      next.querySelector("input").focus();
    },
    markdown: async (button) => {
      const box = doc.getElementById(button.getAttribute("aria-controls"));
      const text = button.closest(".ed-field").querySelector("textarea").value;
      const answer = await fetch("/bai-viet", { method: "POST", body: new URLSearchParams({ text }) });
      box.innerHTML = await answer.text();
      box.hidden = false;
    },
  };
  doc.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button && acts[button.dataset.do]) acts[button.dataset.do](button);
  });

  // The form of an honouree shows what fits the kind chosen; what is filled stays in sight.
  const filled = (slot) => [...slot.querySelectorAll("input:not([type=hidden]),select,textarea")]
    .some((field) => field.value && field.value !== (field.dataset.default || ""));
  const arrange = (form, kind) => {
    const home = form.querySelector("[data-home]");
    const other = form.querySelector("[data-other]");
    const slots = [...form.querySelectorAll("[data-for]")];
    slots.filter((slot) => slot.dataset.for.split(" ").includes(kind)).forEach((slot) => home.append(slot));
    slots.filter((slot) => !slot.dataset.for.split(" ").includes(kind) && !filled(slot)).forEach((slot) => other.append(slot));
  };
  doc.addEventListener("change", (event) => {
    if (event.target.id === "f-kind" && event.target.form.querySelector("[data-home]")) arrange(event.target.form, event.target.value);
  });

  // Leaving with something unsaved.
  doc.addEventListener("submit", (event) => {
    if (changed && !event.target.matches("[data-form]") && !confirm("Những gì vừa gõ trong biểu mẫu chưa được lưu và sẽ mất. Vẫn tiếp tục?")) { event.preventDefault(); return; }
    changed = false;
    event.target.querySelectorAll('[data-do="column"]').forEach((select) => { if (!select.value) select.disabled = true; });
  });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

  // Files dropped onto a page that takes them.
  doc.querySelectorAll("[data-dropzone]").forEach((zone) => {
    const input = zone.querySelector('input[type="file"]');
    ["dragover", "dragleave", "drop"].forEach((name) => zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle("is-over", name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) { input.files = event.dataTransfer.files; input.dispatchEvent(new Event("change", { bubbles: true })); }
    }));
  });
  doc.getElementById("loi")?.focus();
})();
