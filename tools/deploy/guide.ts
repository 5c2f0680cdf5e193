/** 部署说明.html: for the admin who has the folder and nothing else. One file, no script, its style allowed by its hash. */
import { hashSource } from './policy.ts';
import { apacheConfig, nginxConfig, TOMCAT_CONNECTOR } from './servers.ts';

/** Kept as it is printed: the policy of the servers names its hash. */
export const GUIDE_STYLE = `body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.75 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#151b28}
h1{font-size:1.6em;border-bottom:2px solid #1d4f91;padding-bottom:.3em}
h2{font-size:1.2em;margin-top:2em;color:#1d4f91}
h3{font-size:1em;margin-bottom:.3em}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #c3ccd6;padding:.3em .6em;text-align:left;vertical-align:top}
th{background:#f6f8fa}
pre{background:#f6f8fa;border:1px solid #dfe4ea;padding:.8em;font:13px/1.5 Consolas,Menlo,monospace;white-space:pre-wrap;word-break:break-all}
code{font-family:Consolas,Menlo,monospace;background:#f6f8fa;padding:0 .2em}
nav a{margin-right:1em}
@page{size:A4;margin:18mm}
@media print{body{max-width:none;margin:0;font-size:11pt}nav{display:none}h2{break-after:avoid}pre{font-size:9pt}tr{break-inside:avoid}}`;

export interface GuideFacts {
  /** Version of the program. */
  readonly version: string;
  /** The policy as a header. */
  readonly policy: string;
  /** Bytes of the whole folder. */
  readonly bytes: number;
}

