// Sets out any two revisions of a rule from the wordings of its clauses (texts.js). Which clauses face each other and which words differ was
// computed when the site was built; here it is only laid out, with the elements of a comparison page, so that its views work.
(function () {
  'use strict';
  var d = document, f = shinkyu.f, el = shinkyu.el, data;
  window.shinkyuTexts = function (x) { data = x; };
  function put(into) {
    for (var i = 1; i < arguments.length; i++) if (arguments[i]) into.appendChild(arguments[i]);
    return into;
  }
  function ja(e) { if (d.documentElement.lang !== 'ja') e.lang = 'ja'; return e; }

  // How a clause stands after revision k; null where it is not there.
  function at(life, k) {
    var hit = null;
    life.r.forEach(function (s) { if (s[0] <= k) hit = s; });
    return hit && hit.length > 1 ? { name: hit[1], part: hit[2], cls: hit[3], label: hit[4], n: hit[5], words: hit[5] < 0 ? '（略）' : life.w[hit[5]] } : null;
  }

  function edited(ranges, i) {
    for (var k = 0; k < ranges.length; k += 2) if (i >= ranges[k] && i < ranges[k + 1]) return true;
    return false;
  }

  // One stream of both wordings, as pages have it: [op, text], the deletion first.
  function stream(life, o, n) {
    if (o.words === n.words) return [['', n.words]];
    var e = life.e && life.e[o.n + '.' + n.n];
    if (!e) return [['-', o.words], ['+', n.words]];
    var a = Array.from(o.words), b = Array.from(n.words), i = 0, j = 0, out = [];
    function add(op, c) {
      var last = out[out.length - 1];
      if (last && last[0] === op) last[1] += c; else out.push([op, c]);
    }
    while (i < a.length || j < b.length) {
      if (i < a.length && edited(e[0], i)) add('-', a[i++]);
      else if (j < b.length && edited(e[1], j)) add('+', b[j++]);
      else if (i < a.length && j < b.length && a[i] === b[j]) { add('', b[j++]); i++; }
      else if (j < b.length && !b[j].trim()) add('', b[j++]);
      else if (i < a.length && !a[i].trim()) i++;
      else return [['-', o.words], ['+', n.words]];
    }
    return out;
  }

  function mark(into, op, text, hide) {
    if (!text) return;
    if (!op) { into.appendChild(d.createTextNode(text)); return; }
    var e = el(op === '+' ? 'ins' : 'del', '', text);
    e.hidden = hide;
    into.appendChild(e);
  }

  function para(cls, label, steps, side) {
    var p = ja(el('p', cls)), lab = el('span', 'lab');
    label.forEach(function (s) { if (side !== 'o' || s[0] !== '+') mark(lab, s[0], s[1], side === 'n' && s[0] === '-'); });
    if (lab.firstChild) p.appendChild(lab);
    steps.forEach(function (s) { if (side !== 'o' || s[0] !== '+') mark(p, s[0], s[1], side === 'n' && s[0] === '-'); });
    return p;
  }

  function cell(cls, side, p, note) {
    return put(el('td', cls + (p ? '' : ' empty')), el('span', 'side', side), p || el('p', 'note', note));
  }

  function row(life, o, n) {
    var label, steps = o && n ? stream(life, o, n) : null, tr;
    if (o && n) {
      label = o.label.trim() === n.label.trim() ? [['', n.label]] : [['-', o.label.trim()], ['+', n.label]];
      tr = el('tr', o.words === n.words && label.length === 1 ? 'k-same' : 'k-chg');
      return put(tr, cell('after', t('改正後'), para(n.cls, label, steps, 'n')), cell('before', t('改正前'), para(o.cls, label.map(function (s) { return s[0] === '-' ? ['-', o.label] : s; }), steps, 'o')));
    }
    if (n) return put(el('tr', 'k-new'), cell('after', t('改正後'), para(n.cls, [['+', n.label]], [['+', n.words]], 'n')), cell('before', t('改正前'), null, t('新設')));
    tr = put(el('tr', 'k-rep'), cell('after', t('改正後'), null, t('削る')), cell('before', t('改正前'), para(o.cls, [['-', o.label]], [['-', o.words]], 'o')));
    var merged = put(el('div', 'merged'), para(o.cls, [['-', o.label]], [['-', o.words]], ''));
    merged.hidden = true;
    tr.firstChild.appendChild(merged);
    return tr;
  }

  // Articles, or headings with what stands under them, as a list of { name, head, rows, changed }.
  function groups(o, n) {
    var out = [], caption = null, g = null;
    data.c.forEach(function (life) {
      var a = at(life, o), b = at(life, n), now = b || a;
      if (!now) return;
      var r = row(life, a, b), changed = r.className !== 'k-same';
      if (now.part === 'caption') {
        r.setAttribute('data-caption', '');
        caption = { text: now.words.trim(), row: r, changed: changed };
        return;
      }
      if (now.part === 'chapter') { out.push(g = { chapter: (now.label + now.words).trim(), rows: [], changed: changed }); if (changed) g.rows.push(r); caption = null; g = null; return; }
      if (now.part === 'head' || now.part === 'title' || !g) {
        out.push(g = { name: now.name, was: a && b && a.name !== b.name ? a.name : '', href: life.h, head: '', rows: [], changed: false });
        if (now.part === 'title') {
          g.name = now.label.trim() || now.words.trim();
          g.head = now.label && now.words.trim();
          r.setAttribute('data-caption', '');
        }
        if (caption) {
          g.head = caption.text;
          g.rows.push(caption.row);
          g.changed = caption.changed;
          caption = null;
        }
      }
      g.rows.push(r);
      g.changed = g.changed || changed;
    });
    return out;
  }

  function card(g, id) {
    var body = el('tbody', 'clause'), h = el('h3'), bar = el('div', 'clbar'), td = el('td'), link = ja(el('a', 'num', g.name));
    link.href = g.href;
    h.id = id;
    put(h, link, g.head && ja(el('span', 'hd', g.head)));
    put(bar, h, g.was && el('span', 'ren', f('旧{0}から', g.was)));
    td.colSpan = 2;
    put(body, put(el('tr', 'clh'), put(td, bar)));
    // What did not change of a heading is read in the head of the card.
    g.rows.forEach(function (r) { if (!r.hasAttribute('data-caption') || r.className !== 'k-same') body.appendChild(r); });
    return body;
  }

  function fold(list) {
    var td = el('td'), box = el('details'), name = list[0].name + (list.length > 1 ? '〜' + list[list.length - 1].name : list[0].head);
    td.colSpan = 2;
    put(box, put(el('summary'), put(el('span'), ja(el('span', '', name)), el('span', 'rw', '　' + t('改正なし')))));
    list.forEach(function (g) { g.rows.forEach(function (r) { var p = r.querySelector('.after p'); if (p) box.appendChild(p); }); });
    return put(el('tbody', 'ryaku'), put(el('tr'), put(td, box)));
  }

  function chapter(g) {
    var td = el('td'), body = el('tbody', g.rows.length ? 'chap clause' : 'chap');
    td.colSpan = 2;
    put(body, put(el('tr', 'chh'), put(td, ja(el('h2', '', g.chapter)))));
    g.rows.forEach(function (r) { body.appendChild(r); });
    return body;
  }

  function show(o, n) {
    var result = d.querySelector('[data-result]'), table = result.querySelector('.diff'), list = result.querySelector('.toc ol'), quiet = [], count = 0;
    var heads = table.querySelectorAll('thead span'), notes = table.querySelectorAll('thead small');
    heads[0].textContent = data.v[n].l + ' ';
    heads[1].textContent = f('{0}への溶け込み', data.v[o].l) + ' ';
    heads[2].textContent = data.v[o].l + ' ';
    notes[0].textContent = data.v[n].n;
    notes[1].textContent = data.v[o].n;
    function flush() { if (quiet.length) table.appendChild(fold(quiet)); quiet = []; }
    groups(o, n).forEach(function (g, i) {
      if (g.chapter) { flush(); table.appendChild(chapter(g)); return; }
      if (!g.changed) { quiet.push(g); return; }
      flush();
      var id = 'c' + i, a = ja(el('a', '', ''));
      a.href = '#' + id;
      put(a, el('span', 'tn', g.name), g.head && el('span', 'th', g.head.replace(/[（）()]/g, '')));
      list.appendChild(put(el('li', 'toc-cl'), a));
      table.appendChild(card(g, id));
      count++;
    });
    flush();
    result.hidden = false;
    var note = d.querySelector('[data-note]');
    note.setAttribute('role', 'status');
    note.textContent = count ? f('{0}か条に違いがあります。', count) : t('この二つの版の条文に違いはありません。');
    // What this table cannot say is said by the pages of the amendments between the two.
    var steps = d.querySelector('[data-steps]'), page, link;
    for (var k = o + 1; k <= n; k++) {
      page = data.p[data.v[k - 1].id + '...' + data.v[k].id];
      if (!page) continue;
      link = ja(el('a', '', data.v[k].l));
      link.href = page;
      steps.append(link, ' ');
      steps.hidden = false;
    }
    d.dispatchEvent(new Event('change'));
    var to = location.hash && d.getElementById(location.hash.slice(1));
    if (to) to.scrollIntoView();
  }

  d.addEventListener('DOMContentLoaded', function () {
    var form = d.querySelector('[data-pair]'), q = new URLSearchParams(location.search), note = d.querySelector('[data-note]');
    if (!data) return;
    function index(id) { return data.v.findIndex(function (v) { return v.id === id || (v.f || []).indexOf(id) >= 0; }); }
    var o = index(q.get('old')), n = index(q.get('new'));
    if (o > n) { var x = o; o = n; n = x; }
    form.old.value = data.v[o < 0 ? 0 : o].id;
    form.new.value = data.v[n < 0 ? data.v.length - 2 : n].id;
    form.hidden = false;
    if (o < 0 || n < 0) { note.textContent = t('二つの版を選んでください。'); return; }
    if (o === n) { note.textContent = t('違う版を二つ選んでください。'); return; }
    var page = data.p[data.v[o].id + '...' + data.v[n].id];
    if (page) { location.replace(page); return; }
    d.title = data.v[o].l + '…' + data.v[n].l + '｜' + d.title;
    show(o, n);
  });
})();
