/*
 * Links the app's classic scripts: the start-up ones stand in the page in order, a screen's own are fetched when it
 * is opened. A script of another build than the page is asked for once more, past what the browser has kept; where the
 * folder has been updated meanwhile, the page says so and opens anew: it is never half old and half new.
 */
(function () {
  'use strict';
  var script = document.currentScript;
  var base = script.src.replace(/loader\.js.*$/, 'assets/');
  var version = script.getAttribute('data-version') || '';
  var ready = {};
  var known = {};
  var coming = {};
  /** The version of a script that isn't the page's, by name. */
  var others = {};
  /** Said once: many scripts are of the other build. */
  var otherVersion = null;

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

  /** Runs what has been waiting for its dependencies. */
  function runComplete() {
    var waiting = Object.keys(known).filter(function (name) {
      return !ready[name];
    });
    var next = waiting.filter(function (name) {
      return known[name].needs.every(function (other) {
        return ready[other];
      });
    })[0];
    if (!next) return;
    run(next);
    runComplete();
  }

  function address(name, again) {
    var query = version ? ['v=' + version] : [];
    // An address nobody has kept an answer for.
    if (again) query.push('again=' + Date.now());
    return base + name + (query.length ? '?' + query.join('&') : '');
  }

  function request(name, again) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement('script');
      element.src = address(name, again);
      var fail = function () {
        window.clearTimeout(timer);
        element.remove();
        reject(new Error('没有读到 assets/' + name));
      };
      // A server that takes the request and never answers.
      var timer = window.setTimeout(fail, 30000);
      element.onload = function () {
        window.clearTimeout(timer);
        if (known[name]) resolve();
        else fail();
      };
      element.onerror = fail;
      document.head.appendChild(element);
    });
  }

  function fetchScript(name, again) {
    if (!coming[name]) {
      coming[name] = request(name, again)
        .catch(function (error) {
          if (again || !others[name]) throw error;
          return request(name, true);
        })
        .catch(function (error) {
          // A later try may succeed: the folder may be in the middle of being copied.
          delete coming[name];
          throw others[name] ? openAnew(others[name]) : error;
        });
    }
    return coming[name];
  }

  function load(name) {
    if (ready[name]) return Promise.resolve(ready[name]);
    return (known[name] ? Promise.resolve() : fetchScript(name, false))
      .then(function () {
        return Promise.all(known[name].needs.map(load));
      })
      .then(function () {
        return run(name);
      });
  }

  /** Opens the page anew, once for each pair of versions: a folder that holds both would be opened for ever. */
  function openAnew(found) {
    if (otherVersion) return otherVersion;
    var pair = version + ' ' + found;
    var isTried = true;
    try {
      isTried = window.sessionStorage.getItem('kanban-opened-anew') === pair;
      window.sessionStorage.setItem('kanban-opened-anew', pair);
    } catch (_) {
      // Without a memory the reader decides.
    }
    var text = isTried
      ? '看板的文件不是同一个版本的，可能正在更新，也可能没有复制全。请稍后刷新；仍不行，请管理员把整个文件夹重新复制一遍'
      : '看板有新版本，正在重新打开';
    tell(isTried ? '看板的文件不是同一个版本的' : '看板有新版本', text + '。');
    if (!isTried) {
      window.setTimeout(function () {
        window.location.reload();
      }, 1200);
    }
    otherVersion = new Error(text);
    otherVersion.name = 'OtherVersion';
    return otherVersion;
  }

  /** Above the screen where there is one, else in its place. */
  function tell(title, text) {
    var app = document.getElementById('app');
    var isRunning = app && app.getAttribute('data-running');
    var old = document.querySelector('.version-notice');
    if (old) old.remove();
    var box = document.createElement('div');
    box.className = isRunning ? 'version-notice' : 'version-notice oldbrowser';
    box.setAttribute('role', 'alert');
    var parts = isRunning ? [['p', text]] : [['h1', title], ['p', text]];
    parts.forEach(function (part) {
      box.appendChild(document.createElement(part[0])).textContent = part[1];
    });
    if (isRunning) document.body.insertBefore(box, document.body.firstChild);
    else {
      var skeleton = app.querySelector('.skeleton');
      if (skeleton) skeleton.remove();
      app.appendChild(box);
    }
  }

  // Every start-up script has been tried by now. One that isn't here failed, or is another build's.
  document.addEventListener('DOMContentLoaded', function () {
    // oldbrowser.js has said why there is no app.
    if (document.querySelector('.oldbrowser')) return;
    var missing = Array.prototype.map
      .call(document.querySelectorAll('script[defer]'), function (element) {
        return element.src;
      })
      .filter(function (src) {
        return src.indexOf(base) === 0;
      })
      .map(function (src) {
        return src.slice(base.length).replace(/\?.*$/, '');
      })
      .filter(function (name) {
        return !known[name];
      });
    missing.forEach(function (name) {
      fetchScript(name, true).catch(function (error) {
        if (error.name !== 'OtherVersion') tell('页面文件不完整', error.message + '。请让管理员把整个文件夹重新复制一遍，再刷新页面。');
      });
    });
  });

  window.kanban = {
    version: version,
    define: function (name, needs, body, made) {
      if (made !== version) {
        others[name] = made;
        return;
      }
      known[name] = { needs: needs, body: body };
      runComplete();
    },
    load: load
  };
})();
