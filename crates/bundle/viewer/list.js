"use strict";
/* index.html: units on the left, search on top, and the lines of what is meant, a page of them at a time. */
(function () {
  var PAGE = 50;
  var facts = null;
  var shards = {};
  var shown = [];
  var end = 0;
  var asked = 0;
  var broken = null;

  muragat.units = function (number, all) {
    facts = all;
    muragat.search.facts(all);
  };
  muragat.lines = function (number, all) { shards[number] = all; };

  function byId(id) { return document.getElementById(id); }

  function all() {
    return Array.from({ length: facts.articles }, function (none, number) { return number; });
  }

  /** Makes sure that the lines of these articles are here. */
  function need(numbers, done) {
    var missing = Array.from(new Set(numbers.map(function (number) { return Math.floor(number / facts.lines); })))
      .filter(function (shard) { return !shards[shard]; });
    var left = missing.length;
    if (left === 0) return done();
    return missing.forEach(function (shard) {
      muragat.search.load("lines", shard, function (failed) {
        if (failed) broken = failed;
        left -= 1;
        if (left === 0) done();
      });
    });
  }

  function span(text) { return muragat.make("span", {}, text); }

  function row(line) {
    var item = muragat.make("li", {});
    var link = muragat.make("a", { href: line[4] }, line[0]);
    if (line[1] !== "und") link.lang = line[1];
    var meta = muragat.make("p", { class: "meta" });
    if (line[2]) meta.appendChild(muragat.make("span", { "data-dating": line[2] }, muragat.day(line[2])));
    meta.appendChild(span(line[3]));
    meta.appendChild(span(line[7]));
    if (line[8] !== "registered") meta.appendChild(muragat.make("span", { class: "chip warn" }, muragat.say("state-" + line[8])));
    if (line[6] > 0) meta.appendChild(span(muragat.say("viewer-photos") + ": " + line[6]));
    var lead = muragat.make("p", { class: "lead" }, line[5]);
    if (line[1] !== "und") lead.lang = line[1];
    [link, meta, lead].forEach(function (part) { item.appendChild(part); });
    return item;
  }

  function status() {
    var text = muragat.say("viewer-count", { count: shown.length });
    if (broken) text = muragat.say("viewer-broken", { file: broken });
    else if (shown.length === 0) text = muragat.say("viewer-none");
    byId("status").textContent = text;
  }

  function more() {
    var numbers = shown.slice(end, end + PAGE);
    var round = asked;
    need(numbers, function () {
      if (round !== asked) return;
      numbers.forEach(function (number) {
        var line = (shards[Math.floor(number / facts.lines)] || [])[number % facts.lines];
        if (line) byId("rows").appendChild(row(line));
      });
      end += numbers.length;
      byId("more").hidden = end >= shown.length;
      status();
    });
  }

  function show(numbers) {
    shown = numbers;
    end = 0;
    byId("rows").textContent = "";
    more();
  }

  /** What the address means: #unit=…&q=… */
  function place() { return new URLSearchParams(location.hash.slice(1)); }

  function go() {
    var where = place();
    var unit = where.get("unit");
    var query = (where.get("q") || "").trim();
    var round = (asked += 1);
    broken = null;
    Array.prototype.forEach.call(document.querySelectorAll(".units a"), function (link) {
      var here = link.getAttribute("href") === (unit ? "#unit=" + unit : "#");
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (byId("query").value.trim() !== query) byId("query").value = query;
    var within = unit ? new Set(muragat.search.numbers(facts.units[unit])) : null;
    function inside(number) { return within === null || within.has(number); }
    if (muragat.search.wordsOf(query).length === 0) {
      show(within === null ? all() : Array.from(within));
      return;
    }
    muragat.search.find(query, function (failed, found) {
      if (round !== asked) return;
      broken = failed;
      show(found.filter(inside));
    });
  }

  function ask() {
    var where = place();
    var query = byId("query").value.trim();
    if (query) where.set("q", query);
    else where.delete("q");
    var hash = "#" + where.toString();
    // typing fills no history
    history.replaceState(null, "", hash);
    go();
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (!facts) {
      broken = "viewer/units.js";
      facts = { articles: 0, lines: 1000, units: {} };
    }
    var timer = 0;
    byId("query").addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    document.querySelector("form.search").addEventListener("submit", function (event) {
      event.preventDefault();
      ask();
    });
    byId("more").addEventListener("click", more);
    window.addEventListener("hashchange", go);
    document.addEventListener("muragat-language", function () { if (asked) show(shown); });
    go();
  });
})();
