/* ES5 on purpose: this file has to run where the app cannot (IE, compatibility mode, very old cores). */
(function () {
  function supported() {
    try {
      return (
        typeof Proxy === 'function' &&
        typeof Promise === 'function' &&
        typeof TextDecoder === 'function' &&
        typeof Object.fromEntries === 'function'
      );
    } catch (_) {
      return false;
    }
  }
  function tell(text) {
    function show() {
      var box = document.getElementById('app') || document.body;
      if (!box || box.getAttribute('data-running')) return;
      while (box.firstChild) box.removeChild(box.firstChild);
      var page = document.createElement('div');
      page.className = 'oldbrowser';
      for (var i = 0; i < text.length; i++) {
        var line = document.createElement(i === 0 ? 'h1' : 'p');
        line.appendChild(document.createTextNode(text[i]));
        page.appendChild(line);
      }
      box.appendChild(page);
    }
    if (document.readyState === 'loading') {
      if (document.addEventListener) document.addEventListener('DOMContentLoaded', show);
      else document.attachEvent('onreadystatechange', function () { if (document.readyState !== 'loading') show(); });
    } else show();
  }
  if (!supported()) {
    tell([
      '这个浏览器打不开卫健看板',
      '当前是 IE 或兼容模式。请切换到极速模式：点地址栏右侧的“e”形或闪电图标，选“极速模式”，页面会自动刷新。',
      '没有这个图标时，请换用 360、奇安信、搜狗浏览器的新版本，或 Chrome、Edge（79 及以上）。'
    ]);
    return;
  }
  // A script that is missing or does not parse leaves a page that says so, not a blank one.
  window.addEventListener(
    'error',
    function (event) {
      var target = event.target;
      if (target && target.tagName === 'SCRIPT' && /assets\/app\.js/.test(target.src || '')) {
        tell(['页面文件不完整', '没有读到 assets/app.js。请让管理员把整个文件夹重新复制一遍，再刷新页面。']);
      }
    },
    true
  );
})();
