"use strict";
/*
 * Search over the shards of terms. A word is looked for as it stands, as the beginning of a word, and without its
 * Kazakh or Russian endings; what it is compared with are keys that the program made, stems among them.
 */
muragat.search = (function () {
  var facts = { articles: 0, shards: 1 };
  var shards = {};
  var waiting = {};

  /* Endings, folded: қ as к, ғ as г, ұ and ү as у, і as и, ә as а, ө as о, ң as н, й as и. */
  var PLURAL = "(?:лар|лер|дар|дер|тар|тер)?";
  var OWN = "(?:(?:ы|и)?(?:м|н)(?:ыз|из)|(?:ы|и)?(?:м|н)|сы|си|ы|и)?";
  var CASE = "(?:нын|нин|дын|дин|тын|тин|га|ге|ка|ке|на|не|а|е|ны|ни|ды|ди|ты|ти|н|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен|дагы|деги|тагы|теги|ндагы|ндеги|дики|тики|ники|ша|ше|нша|нше)?";
  var KAZAKH = new RegExp("^(?:лык|лик|дык|дик|тык|тик)?" + PLURAL + OWN + CASE + "$");
  var RUSSIAN = /^(?:а|у|ом|е|ы|и|о|ов|ам|ами|ах|ой|ою|я|ю|ем|ям|ями|ях|еи|ев|ь|ью|ии|ия|ие|иям|иями|иях|иеи|ием|ого|ому|ым|ыи|ои|ая|ое|ые|ых|ыми|ую|ее|его|ему|им|их|ими|яя|юю)$/;
  var VOWELS = "аеиоуыэюя";
  var VOICELESS = "пткшщсфхцчбгвд";

  /** Whether letters can follow a stem as its endings: the first must agree with the stem's last. */
  function isEnding(stem, rest, russian) {
    if (russian && stem.length >= 3 && RUSSIAN.test(rest)) return true;
    if (!KAZAKH.test(rest)) return false;
    var last = stem[stem.length - 1];
    var vowel = VOWELS.indexOf(last) >= 0;
    var hard = VOICELESS.indexOf(last) >= 0;
    var first = rest[0];
    if ("тк".indexOf(first) >= 0) return hard;
    if (first === "п") return hard;
    if (first === "н" && /^(?:ны|ни|нын|нин)/.test(rest)) return vowel || "мнн".indexOf(last) >= 0;
    if (first === "с" ) return vowel;
    if (first === "д" && /^(?:ды|ди)/.test(rest)) return !vowel;
    if ("дгл".indexOf(first) >= 0 && !/^(?:лык|лик)/.test(rest)) return "пткшщсфхцч".indexOf(last) < 0;
    return true;
  }

  /** The shard of a key: src/viewer/terms.rs counts the same. */
  function shardOf(key) {
    var hash = 0;
    for (var at = 0; at < Math.min(2, key.length); at += 1) hash = hash * 31 + key.charCodeAt(at);
    return hash % facts.shards;
  }

  function load(name, number, done) {
    var script = document.createElement("script");
    var path = "viewer/" + name + "-" + number + ".js";
    script.src = path;
    script.onerror = function () { done(path); };
    script.onload = function () { done(null); };
    document.head.appendChild(script);
  }

  function shard(number, done) {
    if (shards[number]) return done(null, shards[number]);
    (waiting[number] = waiting[number] || []).push(done);
    if (waiting[number].length > 1) return undefined;
    load("terms", number, function (failed) {
      var all = waiting[number];
      waiting[number] = [];
      all.forEach(function (one) { one(failed, shards[number] || {}); });
    });
    return undefined;
  }

  function numbers(text) {
    var last = 0;
    if (!text) return [];
    return text.split(" ").map(function (step) {
      last += parseInt(step, 36);
      return last;
    });
  }

  function devoiced(stem) {
    var last = stem[stem.length - 1];
    if (last === "б") return stem.slice(0, -1) + "п";
    if (last === "г") return stem.slice(0, -1) + "к";
    return null;
  }

  /** Which keys of a shard a word means: exact ones weigh 2, others 1. */
  function keysFor(word, terms) {
    var folded = muragat.fold(word).replace(/[^\p{L}\p{N}]/gu, "");
    var russian = !/[әғқңөұүһі]/i.test(word);
    var found = [];
    function add(key, weight) {
      if (Object.prototype.hasOwnProperty.call(terms, key)) found.push([key, weight]);
    }
    add(folded, 2);
    for (var length = folded.length - 1; length >= 2; length -= 1) {
      var stem = folded.slice(0, length);
      var rest = folded.slice(length);
      if (length === 2 && rest.length < 2) continue;
      if (isEnding(stem, rest, russian)) {
        add(stem, 1);
        var plain = devoiced(stem);
        if (plain) add(plain, 1);
      }
    }
    // a final sound that the program's stems lose
    if (/[ньъ]$/.test(folded) && folded.length > 3) add(folded.slice(0, -1), 1);
    if (folded.length >= 3) {
      Object.keys(terms).forEach(function (key) {
        if (key.length > folded.length && key.indexOf(folded) === 0) found.push([key, 1]);
      });
    }
    return found;
  }

  function wordsOf(query) {
    return (query.match(/[\p{L}\p{N}\p{M}]+(?:[-'’][\p{L}\p{N}\p{M}]+)*/gu) || []).reduce(function (all, word) {
      // «ректор-төрағасы» is met by its parts; an ending after a hyphen is none
      return all.concat(word.split(/[-\u2010\u2011]/).filter(function (part, place) {
        return part && (place === 0 || !/^(?:н[ыі]ң|д[ыі]ң|т[ыі]ң|н[ыі]|д[ыі]|т[ыі]|ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|мен|бен|пен)$/i.test(part));
      }));
    }, []).slice(0, 12);
  }

  /** Numbers of the articles that hold every word, those with most exact words first; then the newest. */
  function find(query, done) {
    var wanted = wordsOf(query);
    var scores = null;
    function next(at) {
      if (at === wanted.length) {
        var all = Array.from((scores || new Map()).entries());
        all.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
        return done(null, all.map(function (one) { return one[0]; }));
      }
      var folded = muragat.fold(wanted[at]).replace(/[^\p{L}\p{N}]/gu, "");
      return shard(shardOf(folded), function (failed, terms) {
        if (failed) return done(failed, []);
        var here = new Map();
        keysFor(wanted[at], terms).forEach(function (pair) {
          numbers(terms[pair[0]]).forEach(function (number) {
            here.set(number, Math.max(here.get(number) || 0, pair[1]));
          });
        });
        if (scores === null) {
          scores = here;
        } else {
          var both = new Map();
          here.forEach(function (weight, number) {
            if (scores.has(number)) both.set(number, scores.get(number) + weight);
          });
          scores = both;
        }
        return next(at + 1);
      });
    }
    next(0);
  }

  return {
    facts: function (all) { facts = all; },
    terms: function (number, all) { shards[number] = all; },
    find: find,
    load: load,
    numbers: numbers,
    wordsOf: wordsOf
  };
})();
muragat.terms = muragat.search.terms;
