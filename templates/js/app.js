// Small comforts; every page works without them. Runs in the head so that a chosen theme shows without a flash.
(function () {
  'use strict';
  var d = document, root = d.documentElement, store = null;
  try { store = window.localStorage; } catch (e) { /* file:// or blocked: the choice lasts for this page */ }
  var saved = store && store.getItem('theme');
  if (saved === 'light' || saved === 'dark') root.dataset.theme = saved;

  function each(sel, f) { Array.prototype.forEach.call(d.querySelectorAll(sel), f); }

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
      var say = d.createElement('span'), text = b.closest('.cite').querySelector('.ct').textContent;
      say.setAttribute('role', 'status');
      b.after(say);
      b.hidden = false;
      b.addEventListener('click', function () {
        navigator.clipboard.writeText(text).then(function () { say.textContent = t('コピーしました'); }, function () { say.textContent = t('コピーできませんでした'); });
      });
    });
  }

  // A revision whose day has not come says so. The page speaks as of the build; this is as of today.
  function future() {
    var t = new Date(), today = new Date(t - t.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    each('[data-force]', function (e) {
      var day = e.querySelector('small');
      e.hidden = e.dataset.force <= today;
      if (day) day.remove();
    });
  }

  // As the page comes in, so that no line is painted first and moved then.
  var coming = new MutationObserver(future);
  coming.observe(root, { childList: true, subtree: true });
  d.addEventListener('DOMContentLoaded', function () {
    coming.disconnect();
    theme();
    copying();
    future();
    d.addEventListener('keydown', function (e) {
      var q = d.querySelector('input[type=search]');
      if (e.key === '/' && q && !/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) { e.preventDefault(); q.focus(); }
    });
  });
})();
