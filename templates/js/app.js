// Small comforts; every page works without them. Runs in the head so that a chosen theme shows without a flash.
// What the scripts of single pages share with it stands in window.shinkyu.
(function () {
  'use strict';
  var d = document, root = d.documentElement, store = null;
  try { store = window.localStorage; } catch (e) { /* file:// or blocked: the choice lasts for this page */ }
  var saved = store && store.getItem('theme');
  if (saved === 'light' || saved === 'dark') root.dataset.theme = saved;

  // Where the page was called with a word, its results have their room before they come.
  if (location.search[3]) root.dataset.asked = '';

  function each(sel, f) { Array.prototype.forEach.call(d.querySelectorAll(sel), f); }
  // A sentence with values in the places of {0}, {1}; of "one|many" the form that the first value asks for.
  function f(s) {
    var v = arguments, forms = s.split('|');
    return forms[v[1] === 1 ? 0 : forms.length - 1].replace(/\{(\d)\}/g, function (m, i) { return v[+i + 1]; });
  }
  function el(tag, cls, text) {
    var e = d.createElement(tag);
    if (cls) e.className = cls;
    if (text) e.textContent = text;
    return e;
  }
  window.shinkyu = { each: each, f: f, el: el };

  function theme() {
    each('[data-theme-toggle]', function (b) {
      b.hidden = false;
      b.addEventListener('click', function () {
        var dark = root.dataset.theme ? root.dataset.theme === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
        root.dataset.theme = dark ? 'light' : 'dark';
        if (store) store.setItem('theme', root.dataset.theme);
      });
    });
  }

  function copying() {
    if (!navigator.clipboard) return;
    each('[data-copy]', function (b) {
      var say = el('span'), text = b.closest('.cite').querySelector('.ct').textContent;
      say.setAttribute('role', 'status');
      b.after(say);
      b.hidden = false;
      b.addEventListener('click', function () {
        navigator.clipboard.writeText(text).then(function () { say.textContent = t('コピーしました'); }, function () { say.textContent = t('コピーできませんでした'); });
      });
    });
  }

  // A revision whose day has not come says so. The page speaks as of the build; this is as of today in Japan, asked only where something depends on it.
  var today;
  function future() {
    each('[data-force]', function (e) {
      if (!today) today = new Date(Date.now() + 9 * 3600000).toISOString().slice(0, 10);
      var day = e.querySelector('small');
      e.hidden = e.dataset.force <= today;
      if (day) day.remove();
    });
  }

  // Before each painting while the page comes in, so that no line is painted first and moved then.
  (function coming() { if (d.readyState === 'loading') { future(); requestAnimationFrame(coming); } })();
  d.addEventListener('DOMContentLoaded', function () {
    theme();
    copying();
    future();
    d.addEventListener('keydown', function (e) {
      var q = d.querySelector('input[type=search]');
      if (e.key === '/' && q && !/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) { e.preventDefault(); q.focus(); }
    });
  });
})();
