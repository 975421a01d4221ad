// Sorts and filters the tables. The page is whole without it.
(function () {
  "use strict";

  var FILTER_FROM = 12; // rows
  var PRINTED_TO = 100;

  // What a cell is sorted by: its value, a number, or its words.
  function valueOf(row, column, numbers) {
    var cell = row.cells[column];
    var text = cell.dataset.value || cell.textContent.trim();
    if (!numbers) return text.toLowerCase();
    var number = parseFloat(text.replace(/[,<]/g, ""));
    return isNaN(number) ? null : number;
  }

  function compare(a, b) {
    if (a === b) return 0;
    return a < b ? -1 : 1;
  }

  // Cells without a number stand last in both directions; equals keep the order
  // that the page came with.
  function sort(body, rows, column, numbers, direction) {
    var keyed = rows.map(function (row, place) {
      return { row: row, place: place, value: valueOf(row, column, numbers) };
    });
    keyed.sort(function (a, b) {
      if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
      return direction * compare(a.value, b.value) || a.place - b.place;
    });
    keyed.forEach(function (one) { body.appendChild(one.row); });
  }

  function makeSortable(table, rows) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (head.hasAttribute("data-plain")) return;
      var button = document.getElementById("sorter").content.firstElementChild.cloneNode(true);
      var numbers = head.classList.contains("n");
      while (head.firstChild) button.insertBefore(head.firstChild, button.lastElementChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        var first = numbers ? "descending" : "ascending";
        var next = now === null ? first : now === "ascending" ? "descending" : "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", next);
        sort(table.tBodies[0], rows, column, numbers, next === "ascending" ? 1 : -1);
      });
    });
  }

  function makeFilter(table, rows) {
    var box = document.getElementById("filter").content.firstElementChild.cloneNode(true);
    var input = box.querySelector("input");
    var status = box.querySelector("[role=status]");
    var words = rows.map(function (row) { return row.textContent.toLowerCase(); });
    input.setAttribute("aria-describedby", table.caption.id);
    function apply() {
      var wanted = input.value.toLowerCase().split(/\s+/);
      var shown = 0;
      rows.forEach(function (row, place) {
        row.hidden = !wanted.every(function (word) { return words[place].indexOf(word) >= 0; });
        if (!row.hidden) ++shown;
      });
      var say = shown === rows.length ? status.dataset.all : status.dataset.some;
      status.textContent = say.replace("%1", shown).replace("%2", rows.length);
    }
    input.addEventListener("input", apply);
    apply();
    var scroll = table.parentNode;
    scroll.parentNode.insertBefore(box, scroll);
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.data"), function (table) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    if (rows.length > 1) makeSortable(table, rows);
    if (rows.length >= FILTER_FROM) makeFilter(table, rows);
  });

  // What does not scroll needs no stop of the keyboard.
  function stops() {
    Array.prototype.forEach.call(document.querySelectorAll(".scroll"), function (one) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
      else one.removeAttribute("tabindex");
    });
  }
  stops();
  window.addEventListener("resize", stops);
  document.addEventListener("toggle", stops, true);

  // Paper cannot unfold. What would fill many sheets stays folded.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    folded = folded.filter(function (one) { return one.querySelectorAll("tr").length <= PRINTED_TO; });
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (one) { one.open = false; });
  });
})();
