/**
 * How each web server is told to hand out the folder. The rules are the same everywhere: a file whose address carries
 * its version (`assets/…?v=`) is kept for a year, everything else is asked for each time; texts are compressed; the
 * policy of the page is sent as a header too. `tests/e2e/servers.test.ts` runs what is written here.
 */

/** Endings and types of the files in the folder. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'application/javascript',
  json: 'application/json',
  csv: 'text/csv',
  txt: 'text/plain',
  svg: 'image/svg+xml',
  bin: 'application/octet-stream'
};

/** All but the parts of a pack, which are compressed already. */
const COMPRESSED = Object.values(TYPES).filter((type) => type !== TYPES.bin);

const YEAR = 31_536_000;

/** nginx: one part outside any `server`, one inside it. `root` holds a folder `name`, `name` is its path in the address. */
export function nginxConfig({ name, root, policy }: { name: string; root: string; policy: string }): {
  readonly http: string;
  readonly server: string;
} {
  const types = Object.entries(TYPES).map(([ending, type]) => `    ${type} ${ending};`);
  return {
    http: `# 地址里带版本号（?v=）的脚本和样式保存一年，其余每次都问服务器
map $arg_v $kanban_cache {
  ""      "no-cache";
  default "public, max-age=${YEAR}, immutable";
}
`,
    server: `location "/${name}/" {
  root "${root}";
  index index.html;
  types {
${types.join('\n')}
  }
  charset utf-8;
  charset_types ${COMPRESSED.filter((type) => type !== 'image/svg+xml').join(' ')};
  gzip on;
  gzip_vary on;
  gzip_min_length 1024;
  gzip_types ${COMPRESSED.filter((type) => type !== 'text/html').join(' ')};
  add_header Cache-Control $kanban_cache;
  add_header Content-Security-Policy "${policy}" always;
  add_header X-Content-Type-Options nosniff always;
}
`
  };
}

/** Apache httpd 2.4; needs mod_headers, mod_deflate, mod_mime and mod_dir. `folder` is the whole path of the folder. */
export function apacheConfig({ name, folder, policy }: { name: string; folder: string; policy: string }): string {
  const types = Object.entries(TYPES).map(([ending, type]) => `  AddType ${type} .${ending}`);
  return `Alias "/${name}" "${folder}"
<Directory "${folder}">
  Require all granted
  Options -Indexes
  DirectoryIndex index.html
${types.join('\n')}
  AddCharset utf-8 .html .css .js .json .csv .txt
  AddOutputFilterByType DEFLATE ${COMPRESSED.join(' ')}
  # 压缩后的文件也能用“没有变化”回答
  RequestHeader edit* "If-None-Match" "-gzip\\"" "\\""
  # 地址里带版本号（?v=）的脚本和样式保存一年，其余每次都问服务器
  Header set Cache-Control "no-cache"
  <If "%{QUERY_STRING} =~ /(^|&)v=/">
    Header set Cache-Control "public, max-age=${YEAR}, immutable"
  </If>
  Header always set Content-Security-Policy "${policy}"
  Header always set X-Content-Type-Options nosniff
</Directory>
`;
}

/** IIS 7 and later. Only sections that a site may set by itself. */
export function webConfig(policy: string): string {
  const types = Object.entries(TYPES).flatMap(([ending, type]) => [
    `      <remove fileExtension=".${ending}" />`,
    `      <mimeMap fileExtension=".${ending}" mimeType="${type}" />`
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 卫健看板在 IIS 上的设置，放在 index.html 旁边即可。说明见“部署说明.html”。 -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <urlCompression doStaticCompression="true" />
    <staticContent>
${types.join('\n')}
      <!-- 页面和数据每次都问服务器 -->
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="Content-Security-Policy" />
        <add name="Content-Security-Policy" value="${xml(policy)}" />
        <remove name="X-Content-Type-Options" />
        <add name="X-Content-Type-Options" value="nosniff" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <!-- assets 里的文件，地址都带版本号，保存一年 -->
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`;
}

/**
 * Tomcat 8.5 to 10.1: caching and types of one folder under webapps; the class names are the same in all of them. Of
 * two filters the later one, nearer to the file, says it first, and what is said stays.
 */
export function tomcatWebXml(): string {
  const types = Object.entries(TYPES).map(
    ([ending, type]) => `  <mime-mapping><extension>${ending}</extension><mime-type>${type}</mime-type></mime-mapping>`
  );
  const filter = (name: string, expires: string): string => `  <filter>
    <filter-name>${name}</filter-name>
    <filter-class>org.apache.catalina.filters.ExpiresFilter</filter-class>
    <init-param><param-name>ExpiresDefault</param-name><param-value>${expires}</param-value></init-param>
  </filter>
`;
  const mapping = (name: string, pattern: string): string =>
    `  <filter-mapping><filter-name>${name}</filter-name><url-pattern>${pattern}</url-pattern></filter-mapping>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 卫健看板在 Tomcat 上的设置：assets 里的文件地址都带版本号，保存一年；其余每次都问服务器。 -->
<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="3.1" metadata-complete="true">
${filter('keepVersioned', 'access plus 1 year')}${filter('askAlways', 'access plus 0 seconds')}${mapping('askAlways', '/*')}${mapping('keepVersioned', '/assets/*')}${types.join('\n')}
  <welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>
</web-app>
`;
}

/** What the `<Connector>` of Tomcat's server.xml needs for compression. */
export const TOMCAT_CONNECTOR = `<Connector port="8080" protocol="HTTP/1.1" URIEncoding="UTF-8"
           compression="on" compressionMinSize="1024" useSendfile="false"
           compressibleMimeType="${COMPRESSED.join(',')}" />`;

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
