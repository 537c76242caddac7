import { markdown, type Peer, type PeerArticle } from './peer.ts';

const links = (articles: readonly PeerArticle[], link: (article: PeerArticle) => string): string => articles.map(link).join('\n');

/** No search of its own. Every kind of page but these is off, and what is written is minified. */
const hugo: Peer = {
  name: 'Hugo 0.111.3',
  packages: { from: 'debian', pinned: ['hugo=0.111.3-1', 'libsass1', 'libwebp7'] },
  source: (article) => ({ path: `content/cases/${article.name}.md`, text: markdown(article) }),
  files: () => ({
    'hugo.toml': [
      'baseURL = "/"',
      'languageCode = "zh-CN"',
      'title = "案例"',
      'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]',
      '',
    ].join('\n'),
    'content/_index.md': '---\ntitle: 案例\n---\n',
    'layouts/_default/baseof.html':
      '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>{{ block "main" . }}{{ end }}</body></html>',
    'layouts/_default/single.html': '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
    'layouts/_default/list.html': '{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}',
    'layouts/index.html':
      '{{ define "main" }}<ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
  }),
  build: ['hugo', '--minify', '--quiet'],
  out: 'public',
  page: ({ name }) => `cases/${name}/`,
};

/** No search of its own. */
const eleventy: Peer = {
  name: 'Eleventy 3.1.8',
  packages: { from: 'npm', pinned: ['@11ty/eleventy@3.1.8'] },
  source: (article) => ({ path: `src/cases/${article.name}.md`, text: markdown(article) }),
  files: () => ({
    'eleventy.config.js': "export default () => ({ dir: { input: 'src', output: 'public' }, markdownTemplateEngine: false });\n",
    'src/cases/cases.json': '{ "layout": "page.liquid", "tags": "cases" }\n',
    'src/_includes/page.liquid':
      '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><h1>{{ title }}</h1>{{ content }}</body></html>',
    'src/index.liquid':
      '<!doctype html><html lang="zh-CN"><body><ul>{% for page in collections.cases %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>{% endfor %}</ul></body></html>',
  }),
  build: ['node_modules/.bin/eleventy', '--quiet'],
  out: 'public',
  page: ({ name }) => `cases/${name}/`,
};

/** Local search with words cut as its documentation proposes for Chinese; chunks apart, as it proposes for many pages. */
const vitepress: Peer = {
  name: 'VitePress 1.6.4',
  packages: { from: 'npm', pinned: ['vitepress@1.6.4'] },
  source: (article) => ({ path: `cases/${article.name}.md`, text: headed(article) }),
  files: (articles) => ({
    '.vitepress/config.js': `export default {
  lang: 'zh-CN',
  title: '案例',
  metaChunk: true,
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          options: { tokenize: (text) => Array.from(new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text), ({ segment }) => segment) },
        },
      },
    },
  },
};
`,
    'index.md': `# 案例\n\n${links(articles, ({ name, title }) => `- [${title.replace(/[[\]]/gu, '')}](./cases/${name}.md)`)}\n`,
  }),
  build: ['node_modules/.bin/vitepress', 'build'],
  out: '.vitepress/dist',
  page: ({ name }) => `cases/${name}.html`,
  search: { open: '.VPNavBarSearch button', field: '#localsearch-input', hit: '#localsearch-list .result' },
};

/** Search by Pagefind, in Chinese. */
const starlight: Peer = {
  name: 'Starlight 0.42.4',
  packages: { from: 'npm', pinned: ['@astrojs/starlight@0.42.4', 'astro@7.3.5'] },
  source: (article) => ({ path: `src/content/docs/cases/${article.name}.md`, text: markdown(article) }),
  files: (articles) => ({
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [starlight({ title: '案例', locales: { root: { label: '简体中文', lang: 'zh-CN' } }, sidebar: [{ label: '案例', link: '/' }] })],
});
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.md': `---\ntitle: 案例\n---\n\n${links(articles, ({ name, title }) => `- [${title.replace(/[[\]]/gu, '')}](/cases/${name}/)`)}\n`,
  }),
  build: ['node_modules/.bin/astro', 'build'],
  out: 'dist',
  page: ({ name }) => `cases/${name}/`,
  search: { open: 'button[data-open-modal]', field: '.pagefind-ui__search-input', hit: '.pagefind-ui__result' },
};

export const peers: readonly Peer[] = [hugo, eleventy, vitepress, starlight];

function headed(article: PeerArticle): string {
  const [front, body] = markdown(article).split(/\n---\n/u);
  return `${front}\n---\n\n# ${article.title}\n${body}`;
}
