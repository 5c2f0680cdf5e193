/* Links the app's classic scripts: the start-up ones stand in the page in order, a screen's own are fetched when it is opened. */
(function () {
  'use strict';
  var script = document.currentScript;
  var base = script.src.replace(/loader\.js.*$/, 'assets/');
  var version = script.getAttribute('data-version') || '';
  var ready = {};
  var known = {};
  var coming = {};

  function run(name) {
    if (ready[name]) return ready[name];
    // Marked as what it stands for: Vue looks for the default export of a module only in a module.
    var give = (ready[name] = Object.defineProperty({}, Symbol.toStringTag, { value: 'Module' }));
    var need = known[name].needs.map(function (other) {
      return ready[other];
    });
    known[name].body(need, give);
    return give;
  }

  function fetchScript(name) {
    if (!coming[name]) {
      coming[name] = new Promise(function (resolve, reject) {
        var element = document.createElement('script');
        element.src = base + name + (version ? '?v=' + version : '');
        var fail = function () {
          // A later try may succeed: the folder may be in the middle of being copied.
          window.clearTimeout(timer);
          delete coming[name];
          element.remove();
          reject(new Error('没有读到 assets/' + name));
        };
        // A server that takes the request and never answers.
        var timer = window.setTimeout(fail, 30000);
        element.onload = function () {
          window.clearTimeout(timer);
          resolve();
        };
        element.onerror = fail;
        document.head.appendChild(element);
      });
    }
    return coming[name];
  }

  function load(name) {
    if (ready[name]) return Promise.resolve(ready[name]);
    return (known[name] ? Promise.resolve() : fetchScript(name))
      .then(function () {
        return Promise.all(known[name].needs.map(load));
      })
      .then(function () {
        return run(name);
      });
  }

  window.kanban = {
    define: function (name, needs, body) {
      known[name] = { needs: needs, body: body };
      var complete = needs.every(function (other) {
        return ready[other];
      });
      if (complete) run(name);
    },
    load: load
  };
})();
