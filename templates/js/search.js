// Finds words in the index that site/search writes (its comments say how the files are made). Loads only the files that a
// query needs, as scripts, so that it works from a folder on disk. The fewer rounds of loading between the word and the first result
// the better: the directory and the wordings of the first parts come with the page, those of other parts and the bigrams while the
// word is being typed, and each article is shown as soon as its texts are there.
(function () {
  'use strict';
  var d = document, f = shinkyu.f, el = shinkyu.el, form = d.querySelector('[data-search]'), box = d.querySelector('[data-hits]'), status = d.querySelector('[data-status]');
  var more = d.querySelector('[data-more]'), q = d.getElementById('q'), got = {}, waits = {}, turn = 0, step = 10, root = d.documentElement;

  window.shinkyuFound = (key, value) => { got[key] = value; };
  function load(key, file) {
    if (!waits[key]) waits[key] = key in got ? Promise.resolve(got[key]) : new Promise((yes, no) => {
      var s = el('script');
      s.src = file;
      s.onload = () => { s.remove(); yes(got[key]); };
      s.onerror = () => { s.remove(); delete waits[key]; no(new Error(file)); };
      d.head.append(s);
    });
    return waits[key];
  }
  function directory() { return load('', box.dataset.index); }
  function part(p, name) { return load(p[0] + '/' + name, p[0] + '/' + name + '.js?' + p[1]); }

  // Numbers in printable digits of base 46.
  function numbers(s) {
    var out = [], n = 0, m = 1;
    for (var i = 0; i < s.length; i++) {
      var c = s.charCodeAt(i), v = c < 34 ? c - 32 : c < 92 ? c - 33 : c - 34;
      if (v >= 46) { n += (v - 46) * m; m *= 46; } else { out.push(n + v * m); n = 0; m = 1; }
    }
    return out;
  }
  // A text in its comparable form, and for each unit of it where it begins and ends in the text.
  function normal(text) {
    var s = '', at = [], to = [], i = 0;
    text.replace(/[^][\uDC00-\uDFFF]?[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/g, c => {
      var n = c.normalize('NFKC').toLowerCase().replace(/[\s\ufeff\u0085]/g, '');
      for (var k = 0; k < n.length; k++) { at.push(i); to.push(i + c.length); }
      s += n;
      i += c.length;
    });
    return { s: s, at: at, to: to };
  }
  var digits = '〇一二三四五六七八九', units = ['', '十', '百', '千'];
  function kanji(n) {
    var s = '';
    n.split('').forEach((c, i) => {
      var u = n.length - 1 - i;
      if (c !== '0') s += (c === '1' && u ? '' : digits[c]) + units[u];
    });
    return s;
  }
  function arabic(k) {
    if (!/[十百千]/.test(k)) return k.replace(/./g, c => digits.indexOf(c));
    var sum = 0, n = 0;
    k.split('').forEach(c => {
      var u = units.indexOf(c);
      if (u > 0) { sum += (n || 1) * Math.pow(10, u); n = 0; } else n = digits.indexOf(c);
    });
    return '' + (sum + n);
  }
  // All ways to write the numbers of a word: 第12条, 第十二条, 第一二条.
  function ways(word) {
    var out = [''];
    word.split(/([0-9]+|[〇一二三四五六七八九十百千]+)/).forEach((p, i) => {
      var w = [p];
      if (i % 2 && /^[0-9]/.test(p)) {
        w.push(p.replace(/./g, c => digits[c]));
        if (p.length < 5 && +p && p[0] !== '0') w.push(kanji(p));
      } else if (i % 2) w.push(arabic(p));
      if (out.length * w.length > 27) w = [p];
      out = [].concat.apply([], out.map(o => w.map(x => o + x)));
    });
    return out.filter((o, i) => o && out.indexOf(o) === i);
  }
  function parse(text) {
    var query = { terms: [], docs: [], effects: [], from: '', to: '\uffff', now: false };
    (text.match(/[^\s"]*"[^"]*"|\S+/g) || []).forEach(w => {
      var m = /^(?:(文書|doc)|(効果|effect)|日付|date)[:：](.+)$/i.exec(w), not = /^[-－−]./.test(w);
      if (!m) {
        var word = normal(w.slice(not ? 1 : 0).replace(/"/g, '')).s;
        if (word) query.terms.push({ not: not, ways: ways(word) });
        return;
      }
      var v = normal(m[3].replace(/"/g, '')).s;
      if (m[1]) query.docs.push(v);
      else if (m[2]) query.effects.push(v);
      else {
        var r = v.split('..');
        if (r[0] > query.from) query.from = r[0];
        var to = (r.length > 1 ? r[1] : r[0]);
        if (to) query.to = to + '\uffff';
      }
    });
    return query;
  }

  // The wordings of a part, read once.
  function meta(p) {
    return part(p, 'm').then(m => {
      if (m.rows) return m;
      var n = numbers(m[0]), i = 0, at = 0;
      m.rows = [];
      p[2].forEach(doc => {
        var group = 0;
        for (var k = n[i++]; k > 0; k--) {
          var r = { n: m.rows.length, doc: doc, at: at };
          at += n[i++];
          r.group = doc + '.' + (group += n[i++]);
          r.from = n[i++];
          r.until = n[i++] - 1;
          r.fx = n.slice(i + 1, i + 1 + n[i]);
          i += 1 + n[i];
          m.rows.push(r);
        }
      });
      return m;
    });
  }
  function fold(c) { return c * 31 % 1021; }
  // Where a bigram stands; b is NaN for every one that a opens.
  function places(p, m, a, b) {
    var shard = fold(a) % 64, depth = +m[2][shard], names = [];
    for (var k = 0; k < 1 << depth; k++) if (b !== b || k === (fold(b) & (1 << depth) - 1)) names.push(shard + (depth ? '-' + k : ''));
    return Promise.all(names.map(n => { return part(p, n).catch(() => { return {}; }); })).then(files => {
      var out = [];
      files.forEach(f => {
        (b === b ? [String.fromCharCode(a, b)] : Object.keys(f)).forEach(g => {
          if (!f[g] || g.charCodeAt(0) !== a) return;
          var at = 0;
          numbers(f[g]).forEach(n => { out.push(at += n); });
        });
      });
      return out;
    });
  }
  // Where a word stands: where every second bigram of it stands at its distance.
  function word(p, m, w) {
    if (w.length < 2) return places(p, m, w.charCodeAt(0), NaN);
    var offs = [];
    for (var i = 0; i + 1 < w.length; i += 2) offs.push(i);
    if (w.length % 2) offs.push(w.length - 2);
    return Promise.all(offs.map(o => places(p, m, w.charCodeAt(o), w.charCodeAt(o + 1)))).then(lists => {
      var left = lists[0];
      offs.forEach((o, k) => {
        if (!k) return;
        var set = new Set(lists[k]);
        left = left.filter(x => set.has(x + o));
      });
      return left;
    });
  }
  // How often a term stands in each wording of a part.
  function count(p, m, term) {
    return Promise.all(term.ways.map(w => word(p, m, w))).then(lists => {
      var hits = new Map();
      lists.forEach(l => {
        l.forEach(x => {
          var lo = 0, hi = m.rows.length;
          while (hi - lo > 1) { var mid = (lo + hi) >> 1; if (m.rows[mid].at <= x) lo = mid; else hi = mid; }
          hits.set(lo, (hits.get(lo) || 0) + 1);
        });
      });
      return hits;
    });
  }
  function has(list, s) { return list.every(x => s.some(t => t.indexOf(x) >= 0)); }
  function inPart(dir, p, query) {
    return meta(p).then(m => {
      return Promise.all(query.terms.map(t => count(p, m, t))).then(all => {
        return m.rows.filter(r => {
          var doc = dir.docs[r.doc], date = dir.dates[doc[3][r.from][0]][0];
          r.part = p;
          r.hits = 0;
          if (query.now && r.until >= 0 || date < query.from || date > query.to) return false;
          if (!has(query.docs, [normal(doc[0]).s, doc[2].toLowerCase()])) return false;
          if (!has(query.effects, r.fx.map(e => dir.effects[e][0] + ' ' + normal(dir.effects[e][1]).s))) return false;
          return query.terms.every((t, i) => {
            var n = all[i].get(r.n) || 0;
            r.hits += t.not ? 0 : n;
            return t.not ? !n : n;
          });
        });
      });
    });
  }

  // Words of the page with Japanese ones of the sources among them, which say so on a page in another language.
  function mixed(text) {
    var e = el('span');
    if (root.lang === 'ja') e.append(text);
    else text.split(/([\u3005-\u30ff\u4e00-\u9fff](?:[\d\u3000-\u30ff\u4e00-\u9fff]*[\u3005-\u30ff\u4e00-\u9fff])?)/).forEach((s, i) => { if (i % 2) { var j = el('span', 'src', s); j.lang = 'ja'; e.append(j); } else e.append(s); });
    return e;
  }
  // The text around the first hit, all hits marked.
  function snippet(text, query) {
    var n = normal(text), spans = [];
    query.terms.forEach(t => {
      if (!t.not) t.ways.forEach(w => {
        for (var i = n.s.indexOf(w); i >= 0; i = n.s.indexOf(w, i + 1)) spans.push([n.at[i], n.to[i + w.length - 1]]);
      });
    });
    spans.sort((a, b) => a[0] - b[0]);
    var p = el('p', 'sn'), from = spans.length ? Math.max(0, spans[0][0] - 40) : 0, to = Math.min(text.length, from + 160), at = from;
    if (from) p.append('…');
    spans.forEach(s => {
      if (s[0] < at || s[1] > to) return;
      p.append(text.slice(at, s[0]), el('mark', '', text.slice(s[0], s[1])));
      at = s[1];
    });
    p.append(text.slice(at, to) + (to < text.length ? '…' : ''));
    return p;
  }
  function article(dir, group, query) {
    return Promise.all(group.map(r => {
      return part(r.part, 'm').then(m => {
        var k = m[1].length - 1;
        while (m[1][k] > r.n) k--;
        return part(r.part, 't' + k).then(t => t[r.n - m[1][k]]);
      });
    })).then(texts => {
      var doc = dir.docs[group[0].doc], base = '../' + doc[2], out = el('article', 'hit'), h = el('h2'), a = el('a', '', texts[0][3]);
      a.href = base + 'clauses/' + texts[0][2] + '.html';
      h.lang = 'ja';
      h.append(a, el('small', '', doc[0]));
      out.append(h);
      group.forEach((r, i) => {
        var line = el('div', r.until < 0 ? '' : 'past'), head = el('p', 'sa'), link = el('a', '', texts[i][1]), e = doc[3][r.from], day = dir.dates[e[0]][1];
        link.lang = line.lang = 'ja';
        link.href = base + 'clauses/' + texts[i][0] + '.html';
        head.append(link, mixed((r.until < 0 ? t('いまの文　') : t('前の文　')) + e[1] + (day ? f('（{0}施行）', day) : '') + (r.until < 0 ? '' : f('、{0}で改正', doc[3][r.until][1]))));
        head.lang = root.lang;
        line.append(head, snippet(texts[i][4], query));
        out.append(line);
      });
      return out;
    });
  }
  // Ten at first, then as many again as are shown; each as soon as it and those before it are there, the first before the others are asked for.
  function show(dir, groups, query, from, mine) {
    var to = from ? from * 2 : step, all = groups.slice(from, to);
    function put(a) { if (mine === turn) box.append(a); }
    more.onclick = null;
    box.ariaBusy = 'true';
    return Promise.all(all.slice(0, 1).map(g => article(dir, g, query).then(put))).then(() => {
      var rest = all.slice(1).map(g => article(dir, g, query));
      return rest.reduce((before, a) => before.then(() => a).then(put), Promise.resolve());
    }).then(() => {
      if (mine !== turn) return;
      box.ariaBusy = 'false';
      more.hidden = groups.length <= to;
      more.onclick = () => { show(dir, groups, query, to, mine).then(() => { var next = box.children[to]; if (next) next.querySelector('a').focus(); }); };
    });
  }
  function search(text) {
    var mine = ++turn, query = parse(text);
    query.now = d.getElementById('s-now').value === 'now';
    ['doc', 'fx'].forEach(k => {
      var v = d.getElementById('s-' + k).value;
      if (v) query[k === 'doc' ? 'docs' : 'effects'].push(normal(v).s);
    });
    return directory().then(dir => {
      var stock = f('{0}文書', dir.docs.length) + f('{0}条項', dir.clauses) + (dir.dates[1] ? f('、{0}から{1}までに施行の版', dir.dates[1][1], dir.dates[dir.dates.length - 1][1]) : '');
      box.textContent = '';
      box.ariaBusy = 'false';
      more.hidden = true;
      if (!query.terms.length && !query.effects.length && query.from === '') { status.textContent = f('{0}から探します。', stock); return; }
      return Promise.all(dir.parts.map(p => inPart(dir, p, query))).then(parts => {
        if (mine !== turn) return;
        var groups = [], by = {}, n = 0;
        [].concat.apply([], parts).forEach(r => {
          if (!by[r.group]) groups.push(by[r.group] = []);
          by[r.group].push(r);
          n += r.hits;
        });
        function rank(g) { return g.some(r => r.until < 0) ? 0 : 1; }
        groups.forEach((g, i) => { g.i = i; g.sort((a, b) => (a.until < 0 ? 0 : 1) - (b.until < 0 ? 0 : 1) || a.n - b.n); });
        groups.sort((a, b) => rank(a) - rank(b) || a[0].doc - b[0].doc || a.i - b.i);
        if (!groups.length) delete root.dataset.asked;
        status.textContent = (groups.length ? f('{0}に見つかりました', f('{0}か条', groups.length) + (n ? f('・{0}か所', n) : '')) : t('見つかりませんでした')) + f('（{0}）。', stock);
        return show(dir, groups, query, 0, mine);
      });
    }).catch(e => { if (mine === turn) status.textContent = t('索引を読めませんでした：') + e.message; });
  }

  function go() {
    var p = new URLSearchParams(location.search);
    p.set('q', q.value);
    try { history.replaceState(null, '', '?' + p); } catch (e) { /* not from a folder */ }
    search(q.value);
  }
  // What the word will need, while it is being typed: the wordings, and of each way to write it the bigrams that stay if it goes on.
  function ready(e) {
    if (e.isComposing) return;
    var terms = parse(q.value).terms;
    directory().then(dir => {
      return Promise.all(dir.parts.map(p => {
        return meta(p).then(m => {
          terms.forEach(t => { t.ways.forEach(w => { if (w[1]) word(p, m, w.slice(0, w.length & ~1)); }); });
        });
      }));
    }).catch(() => { /* the search will say it */ });
  }
  ['focus', 'input', 'compositionend'].forEach(e => { q.addEventListener(e, ready); });
  form.addEventListener('submit', e => { e.preventDefault(); go(); });
  form.addEventListener('change', go);
  q.value = new URLSearchParams(location.search).get('q') || '';
  // Behind this script stand those of the index that come with the page.
  d.addEventListener('DOMContentLoaded', () => { search(q.value); });
})();
