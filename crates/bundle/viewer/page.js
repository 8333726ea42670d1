"use strict";
/* What every page does: its language, printing, the large photo, the filter of names. Data comes in as text only. */
var muragat = (function () {
  var KEY = "muragat-language";
  var words = {};
  var language = document.documentElement.lang;

  function stored() {
    var asked = new URLSearchParams(location.search).get("lang");
    if (asked) return asked;
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  /** A message, with its gaps filled. */
  function say(id, gaps) {
    var text = (words[language] || {})[id] || "";
    Object.keys(gaps || {}).forEach(function (gap) {
      text = text.split("{" + gap + "}").join(String(gaps[gap]));
    });
    return text;
  }

  function gapsOf(element) {
    var gaps = {};
    var value = element.dataset.value;
    if (value !== undefined) gaps[element.dataset.gap || "number"] = value;
    return gaps;
  }

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function translate() {
    document.documentElement.lang = language;
    each("[data-l10n]", function (element) { element.textContent = say(element.dataset.l10n, gapsOf(element)); });
    each("[data-l10n-label]", function (element) { element.setAttribute("aria-label", say(element.dataset.l10nLabel)); });
    each("[data-l10n-placeholder]", function (element) { element.placeholder = say(element.dataset.l10nPlaceholder); });
    each("[data-l10n-alt]", function (element) { element.alt = say(element.dataset.l10nAlt, gapsOf(element)); });
    each(".said[data-speaker]", function (element) { element.title = say("viewer-speaker", { name: element.dataset.speaker }); });
    each("[data-dating]", function (element) { element.textContent = day(element.dataset.dating); });
    each("[data-language]", function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    });
    var title = document.body.dataset.title;
    if (title) document.title = say(title) + " · " + say("viewer-brand");
    document.dispatchEvent(new Event("muragat-language"));
  }

  /* --- Dates in words, as the program writes them --- */

  function point(text) {
    var parts = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$/.exec(text);
    if (!parts) return null;
    var month = Number(parts[2] || 0);
    var kind = /XX$/.test(parts[1]) ? "century" : /X$/.test(parts[1]) ? "decade" : !month ? "year" :
      month > 20 ? "season" : parts[3] ? "day" : "month";
    return { kind: kind, year: parts[1].replace(/X/g, "0"), month: month, day: Number(parts[3] || 0), sign: parts[4] };
  }

  function bare(one) {
    var gaps = { year: one.year, day: one.day };
    if (one.kind === "day") gaps.month = say("dating-month-of-day-" + one.month);
    if (one.kind === "month") gaps.month = say("dating-month-" + one.month);
    if (one.kind === "season") return say("dating-season-" + one.month, gaps);
    if (one.kind === "century") return say("dating-century", { from: one.year, to: Number(one.year) + 99 });
    return say("dating-" + one.kind, gaps);
  }

  function doubted(text, one) {
    var circa = one.kind === "day" || one.kind === "year" ? "dating-circa" : "dating-circa-other";
    if (one.sign === "~" || one.sign === "%") text = say(circa, { date: text });
    return one.sign === "?" || one.sign === "%" ? say("dating-uncertain", { date: text }) : text;
  }

  function single(one) { return doubted(bare(one), one); }

  /* what is doubted of the first alone stands behind it */
  function first(one) {
    var text = bare(one);
    if (one.sign === "~" || one.sign === "%") text = say("dating-circa-behind", { date: text });
    return one.sign === "?" || one.sign === "%" ? say("dating-uncertain", { date: text }) : text;
  }

  function dayOfMonth(one) {
    return say("dating-day-of-month", { day: one.day, month: say("dating-month-of-day-" + one.month) });
  }

  function joined(from, to) {
    var apart = { from: first(from), to: single(to) };
    if (from.sign !== to.sign || from.kind !== to.kind) return say("dating-range", apart);
    var near = from.year === to.year;
    var gaps = { from: bare(from), to: bare(to), year: to.year };
    var id = "dating-range";
    if (from.kind === "year") {
      id = "dating-years";
      gaps.from = from.year;
      gaps.to = to.year;
    } else if (from.kind === "month" && near) {
      id = "dating-months";
      gaps.from = say("dating-month-" + from.month);
      gaps.to = say("dating-month-" + to.month);
    } else if (from.kind === "day" && near && from.month === to.month) {
      id = "dating-days";
      gaps.from = from.day;
      gaps.to = to.day;
      gaps.month = say("dating-month-of-day-" + to.month);
    } else if (from.kind === "day" && near) {
      id = "dating-days-of-months";
      gaps.from = dayOfMonth(from);
      gaps.to = dayOfMonth(to);
    } else {
      return say(id, apart);
    }
    return doubted(say(id, gaps), from);
  }

  /** A date as one reads it here: 27 ақпан 2026. */
  function day(date) {
    var text = date || "";
    var sided = /^\[(\.\.)?([^.\]]+)(\.\.)?\]$/.exec(text);
    if (sided) {
      var limit = point(sided[2]);
      var way = sided[1] ? "before" : "after";
      if (!limit) return text;
      return limit.kind === "year" && !limit.sign ? say("dating-" + way + "-year", { year: limit.year }) :
        say("dating-" + way, { date: single(limit) });
    }
    var ends = text.split("/");
    var from = point(ends[0]);
    var to = ends.length > 1 ? point(ends[1]) : null;
    if (ends.length === 1) return from ? single(from) : text;
    if (from && to) return joined(from, to);
    if (from) return say("dating-open-end", { date: single(from) });
    return to ? say("dating-open-start", { date: single(to) }) : text;
  }

  function choose(code) {
    language = words[code] ? code : "kk";
    try { localStorage.setItem(KEY, language); } catch (error) { /* a browser may keep nothing of a page on a disk */ }
    translate();
  }

  /* --- The large photo --- */

  function make(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function lightbox() {
    var links = Array.prototype.slice.call(document.querySelectorAll("a.photo"));
    if (links.length === 0 || !window.HTMLDialogElement) return;
    var at = 0;
    var dialog = make("dialog", { class: "large" });
    var stage = make("div", { class: "stage" });
    var picture = make("img", { alt: "" });
    var faces = make("div", { class: "faces" });
    var caption = make("div", { class: "caption" });
    var bar = make("div", { class: "tools" });
    var place = make("span", { class: "place" });
    function tool(id, act) {
      var button = make("button", { type: "button", "data-l10n": id });
      button.addEventListener("click", act);
      bar.appendChild(button);
      return button;
    }
    var back = tool("viewer-previous", function () { show(at - 1); });
    bar.appendChild(place);
    var on = tool("viewer-next", function () { show(at + 1); });
    var names = tool("viewer-names", function () {
      var shown = names.getAttribute("aria-pressed") !== "true";
      names.setAttribute("aria-pressed", String(shown));
      faces.hidden = !shown;
    });
    names.setAttribute("aria-pressed", "false");
    faces.hidden = true;
    tool("viewer-close", function () { dialog.close(); });
    stage.appendChild(picture);
    stage.appendChild(faces);
    [bar, stage, caption].forEach(function (part) { dialog.appendChild(part); });
    document.body.appendChild(dialog);

    function fit() {
      // the faces lie on the picture, not on the room around it
      var here = picture.getBoundingClientRect();
      var around = stage.getBoundingClientRect();
      faces.style.left = here.left - around.left + "px";
      faces.style.top = here.top - around.top + "px";
      faces.style.width = here.width + "px";
      faces.style.height = here.height + "px";
    }

    function show(number) {
      if (number < 0 || number >= links.length) return;
      at = number;
      var link = links[at];
      var small = link.querySelector("img");
      picture.src = link.href;
      if (link.dataset.turned) picture.dataset.turned = link.dataset.turned;
      else delete picture.dataset.turned;
      picture.alt = small.alt;
      picture.lang = small.lang;
      caption.textContent = "";
      var text = link.parentNode.querySelector("figcaption");
      if (text) Array.prototype.forEach.call(text.childNodes, function (node) { caption.appendChild(node.cloneNode(true)); });
      faces.textContent = "";
      (link.dataset.faces || "").split(";").filter(Boolean).forEach(function (face) {
        var parts = face.split(",");
        var box = make("div", { class: "face" });
        ["left", "top", "width", "height"].forEach(function (side, index) {
          box.style[side] = 100 * Number(parts[index]) + "%";
        });
        box.appendChild(make("span", {}, parts.slice(4).join(",")));
        faces.appendChild(box);
      });
      names.hidden = !link.dataset.faces;
      back.disabled = at === 0;
      on.disabled = at === links.length - 1;
      place.textContent = say("viewer-position", { number: at + 1, count: links.length });
      dialog.setAttribute("aria-label", say("viewer-photo", { number: at + 1 }));
    }

    picture.addEventListener("load", fit);
    window.addEventListener("resize", fit);
    dialog.addEventListener("keydown", function (event) {
      if (event.code === "ArrowLeft") show(at - 1);
      if (event.code === "ArrowRight") show(at + 1);
    });
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog || event.target === stage) dialog.close();
    });
    dialog.addEventListener("close", function () { links[at].focus(); });
    links.forEach(function (link, number) {
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(number);
        dialog.showModal();
        fit();
      });
    });
  }

  /* --- The list of names --- */

  /* Latin letters, and the Cyrillic ones that look like them. */
  var LATIN = "aceopxyikmthəɵjABCEHIKMOPTXYƏƟJ";
  var CYRILLIC = "асеорхуікмтһәөјАВСЕНІКМОРТХУӘӨЈ";

  /** A run of letters in one script, where it mixes two: crates/language/src/text/script.rs decides the same. */
  function inOneScript(run) {
    function into(from, to) {
      return run.replace(/./gu, function (c) { return from.indexOf(c) < 0 ? c : to[from.indexOf(c)]; });
    }
    function alike(letters, among) {
      return letters.every(function (c) { return among.indexOf(c) >= 0; });
    }
    var latin = run.match(/[a-zA-Z\u00c0-\u0275]/g) || [];
    var cyrillic = run.match(/[\u0400-\u052f]/g) || [];
    var letters = run.match(/\p{L}/gu) || [];
    if (cyrillic.length && letters.length > 1 && alike(letters, "хһіxiХҺІXI")) return into("хһіХҺІ", "xxiXXI");
    if (!latin.length || !cyrillic.length) return run;
    if (alike(latin, LATIN)) return into(LATIN, CYRILLIC);
    if (alike(cyrillic, CYRILLIC)) return into(CYRILLIC, LATIN);
    return cyrillic.length > latin.length ? into(LATIN, CYRILLIC) : run;
  }

  /** One plain spelling for what a reader takes as the same word, as the program folds it. */
  function fold(text) {
    return text.normalize("NFD").replace(/[\p{L}\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/gu, inOneScript).toLowerCase()
      .replace(/[\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g, "")
      .replace(/[әғґқңөұүһіıŋ]/g, function (letter) { return "аггкноуухиin"["әғґқңөұүһіıŋ".indexOf(letter)]; });
  }

  function filter() {
    var field = document.getElementById("filter");
    if (!field) return;
    field.parentNode.hidden = false;
    var entries = Array.prototype.map.call(document.querySelectorAll(".columns > li"), function (entry) {
      return { entry: entry, key: fold(entry.querySelector(".name").textContent) };
    });
    field.addEventListener("input", function () {
      var wanted = fold(field.value).split(/\s+/).filter(Boolean);
      entries.forEach(function (one) {
        one.entry.hidden = !wanted.every(function (part) { return one.key.indexOf(part) >= 0; });
      });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    each("[data-print]", function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
    each("[data-language]", function (button) {
      button.addEventListener("click", function () { choose(button.dataset.language); });
    });
    lightbox();
    filter();
    var wanted = stored();
    if (wanted && words[wanted]) language = wanted;
    translate();
  });

  return {
    words: function (number, all) { words = all; },
    say: say,
    day: day,
    fold: fold,
    make: make,
    language: function () { return language; }
  };
})();
