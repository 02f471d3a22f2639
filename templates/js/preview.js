// Waits for the next build and shows the same place again; a build that failed is written over the page. Only in previews.
(function () {
  'use strict';
  var d = document, me = d.currentScript, version = +me.dataset.version, key = 'preview ' + location.pathname, box;

  // The reader's place: the first things with a name that are in view, and how far below the edge they stand. Several, since the edit may
  // have taken one away; none of the toolbar, which stays in view wherever the reader is.
  function remember() {
    var list = d.querySelectorAll('main [id]:not(input)'), state = { y: window.scrollY, at: [], on: [], open: [] };
    for (var i = 0; i < list.length && state.at.length < 9; i++) {
      var top = list[i].getBoundingClientRect().top;
      if (list[i].offsetParent && top > 60 && !list[i].closest('.tools, .toc')) state.at.push([list[i].id, top]);
    }
    d.querySelectorAll('.tools input').forEach(function (e) { state.on.push([e.id, e.checked]); });
    d.querySelectorAll('details').forEach(function (e, i) { if (e.open) state.open.push(i); });
    sessionStorage.setItem(key, JSON.stringify(state));
  }
  function restore() {
    var state = JSON.parse(sessionStorage.getItem(key) || 'null');
    sessionStorage.removeItem(key);
    if (!state) return;
    history.scrollRestoration = 'manual';
    state.on.forEach(function (s) { var e = d.getElementById(s[0]); if (e) e.checked = s[1]; });
    d.querySelectorAll('details').forEach(function (e, i) { e.open = state.open.indexOf(i) >= 0; });
    var place = state.at.filter(function (p) { return d.getElementById(p[0]); })[0];
    window.scrollTo({ top: place ? window.scrollY + d.getElementById(place[0]).getBoundingClientRect().top - place[1] : state.y, behavior: 'instant' });
  }
  function say(trouble) {
    if (box) box.remove();
    box = null;
    if (!trouble || !trouble.length) return;
    box = d.createElement('div');
    box.className = 'trouble';
    box.setAttribute('role', 'alert');
    trouble.forEach(function (t) {
      var p = d.createElement('p');
      p.textContent = t.text;
      box.append(p);
      if (t.hint) { var h = d.createElement('p'); h.className = 'hint'; h.textContent = t.hint; box.append(h); }
    });
    d.body.append(box);
  }
  function wait(after) {
    fetch('/_preview/state?after=' + after).then(function (r) { return r.json(); }).then(function (s) {
      say(s.trouble);
      if (s.version !== after && !(s.trouble && s.trouble.length)) {
        if (s.version !== version) { if (there) remember(); location.reload(); return; }
      }
      wait(s.version);
    }).catch(function () { setTimeout(function () { wait(after); }, 1000); });
  }
  // What is not there has no place to keep: the one that the reader had before it went waits until it is back.
  var there = d.body.dataset.page !== 'notfound';
  if (there) restore();
  window.addEventListener('load', function () { wait(0); });
})();
