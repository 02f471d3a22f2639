// The comparison page: going from change to change, and opening what a link leads into. The page works without it. Runs when the page is parsed.
(function () {
  'use strict';
  var d = document, f = shinkyu.f, each = shinkyu.each;

  // j and k go from change to change among those that the filters show.
  function jumps() {
    var box = d.querySelector('[data-jump]');
    if (!box) return;
    var out = box.querySelector('output'), at = -1, total = out.textContent;
    box.hidden = false;
    function shown() {
      return Array.prototype.filter.call(d.querySelectorAll('.diff tr:is(.k-chg,.k-new,.k-rep,.k-mvto,.k-mvfrom)'), function (r) { return r.offsetParent !== null; });
    }
    function go(step) {
      var rows = shown();
      if (!rows.length) { out.textContent = f('{0}か所', 0); return; }
      at = Math.max(0, Math.min(rows.length - 1, at + step));
      each('.on-target', function (r) { r.classList.remove('on-target'); });
      rows[at].classList.add('on-target');
      rows[at].scrollIntoView({ block: rows[at].offsetHeight > window.innerHeight / 2 ? 'start' : 'center', inline: 'center' }); // of a long one its beginning
      var id = rows[at].id || (rows[at].closest('tbody').querySelector('[id]') || {}).id;
      try { if (id) history.replaceState(null, '', '#' + id); } catch (e) { /* not from a folder */ }
      out.textContent = (at + 1) + ' / ' + rows.length;
    }
    box.querySelector('[data-prev]').addEventListener('click', function () { go(-1); });
    box.querySelector('[data-next]').addEventListener('click', function () { go(1); });
    d.addEventListener('change', function () { at = -1; out.textContent = f('{0}か所', shown().length); });
    out.textContent = total;
    d.addEventListener('keydown', function (e) {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      var t = e.target;
      if (/^(TEXTAREA|SELECT)$/.test(t.tagName) || (t.tagName === 'INPUT' && !/^(radio|checkbox)$/.test(t.type))) return;
      if (e.key === 'j') go(1); else if (e.key === 'k') go(-1);
    });
  }

  function places() {
    // Beside the table the contents are open.
    each('.tocd', function (t) { t.open = !window.matchMedia('(max-width: 78rem)').matches; t.dataset.set = ''; });
    // A place that is gone to lies below the switches, as high as they have become.
    var bar = d.querySelector('.tools'), head = d.querySelector('.diff th');
    if (bar) new ResizeObserver(function () {
      var s = getComputedStyle(bar), high = bar.offsetHeight;
      d.documentElement.style.scrollPaddingBlockStart = high && s.position === 'sticky' ? parseFloat(s.top) + high + (head ? head.offsetHeight : 0) + 8 + 'px' : '';
    }).observe(bar);
    if (!CSS.supports('scroll-initial-target', 'nearest')) each('.tl-s', function (s) {
      var v = s.querySelector('.v-before, .v-after, .v:last-child');
      if (v) s.scrollLeft = v.offsetLeft - s.clientWidth / 6;
    });
    // A comparison in parts: a link to a place goes to the part that has it, or the clause it stands in.
    function elsewhere(id) {
      var links = Array.from(d.querySelectorAll('[data-parts] li a')), hit = null;
      for (; id && links.length && !hit; id = id.slice(0, -1)) hit = links.find(function (a) { return decodeURIComponent(a.hash.slice(1)) === id; });
      if (hit) location.replace(hit.href.split('#')[0] + location.hash);
    }
    // A link into a folded clause opens it.
    function open() {
      var id = decodeURIComponent(location.hash.slice(1)), t = id && d.getElementById(id);
      if (id && !t) elsewhere(id);
      var box = t && t.closest('details');
      if (box) { box.open = true; t.scrollIntoView(); }
    }
    window.addEventListener('hashchange', open);
    open();
  }

  jumps();
  places();
})();
