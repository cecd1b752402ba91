/* What the page can do without a script, it does without one. This adds: Escape puts a card away, a tap shows it, and
   it opens upwards where there is no room below it. Each statement ends in a semicolon: the page has it on one line. */
(function () {
  "use strict";
  var points = document.querySelectorAll(".point");
  function cardOf(point) { return point.querySelector(".card"); }
  function putAway(point) { point.classList.remove("open"); point.classList.add("away"); }
  function back(event) { event.currentTarget.classList.remove("away"); }
  function place(event) {
    var point = event.currentTarget;
    var card = cardOf(point);
    point.classList.remove("up");
    if (card && card.getBoundingClientRect().bottom > window.innerHeight && point.getBoundingClientRect().top > card.offsetHeight) {
      point.classList.add("up");
    }
  }
  function tapped(event) {
    var point = event.currentTarget.closest(".point");
    if (event.pointerType !== "touch" || point.classList.contains("open")) { return; }
    event.preventDefault();
    points.forEach(function (other) { other.classList.remove("open"); });
    point.classList.remove("away");
    point.classList.add("open");
  }
  points.forEach(function (point) {
    point.addEventListener("mouseenter", place);
    point.addEventListener("focusin", place);
    point.addEventListener("mouseleave", back);
    point.addEventListener("focusout", back);
    point.querySelectorAll(".cite").forEach(function (cite) { cite.addEventListener("click", tapped); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { points.forEach(putAway); }
  });
  document.addEventListener("click", function (event) {
    var inside = event.target.closest(".point");
    points.forEach(function (point) { if (point !== inside) { point.classList.remove("open"); } });
  });
}());
