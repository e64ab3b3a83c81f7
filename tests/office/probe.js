// Looks at a page from inside; tests/office/test_pages.py puts it in and reads what it tells.
(() => {
  const rgb = (text) => { const part = text.match(/[\d.]+/g).map(Number); return { c: part.slice(0, 3), a: part[3] ?? 1 }; };
  const over = (top, below) => top.c.map((value, place) => value * top.a + below[place] * (1 - top.a));
  const light = (c) => {
    const part = c.map((value) => { const v = value / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  };
  const ground = (element) => {
    const stack = [];
    for (let each = element; each; each = each.parentElement) { stack.push(rgb(getComputedStyle(each).backgroundColor)); }
    return stack.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const hidden = (element) => element.closest(".unseen, .skip, thead, details:not([open])") !== null && element.getClientRects().length === 0
    || element.closest(".unseen, .skip") !== null || getComputedStyle(element).visibility === "hidden" || element.getClientRects().length === 0;
  const found = { seen: [], pale: [], wide: [], small: [], night: [String(matchMedia("(prefers-color-scheme: dark)").matches)] };
  let seen = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim();
    const element = walk.currentNode.parentElement;
    if (!text || ["SCRIPT", "STYLE", "title", "desc"].includes(element.tagName) || hidden(element)) { continue; }
    seen += 1;
    const style = getComputedStyle(element);
    const drawn = element.closest("svg");
    const ink = rgb(drawn ? style.fill : style.color);
    const below = ground(drawn ? drawn.parentElement : element);
    const [high, low] = [light(over(ink, below)), light(below)].sort((a, b) => b - a);
    if ((high + 0.05) / (low + 0.05) < 4.5) { found.pale.push(`${element.tagName}.${element.getAttribute("class")}: ${text.slice(0, 40)}`); }
    const scale = drawn ? drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width : 1;
    if (parseFloat(style.fontSize) * scale < 10) { found.small.push(`${element.tagName}: ${text.slice(0, 40)}`); }
  }
  found.seen.push(String(seen));
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room) {
    found.wide.push(...[...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > room + 1
      && !each.closest(".scroll, .skip, .unseen")).slice(0, 5).map((each) => `${each.tagName}.${each.className}`), "the page");
  }
  parent.postMessage(JSON.stringify(found), "*");
})();
