"use strict";
(() => {
  const all = (selector, of = document) => [...of.querySelectorAll(selector)];
  const cards = all(".finding");
  const byNumber = new Map(cards.map((card) => [card.dataset.n, card]));
  const marks = all(".mark");
  const form = document.querySelector(".filters");
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");

  const go = (element) => {
    all(".now:not(circle)").forEach((one) => one.classList.remove("now"));
    element.classList.add("now");
    element.scrollIntoView({ block: "center", behavior: reduced.matches ? "auto" : "smooth" });
    element.focus({ preventScroll: true });
    history.replaceState(null, "", "#" + element.id);
  };

  // From a place to its finding; where several hold the words, each further visit leads to the next one.
  const toFinding = (mark) => {
    const numbers = mark.dataset.f.split(" ").filter((number) => !byNumber.get(number).hidden);
    if (!numbers.length) return;
    const turn = Number(mark.dataset.turn || 0) % numbers.length;
    mark.dataset.turn = turn + 1;
    go(byNumber.get(numbers[turn]));
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) {
      event.preventDefault();
      toFinding(mark);
      return;
    }
    const link = event.target.closest("a.to, .waivers a");
    const target = link && document.getElementById(link.hash.slice(1));
    if (target) {
      event.preventDefault();
      const words = target.classList.contains("at") ? target.nextElementSibling || target : target;
      go(words.closest(".mark, .proof, .finding") || words);
    }
  });

  if (!form) return;
  // The bar of filters stays in view where there is room; what is scrolled to must not hide behind it.
  new ResizeObserver(() => {
    const stays = getComputedStyle(form).position === "sticky";
    document.documentElement.style.setProperty("--bar", `${stays ? form.offsetHeight : 0}px`);
  }).observe(form);

  const words = (form) => form.elements.text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const texts = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const severities = ["error", "warning", "info"];

  const filter = () => {
    const chosen = new Set(all("input[name=severity]:checked", form).map((box) => box.value));
    const waived = form.elements.waived ? form.elements.waived.checked : true;
    const { family, rule } = form.elements;
    const sought = words(form);
    let shown = 0;
    for (const card of cards) {
      const data = card.dataset;
      const passes =
        (data.waived ? waived : chosen.has(data.severity)) &&
        (!family.value || data.family === family.value) &&
        (!rule.value || data.rule === rule.value) &&
        sought.every((word) => texts.get(card).includes(word));
      card.hidden = !passes;
      shown += passes;
    }
    for (const mark of marks) {
      const lead = mark.dataset.f.split(" ").find((number) => !byNumber.get(number).hidden);
      mark.classList.remove(...severities, "waived");
      mark.classList.toggle("off", lead === undefined);
      if (lead === undefined) {
        mark.removeAttribute("href");
        continue;
      }
      const card = byNumber.get(lead);
      mark.classList.add(card.dataset.waived ? "waived" : card.dataset.severity);
      mark.setAttribute("href", "#f" + lead);
      mark.setAttribute("aria-describedby", "m" + lead);
    }
    all("sup.n").forEach((sup) => { sup.hidden = byNumber.get(sup.dataset.f).hidden; });
    all(".list").forEach((list) => {
      list.querySelector(".empty").hidden = list.querySelector(".finding:not([hidden])") !== null;
    });
    document.getElementById("status").textContent = `${shown} finding${shown === 1 ? "" : "s"} shown of ${cards.length}`;
  };

  const original = new Map(all(".list").map((list) => [list, all(".finding", list)]));
  const sort = () => {
    const rank = (card) => (card.dataset.waived ? severities.length : severities.indexOf(card.dataset.severity));
    for (const [list, own] of original) {
      const order = form.elements.order.value === "severity" ? [...own].sort((a, b) => rank(a) - rank(b)) : own;
      const end = list.querySelector(".empty");
      order.forEach((card) => list.insertBefore(card, end));
    }
  };

  form.addEventListener("input", () => { filter(); });
  form.elements.order.addEventListener("change", sort);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); sort(); }));
  filter();
})();
