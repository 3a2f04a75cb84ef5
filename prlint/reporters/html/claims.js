"use strict";
(() => {
  const all = (selector, of = document) => [...of.querySelectorAll(selector)];
  const form = document.querySelector(".filters");
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.to");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    // What the filter hides is shown again to the one who asks for it.
    if (target.closest("[hidden]")) form.reset();
    setTimeout(() => {
      all("tr.now").forEach((one) => one.classList.remove("now"));
      target.classList.add("now");
      target.scrollIntoView({ block: "center", behavior: reduced.matches ? "auto" : "smooth" });
      target.focus({ preventScroll: true });
      history.replaceState(null, "", link.hash);
    });
  });

  if (!form) return;
  new ResizeObserver(() => {
    const stays = getComputedStyle(form).position === "sticky";
    document.documentElement.style.setProperty("--bar", `${stays ? form.offsetHeight : 0}px`);
  }).observe(form);

  const courses = all(".course");
  const texts = new Map(courses.map((course) => [course, course.textContent.toLowerCase()]));

  const filter = () => {
    const { which, part, text } = form.elements;
    const sought = text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const course of courses) {
      const passes =
        (!which.value || course.dataset[which.value] === "1") &&
        (!part.value || course.closest(".part").dataset.part === part.value) &&
        sought.every((word) => texts.get(course).includes(word));
      course.hidden = !passes;
      shown += passes;
    }
    all(".part").forEach((one) => { one.hidden = one.querySelector(".course:not([hidden])") === null; });
    document.querySelector("main > .empty").hidden = shown > 0;
    document.getElementById("status").textContent = `${shown} fact${shown === 1 ? "" : "s"} shown of ${courses.length}`;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  filter();
})();
