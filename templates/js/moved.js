// Goes on to the page's new address, with the place on it, which a refresh by the document alone would lose.
(function () {
  'use strict';
  location.replace(new URL(document.currentScript.dataset.to, location.href).href.split('#')[0] + location.search + location.hash);
})();
