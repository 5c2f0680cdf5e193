/* Asks for the data while the scripts of the app are still on their way. ES5: old browsers meet this file before they are told. */
(function () {
  'use strict';
  var own = document.currentScript;
  // On the wall and in the presenter's window there is no head of the page.
  if (/^#!?\/present/.test(location.hash)) document.documentElement.className = 'skeleton-none';
  // Another dataset than the one in data/ itself is found by the app.
  if (!own || typeof Promise !== 'function' || /[?&]dataset=/.test(location.hash)) return;
  if (location.protocol === 'file:') {
    window.__KANBAN_EARLY__ = {
      files: {},
      twins: new Promise(function (resolve, reject) {
        var script = document.createElement('script');
        script.src = 'data/twins.js';
        script.onload = resolve;
        script.onerror = function () {
          script.parentNode.removeChild(script);
          reject(new Error('cannot load data/twins.js'));
        };
        document.head.appendChild(script);
      })
    };
    window.__KANBAN_EARLY__.twins['catch'](function () {});
    return;
  }
  if (typeof fetch !== 'function' || typeof AbortController !== 'function') return;
  var files = {};
  own
    .getAttribute('data-files')
    .split(' ')
    .forEach(function (file) {
      var controller = new AbortController();
      // no-cache asks the server each time, so that a replaced CSV shows after a reload.
      var answer = fetch('data/' + file, { cache: 'no-cache', signal: controller.signal });
      // Whoever takes it hears of the failure; a file that nobody takes is nobody's.
      answer['catch'](function () {});
      files['data/' + file] = { answer: answer, controller: controller };
    });
  window.__KANBAN_EARLY__ = { files: files };
})();
// Who asks first waits for the disk: here the scripts are still on their way.
try {
  void localStorage.length;
} catch (_) {}
