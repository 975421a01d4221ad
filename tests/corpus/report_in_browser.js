// What is looked at in a report that a browser has loaded. An expression: an
// object of functions that give lists of complaints.
({
  foreign: function () {
    var found = document.querySelectorAll(
      "img, iframe, frame, object, embed, form, base, audio, video, foreignObject, " +
      "meta[http-equiv=refresh], link:not([rel=icon]), a:not([href^='#']), body script ~ script, svg script");
    var out = Array.prototype.map.call(found, function (one) { return "an element " + one.outerHTML.slice(0, 80); });
    Array.prototype.forEach.call(document.querySelectorAll("*"), function (one) {
      Array.prototype.forEach.call(one.attributes, function (attribute) {
        if (/^on|^style$|^srcdoc$/.test(attribute.name)) out.push("an attribute " + attribute.name);
      });
    });
    if (document.scripts.length !== 1) out.push(document.scripts.length + " scripts");
    return out;
  },

  structure: function () {
    var out = [], ids = {}, level = 0;
    Array.prototype.forEach.call(document.querySelectorAll("[id]"), function (one) {
      if (ids[one.id]) out.push("the id " + one.id + " twice");
      ids[one.id] = true;
    });
    ["aria-labelledby", "aria-describedby"].forEach(function (name) {
      Array.prototype.forEach.call(document.querySelectorAll("[" + name + "]"), function (one) {
        one.getAttribute(name).split(" ").forEach(function (id) { if (!ids[id]) out.push(name + " of nothing: " + id); });
      });
    });
    Array.prototype.forEach.call(document.querySelectorAll("a[href^='#']"), function (one) {
      if (!ids[one.getAttribute("href").slice(1)]) out.push("a link to nothing: " + one.getAttribute("href"));
    });
    Array.prototype.forEach.call(document.querySelectorAll("h1, h2, h3, h4"), function (one) {
      var now = Number(one.tagName[1]);
      if (now > level + 1) out.push("a heading " + one.tagName + " under " + level);
      level = now;
    });
    ["header", "nav[aria-label]", "main", "footer", "h1"].forEach(function (one) {
      if (document.querySelectorAll("body " + one).length !== 1) out.push("not one " + one);
    });
    Array.prototype.forEach.call(document.querySelectorAll("table"), function (one) {
      if (!one.caption || !one.caption.textContent.trim()) out.push("a table without a caption");
      Array.prototype.forEach.call(one.rows, function (row) {
        if (row.cells.length !== one.tHead.rows[0].cells.length) out.push("a row of " + row.cells.length + " cells in " + one.caption.textContent);
        if (!row.querySelector("th[scope]")) out.push("a row without a head");
      });
    });
    Array.prototype.forEach.call(document.querySelectorAll("svg"), function (one) {
      var named = one.getAttribute("role") === "img" && one.querySelector("title") && one.querySelector("desc");
      if (!named && one.getAttribute("aria-hidden") !== "true") out.push("a chart without a name");
    });
    if (document.documentElement.lang !== "en") out.push("no lang");
    return out;
  },

  // Text on its ground: WCAG 2.2, 1.4.3; all text is taken as small.
  contrast: function () {
    function channels(color) { return color.match(/[\d.]+/g).map(Number); }
    function luminance(color) {
      var part = channels(color).slice(0, 3).map(function (c) {
        c /= 255;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
      });
      return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    }
    function ground(one) {
      for (; one; one = one.parentElement) {
        var color = getComputedStyle(one).backgroundColor;
        var alpha = channels(color)[3];
        if (alpha === undefined || alpha === 1) return color;
      }
      return "rgb(255, 255, 255)";
    }
    var out = {}, walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var parent = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || /^(SCRIPT|STYLE|TEMPLATE|title|desc)$/.test(parent.tagName)) continue;
      var style = getComputedStyle(parent);
      var color = parent.ownerSVGElement ? style.fill : style.color;
      var a = luminance(color), b = luminance(ground(parent));
      var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) out[parent.tagName + "." + parent.className + " " + color + " on " + ground(parent) + ": " + ratio.toFixed(2)] = true;
    }
    return Object.keys(out);
  },

  width: function () {
    var wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
    return wide > room ? ["the page is " + wide + " wide in " + room] : [];
  },

  // The first table that can be sorted by numbers and filtered; it gets the focus.
  focusSort: function () {
    var table = Array.prototype.find.call(document.querySelectorAll("table.data"), function (one) {
      return one.tBodies[0].rows.length >= 12 && one.querySelector("th.n .sort");
    });
    if (!table) return ["no table to sort"];
    window.chosen = table;
    if (table.closest("details")) table.closest("details").open = true;
    table.querySelector("th.n .sort").focus();
    return document.activeElement === table.querySelector("th.n .sort") ? [] : ["no focus"];
  },

  sorted: function (direction) {
    var head = window.chosen.querySelector("th.n");
    var out = head.getAttribute("aria-sort") === direction ? [] : ["aria-sort is " + head.getAttribute("aria-sort")];
    var values = Array.prototype.map.call(window.chosen.tBodies[0].rows, function (row) {
      return parseFloat((row.cells[head.cellIndex].dataset.value || row.cells[head.cellIndex].textContent).replace(/,/g, ""));
    });
    values.forEach(function (value, i) {
      if (i > 0 && (direction === "ascending" ? values[i - 1] > value : values[i - 1] < value)) out.push("not in order: " + values);
    });
    return out;
  },

  focusFilter: function () {
    var input = window.chosen.closest(".scroll").previousElementSibling.querySelector("input");
    input.focus();
    window.wanted = window.chosen.tBodies[0].rows[2].cells[0].textContent.trim();
    return document.activeElement === input ? [] : ["no focus"];
  },

  filtered: function () {
    var rows = Array.prototype.slice.call(window.chosen.tBodies[0].rows);
    var shown = rows.filter(function (row) { return row.offsetHeight > 0; });
    var said = window.chosen.closest(".scroll").previousElementSibling.querySelector("[role=status]").textContent;
    var out = [];
    if (shown.length === 0 || shown.length === rows.length) out.push(shown.length + " rows of " + rows.length);
    if (said !== shown.length + " of " + rows.length + " rows") out.push("it says " + said);
    return out;
  }
})
