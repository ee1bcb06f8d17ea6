// Only in the preview: reloads the page after a build, and shows what is wrong with the records over the last good page.
(() => {
  let version = null;
  const box = document.createElement("div");
  box.className = "bv-preview";
  box.setAttribute("role", "alert");
  box.hidden = true;
  const source = new EventSource("/__bangvang/events");
  source.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (version !== null && state.version !== version) { location.reload(); return; }
    version = state.version;
    box.hidden = !state.error;
    box.replaceChildren();
    if (!state.error) return;
    const title = document.createElement("strong");
    title.textContent = "Chưa dựng lại được trang. Bạn đang xem bản đúng gần nhất.";
    const text = document.createElement("pre");
    text.textContent = state.error;
    box.append(title, text);
    if (!box.isConnected) document.body.prepend(box);
  };
})();
