import { z } from 'zod';
import { webAddressSchema } from '../article/schema.ts';

/** YAML reads 3504250001 as a number. */
const text = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1));

/** content/site.yaml: what the owner of a site decides. */
export const settingsSchema = z.strictObject({
  /** Name in the header and in titles: `党建案例库`. */
  name: z.string().min(1).default('党建案例库'),
  /** One line under the name: `基层党建经验汇编`. */
  tagline: z.string().default(''),
  /** One sentence for search engines and shared links. */
  description: z.string().default(''),
  /** The site's own address, with its folder: `https://dj.example.gov.cn/anli/`. Without it no canonical address, feed, sitemap, SiteDomain or Url is made. */
  address: webAddressSchema.optional(),
  /** 主办单位, in the footer: `中共大田县委组织部`. */
  owner: text.optional(),
  /** 承办单位, in the footer: `大田县党员教育中心`. */
  operator: text.optional(),
  /** 联系方式, in the footer as text: `0598-0000000`. */
  contact: text.optional(),
  /** ICP备案号, in the footer, linked to the ministry's register: `闽ICP备12345678号-1`. */
  icp: text.optional(),
  /** 公网安备号, in the footer, linked to its record in the police's register: `闽公网安备35042502000101号`. */
  policeRecord: text.optional(),
  /** 网站标识码 of the government site that this library belongs to, in the footer and as label SiteIDCode: `3504250001`, `bm01000001`. */
  siteIdCode: text.optional(),
  /** Registered name of that government site, as label SiteName; the library's own name where it is not given. */
  siteName: text.optional(),
  /** 栏目类别 of all pages, as label ColumnType: `工作动态`. */
  columnType: text.optional(),
  /** Address of 我为政府网站找错 for this site, a plain link in the footer. The platform's own script is from another host and stays out. */
  reportErrors: webAddressSchema.optional(),
  /** What may be published of a case whose correction does not say. */
  publish: z.enum(['full', 'excerpt', 'link']).default('full'),
  /** Searches offered on the home page; each must find something. */
  examples: z.array(z.string().min(1)).default([]),
});
export type Settings = z.output<typeof settingsSchema>;