/** The page, whole. */
export function guideHtml({ version, policy, bytes }: GuideFacts): string {
  const nginx = nginxConfig({ name: '卫健看板', root: '/srv/www', policy });
  const apache = apacheConfig({ name: '卫健看板', folder: '/srv/www/卫健看板', policy });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hashSource(GUIDE_STYLE)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>卫健看板部署说明</title>
<style>${GUIDE_STYLE}</style>
</head>
<body>
<h1>卫健看板部署说明（${escape(version)}版）</h1>
<p>看板是一个文件夹（约${(bytes / 1e6).toFixed(1)} MB）：把它原样复制到一个地方，打开里面的 <code>index.html</code> 就能用。不用安装数据库、Node 或其他软件，不访问任何外部网址。</p>
<nav><a href="#where">放在哪里</a><a href="#servers">服务器设置</a><a href="#update">更新数据</a><a href="#back">退回上一版</a><a href="#browsers">浏览器</a><a href="#trouble">打不开时</a></nav>

<h2 id="where">一、放在哪里</h2>
<table>
<tr><th>地方</th><th>怎么放</th><th>注意</th></tr>
<tr><td>内网网站（推荐）</td><td>整个文件夹复制到网站目录下，网址是 <code>http://服务器/文件夹名/</code>。文件夹名可以有中文和空格。</td><td>换数据后刷新就能看到。服务器设置见第二节；不设置也能打开，只是慢一些。</td></tr>
<tr><td>共享盘</td><td>复制到共享文件夹，双击 <code>index.html</code>。可以把它的快捷方式发给大家。</td><td>双击打开时读的是 <code>data/twins.js</code>，换 CSV 不起作用，要换整个 <code>data</code> 文件夹（连同 <code>twins.js</code>）。共享盘最好设为只读。</td></tr>
<tr><td>WPS 云盘、百度网盘</td><td>在云盘里打开不行，要先把整个文件夹下载（同步）到本机，再双击 <code>index.html</code>。</td><td>在线预览 <code>index.html</code> 只会看到空白页。</td></tr>
<tr><td>U 盘</td><td>复制整个文件夹，双击 <code>index.html</code>。</td><td>压缩包要先解压，不要在压缩软件里直接打开。</td></tr>
</table>
<p>复制时要<strong>整个文件夹</strong>一起复制，一个文件也不能少；用压缩包的，可照里面的“校验.txt”核对。</p>

<h2 id="servers">二、服务器设置</h2>
<p>各种服务器要做到的是同样几件事（下面 Nginx、Apache、Tomcat 的写法，每次发布前都实际运行过）：</p>
<table>
<tr><th>事项</th><th>要求</th></tr>
<tr><td>文件类型（MIME）</td><td>.html text/html，.css text/css，.js application/javascript，.json application/json，.csv text/csv，.txt text/plain，.svg image/svg+xml，文字都是 UTF-8。</td></tr>
<tr><td>压缩</td><td>对上面各类文字开 gzip，传输量约为原来的三分之一。</td></tr>
<tr><td>缓存</td><td>页面和数据每次都问服务器（<code>Cache-Control: no-cache</code>，没有变化时只回答“没有变化”）；<code>assets</code> 里的脚本和样式，网址里带版本号（<code>?v=</code>），可以保存一年。</td></tr>
<tr><td>安全策略</td><td>页面自己已经写明内容安全策略；服务器再发同样的一份响应头。要把看板嵌进别的网站的框里，请把 <code>frame-ancestors 'self'</code> 改成那个网站的网址。</td></tr>
<tr><td>登录</td><td>可以在服务器上设置登录。登录过期后，数据文件会变成登录页，看板会说“读到的是网页，不是表格”，重新登录后刷新即可。</td></tr>
</table>

<h3>IIS</h3>
<p>文件夹里已经有设置好的 <code>web.config</code>，复制过去就生效。在 IIS 管理器里把文件夹添加为网站或“应用程序”、虚拟目录都可以。如果打开时报 500.19，多半是上级网站锁定了某一节，请把报错里指出的那一节从 <code>web.config</code> 里删去。文件夹名请不要用 <code>+</code>、<code>%</code>、<code>&amp;</code>、<code>#</code>。这份 <code>web.config</code> 照微软的文档写成，没有在 IIS 上实测过。</p>

<h3>Nginx</h3>
<p>假定看板在 <code>/srv/www/卫健看板</code>。下面第一段放在 <code>http { }</code> 里、<code>server { }</code> 外：</p>
<pre>${escape(nginx.http)}</pre>
<p>第二段放在 <code>server { }</code> 里：</p>
<pre>${escape(nginx.server)}</pre>

<h3>Apache 2.4</h3>
<p>先启用 headers、deflate 两个模块（<code>a2enmod headers deflate</code>），再把下面一段放进网站设置：</p>
<pre>${escape(apache)}</pre>

<h3>Tomcat 8.5 及以上</h3>
<p>把文件夹复制到 <code>webapps</code> 下，网址就是文件夹名。文件夹里的 <code>WEB-INF/web.xml</code> 已经写好缓存和文件类型。放在 <code>webapps</code> 下一层的文件夹名不要用 <code>#</code>（Tomcat 把它当作路径分隔）。压缩要在 <code>conf/server.xml</code> 里的 Connector 上打开：</p>
<pre>${escape(TOMCAT_CONNECTOR)}</pre>

<h2 id="update">三、更新</h2>
<h3>更新数据</h3>
<ol>
<li>先备份现在的 <code>data</code> 文件夹（例如改名为 <code>data-2026-11-28</code>，移到别处）。</li>
<li>把新的 <code>data</code> 文件夹整个复制过去，<code>datapackage.json</code> 最后复制。</li>
<li>请大家刷新。看板每次打开都会问服务器有没有新数据；正在复制时打开的，看板会发现新旧混在一起，自动重新读取。</li>
</ol>
<p>只改了一张表也可以只换那个 CSV。这时看板会提醒“内容与数据包说明的校验值不一致”，数字照常使用；要去掉提醒，请数据员运行 <code>npm run data:describe</code> 再发一次。用 Excel 或 WPS 保存 CSV 时，UTF-8、GB18030 编码都认得。</p>
<h3>更新程序</h3>
<p>用新的文件夹整个替换旧的（数据可以保留自己的 <code>data</code>）。已经打开看板的人不用做什么：点到新页面时，看板会说“看板有新版本”，自动重新打开到那一屏。</p>

<h2 id="back">四、退回上一版</h2>
<p>把备份的文件夹（或备份的 <code>data</code>）整个复制回来，刷新即可。浏览器保存的脚本带着版本号，不会和退回的页面混在一起。</p>

<h2 id="browsers">五、浏览器</h2>
<table>
<tr><th>浏览器</th><th>能不能用</th></tr>
<tr><td>Chrome、Edge 79 及以上</td><td>能用。</td></tr>
<tr><td>360 安全浏览器、360 极速浏览器、QQ 浏览器、搜狗浏览器</td><td>用极速模式。页面已经要求极速内核；仍在兼容模式的，点地址栏右侧的“e”形或闪电图标，选“极速模式”。</td></tr>
<tr><td>奇安信可信浏览器、UOS 和麒麟自带的浏览器</td><td>能用，内核要在 Chromium 79 以上。</td></tr>
<tr><td>IE、各浏览器的兼容模式</td><td>不能用，会看到切换极速模式的说明。</td></tr>
</table>
<p>用内网网址（http）打开时，浏览器不允许网页阻止屏幕变暗：长时间投屏请在电源设置里把“关闭显示器”改成“从不”。复制、导出、全屏都能用。</p>
<p>浏览器缺什么、看板能不能正常工作，在看板的<strong>关于</strong>页（网址末尾写 <code>#/about</code>）可以检查，并能把结果复制出来发给技术人员，里面没有数据内容。</p>

<h2 id="trouble">六、打不开时</h2>
<table>
<tr><th>看到什么</th><th>怎么办</th></tr>
<tr><td>页面文件不完整</td><td>照它写的文件名检查，把整个文件夹重新复制一遍。</td></tr>
<tr><td>数据没有读进来</td><td>照它写的文件名、原因和办法处理。常见的是 <code>data</code> 没有复制全、服务器不认 .csv 或 .json（404）、登录过期。</td></tr>
<tr><td>看板的文件不是同一个版本的</td><td>正在更新，或只复制了一部分：复制完后刷新。</td></tr>
<tr><td>空白页</td><td>多半是在云盘或压缩软件里直接打开，或浏览器在兼容模式。</td></tr>
<tr><td>数字没有更新</td><td>双击打开的要连同 <code>data/twins.js</code> 一起换；网站上的，检查服务器有没有给 <code>data</code> 里的文件设置长时间缓存。</td></tr>
</table>
<p>所用开源软件的许可见“许可.txt”。</p>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
