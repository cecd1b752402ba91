/* The archive's search. Whatever it shows is set as text, never as HTML. Each statement ends in a semicolon: the page
   has it on one line, without these comments. */
(function () {
  "use strict";
  var AT_ONCE = 50;
  var data = JSON.parse(document.getElementById("look-up").textContent);
  var words = document.getElementById("words");
  var theme = document.getElementById("theme");
  var results = document.getElementById("results");
  var more = document.getElementById("more");
  var haystacks = null;
  var found = [];
  var wanted = [];
  var waiting = 0;

  /* Letters without accents and capitals: "Élysée" is found by "elysee". */
  function fold(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }
  function pattern(term) { return new RegExp("(?<![\\p{L}\\p{N}])" + term.replace(/[.*+?^${}()|[\]\\\/-]/g, "\\$&"), "gu"); }

  /* What is asked for, as patterns: words in quotation marks of any kind as one. */
  function patterns(query) {
    var terms = [];
    var rest = query.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, function (all, phrase) { terms.push(fold(phrase).trim()); return " "; });
    fold(rest).split(/[^\p{L}\p{N}]+/u).forEach(function (term) { terms.push(term); });
    return terms.filter(Boolean).map(pattern);
  }

  function texts() {
    haystacks = haystacks || data.rows.map(function (row) { return fold(row[0] + "\n" + data.sources[row[5]]); });
    return haystacks;
  }

  function has(text) {
    return wanted.every(function (one) { one.lastIndex = 0; return one.test(text); });
  }

  /* Which characters of a text are found: each is folded by itself, so that places in the folded text lead back. */
  function marked(text) {
    var folded = "";
    var places = [];
    var hit = [];
    Array.from(text).forEach(function (sign, at) {
      var plain = fold(sign);
      for (var k = 0; k < plain.length; k += 1) { places.push(at); }
      folded += plain;
    });
    wanted.forEach(function (one) {
      one.lastIndex = 0;
      Array.from(folded.matchAll(one)).forEach(function (match) {
        for (var k = match.index; k < match.index + match[0].length; k += 1) { hit[places[k]] = true; }
      });
    });
    return hit;
  }

  function element(name, kind, parent) {
    var made = document.createElement(name);
    if (kind) { made.className = kind; }
    parent.appendChild(made);
    return made;
  }

  function link(text, path, kind, parent) {
    var made = element("a", kind, parent);
    made.href = path;
    made.textContent = text;
  }

  function spell(text, parent) {
    var hit = marked(text);
    var run = "";
    var isHit = false;
    function flush() {
      if (run && isHit) { element("mark", "", parent).textContent = run; }
      if (run && !isHit) { parent.appendChild(document.createTextNode(run)); }
      run = "";
    }
    Array.from(text).forEach(function (sign, at) {
      if (Boolean(hit[at]) !== isHit) { flush(); isHit = Boolean(hit[at]); }
      run += sign;
    });
    flush();
  }

  function show(row) {
    var edition = data.editions[row[3]];
    var item = element("li", "point", results);
    var said = element("p", "said", item);
    var text = element("span", "words", said);
    text.dir = "auto";
    text.lang = row[2] || document.documentElement.lang;
    spell(row[0], text);
    said.appendChild(document.createTextNode(" "));
    link(row[1], edition[1] + "#p" + row[1], "cite", said);
    var from = element("p", "from", item);
    link(edition[0], edition[1], "", from);
    from.appendChild(document.createTextNode(" · "));
    link(theme.options[row[4] + 1].textContent, data.themes[row[4]][1], "", from);
    if (data.sources[row[5]]) {
      from.appendChild(document.createTextNode(" · "));
      spell(data.sources[row[5]], from);
    }
  }

  function showMore() {
    var from = results.children.length;
    found.slice(from, from + AT_ONCE).forEach(show);
    more.hidden = results.children.length >= found.length;
  }

  function remember() {
    var asked = new URLSearchParams();
    if (words.value.trim()) { asked.set("q", words.value.trim()); }
    if (theme.value) { asked.set("theme", theme.value); }
    history.replaceState(null, "", "#" + asked.toString());
  }

  function search() {
    wanted = patterns(words.value);
    found = wanted.length === 0 ? [] : data.rows.filter(function (row, at) {
      return (!theme.value || data.themes[row[4]][1] === theme.value) && has(texts()[at]);
    });
    results.textContent = "";
    showMore();
    document.querySelector(".found").hidden = wanted.length === 0;
    document.getElementById("count").textContent = wanted.length === 0 ? "" : found.length.toLocaleString(document.documentElement.lang);
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { search(); remember(); }, 150);
  }

  function recalled() {
    var asked = new URLSearchParams(location.hash.slice(1));
    words.value = asked.get("q") || "";
    theme.value = asked.get("theme") || "";
    if (theme.selectedIndex < 0) { theme.value = ""; }
    search();
  }

  words.addEventListener("input", soon);
  theme.addEventListener("change", soon);
  more.addEventListener("click", showMore);
  document.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); soon(); });
  window.addEventListener("hashchange", recalled);
  document.documentElement.classList.add("scripted");
  recalled();
}());
