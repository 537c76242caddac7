/** Servers for which a remedy is given, as their administrators call them. */
export const servers = ['IIS', 'nginx', 'Apache'] as const;
export type ServerName = (typeof servers)[number];

/** Something that the page found; `detail` says where, in Chinese. */
export interface Finding {
  id: FindingId;
  detail: string;
}

interface FindingKind {
  /** Errors keep readers from something or show them what is old or withdrawn; advice is about speed and care. */
  level: 'error' | 'advice';
  title: string;
  /** What to change: one text for all servers, or one each. */
  remedy: string | Record<ServerName, string>;
}

const iisFile = 'web.config 要和网页在同一个文件夹。若已经在，仍不起作用，请在 IIS 管理器里看这一级是否锁定了相应的功能（功能委派）。';
const apacheFile =
  '.htaccess 要和网页在同一个文件夹（名字以点开头，拷贝时容易漏掉），并在 httpd.conf 里对这个文件夹写 AllowOverride FileInfo（或 All）。';

/** One place for everything that check.html can say; the order is the order in which it is shown. */
export const findingKinds = {
  unreachable: {
    level: 'error',
    title: '读不到文件',
    remedy: '请确认 dist/ 里的文件已全部拷到服务器，网络没有中断，也没有把请求转到登录页或别的网站。',
  },
  refused: {
    level: 'error',
    title: '服务器不肯发送文件',
    remedy: {
      IIS: `状态 404 多半是 IIS 不认识这个后缀：${iisFile}也可以在“MIME 类型”里按下面列出的类型逐个添加。状态 500 请看“详细错误”里的 500.19。`,
      nginx: '状态 404 请检查 root 或 alias 的路径；状态 403 请检查文件的读取权限，以及 location 里有没有拦截这个后缀的规则。',
      Apache: '状态 404 请检查文件是否拷全；状态 403 请检查读取权限和 Require、FilesMatch 规则；状态 500 请看错误日志。',
    },
  },
  changed: {
    level: 'error',
    title: '文件的内容与生成时不同',
    remedy:
      '请把 dist/ 重新完整拷贝一次；用 FTP 的要选二进制方式。拷贝后仍不同，就是服务器或中间的设备改动了内容：请关闭“网页压缩合并”“插入脚本”“防篡改改写”“编码转换”一类的功能。',
  },
  wrongType: {
    level: 'error',
    title: '文件的类型（Content-Type）不对',
    remedy: {
      IIS: `${iisFile}也可以在“MIME 类型”里改成下面列出的类型。`,
      nginx: '把 server/nginx.conf.txt 里的 types { } 整段放进这个网站的 location，再重新加载。',
      Apache: `${apacheFile}也可以把其中的 AddType 几行放进 httpd.conf。`,
    },
  },
  wrongCharset: {
    level: 'error',
    title: '文字的编码说错了，会显示为乱码',
    remedy: {
      IIS: `${iisFile}也可以在“MIME 类型”里把类型改为“text/html; charset=utf-8”这样的写法。`,
      nginx: '在 location 里写 charset utf-8; 和 charset_types（见 server/nginx.conf.txt）。',
      Apache: `${apacheFile}也可以在 httpd.conf 里写 AddDefaultCharset utf-8 和 AddCharset utf-8 加各个后缀。`,
    },
  },
  missingAnswered: {
    level: 'error',
    title: '不存在的地址，服务器却当作存在',
    remedy: {
      IIS: 'httpErrors 里 404 的 responseMode 请用 File（见 web.config），不要用 ExecuteURL 或 Redirect；并去掉把所有地址转到首页的 URL 重写规则。',
      nginx: '请去掉 try_files 末尾的 /index.html，改写成 =404；error_page 404 后面不要加 =200。',
      Apache: '请去掉把所有地址转到首页的 RewriteRule 或 FallbackResource；ErrorDocument 404 后面写路径，不要写 http:// 开头的网址。',
    },
  },
  missingPlain: {
    level: 'advice',
    title: '找不到网页时，显示的不是本站的提示页',
    remedy: {
      IIS: 'web.config 里 404 的 path 是从整个站点的根算起的：请在 content/site.yaml 里写 address（本站的完整网址），重新生成。',
      nginx: '写 error_page 404 加 404.html 的完整路径，例如 error_page 404 /anli/404.html;',
      Apache:
        '写 ErrorDocument 404 加 404.html 的完整路径，例如 ErrorDocument 404 /anli/404.html；在 content/site.yaml 里写 address，重新生成后会自动写好。',
    },
  },
  folderPage: {
    level: 'error',
    title: '打开文件夹时，没有显示里面的 index.html',
    remedy: {
      IIS: '在“默认文档”里加上 index.html，并放到第一位（web.config 里已写好）。',
      nginx: '在 location 里写 index index.html;',
      Apache: '写 DirectoryIndex index.html',
    },
  },
  workerFails: {
    level: 'error',
    title: '检索的后台程序（Worker）不能启动',
    remedy: {
      IIS: '请在“HTTP 响应标头”里把 Content-Security-Policy 改成 web.config 里的那一条，或删去。',
      nginx: "请把 add_header Content-Security-Policy 改成 server/nginx.conf.txt 里的那一条，或删去；worker-src 要有 'self'。",
      Apache: "请把 Header set Content-Security-Policy 改成 .htaccess 里的那一条，或删去；worker-src 要有 'self'。",
    },
  },
  wasmFails: {
    level: 'error',
    title: '检索用的 WebAssembly 不能运行，检索会改用慢得多的方式',
    remedy: {
      IIS: "谷歌浏览器 97 以前的版本都是这样，请换新的浏览器再看。浏览器够新的，请在“HTTP 响应标头”的 Content-Security-Policy 里，给 script-src 加上 'wasm-unsafe-eval'（见 web.config）。",
      nginx:
        "谷歌浏览器 97 以前的版本都是这样，请换新的浏览器再看。浏览器够新的，请给 script-src 加上 'wasm-unsafe-eval'（见 server/nginx.conf.txt）。",
      Apache:
        "谷歌浏览器 97 以前的版本都是这样，请换新的浏览器再看。浏览器够新的，请给 script-src 加上 'wasm-unsafe-eval'（见 .htaccess）。",
    },
  },
  mixture: {
    level: 'error',
    title: '服务器上混着两次生成的文件，或中间的缓存还留着旧文件',
    remedy:
      '请先按 Ctrl+F5 强制刷新再检查。仍然这样的：用新的 dist/ 整个替换服务器上的旧文件夹，不要往上覆盖；前面有缓存、内容分发或防篡改设备的，请在那里清除缓存、重新同步。',
  },
  oldAnswers: {
    level: 'error',
    title: '已经不在本版里的地址，仍然打得开',
    remedy:
      '可能是撤下的文章还在外面。请用新的 dist/ 整个替换服务器上的旧文件夹，不要往上覆盖；前面有缓存、内容分发或防篡改设备的，请在那里清除这些地址。在服务器上可以用 npm run verify -- 文件夹 找出多余的文件。',
  },
  keptTooLong: {
    level: 'error',
    title: '内容会变的文件，服务器让浏览器保存起来不再询问，更新后读者会看到旧内容',
    remedy: {
      IIS: `在“HTTP 响应标头”→“设置常用标头”里取消“Web 内容过期”，或改为“立即”。${iisFile}`,
      nginx: '对这些文件写 add_header Cache-Control no-cache;（见 server/nginx.conf.txt），去掉 expires。',
      Apache: `对这些文件写 Header set Cache-Control no-cache，去掉 ExpiresDefault、ExpiresByType。${apacheFile}`,
    },
  },
  noCharset: {
    level: 'advice',
    title: '没有说明编码是 UTF-8，单独打开这些文件时可能是乱码',
    remedy: {
      IIS: iisFile,
      nginx: '在 location 里写 charset utf-8; 和 charset_types（见 server/nginx.conf.txt）。',
      Apache: apacheFile,
    },
  },
  noPolicy: {
    level: 'advice',
    title: '没有发送安全标头',
    remedy: {
      IIS: `网页自带了安全策略，脚本仍受约束；标头另外防止别的网站把本站嵌在框里。${iisFile}`,
      nginx:
        '网页自带了安全策略，脚本仍受约束；标头另外防止别的网站把本站嵌在框里。把 server/nginx.conf.txt 里的 add_header 几行放进 location。',
      Apache: `网页自带了安全策略，脚本仍受约束；标头另外防止别的网站把本站嵌在框里。${apacheFile}并启用 mod_headers。`,
    },
  },
  notCompressed: {
    level: 'advice',
    title: '文字没有压缩，网速慢时打开得慢',
    remedy: {
      IIS: '在“服务器管理器”里安装“静态内容压缩”，并在“压缩”里启用。JSON 还要在服务器一级的 httpCompression 的 staticTypes 里加上 application/json。',
      nginx: '写 gzip on; 和 gzip_types（见 server/nginx.conf.txt）。',
      Apache: '启用 mod_deflate 和 mod_filter；.htaccess 里已写好。',
    },
  },
  notKept: {
    level: 'advice',
    title: '名字随内容而变的文件，可以让浏览器长期保存',
    remedy: {
      IIS: iisFile,
      nginx: '对 _astro/ 和 search/ 下的子文件夹写 Cache-Control: max-age=31536000（见 server/nginx.conf.txt）。',
      Apache: apacheFile,
    },
  },
} satisfies Record<string, FindingKind>;

export type FindingId = keyof typeof findingKinds;

export function kindOf(id: FindingId): FindingKind {
  return findingKinds[id];
}
