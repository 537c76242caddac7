import { z } from 'zod';
import { webAddressSchema } from '../article/schema.ts';

/** content/site.yaml: what the owner of a site decides. */
export const settingsSchema = z.strictObject({
  /** Name in the header and in titles: `党建案例库`. */
  name: z.string().min(1).default('党建案例库'),
  /** One line under the name: `基层党建经验汇编`. */
  tagline: z.string().default(''),
  /** One sentence for search engines and shared links. */
  description: z.string().default(''),
  /** The site's own address, with its folder: `https://dj.example.gov.cn/anli/`. Without it no canonical address, feed or sitemap is made. */
  address: webAddressSchema.optional(),
  /** 主办单位 */
  owner: z.string().optional(),
  /** 承办单位 */
  operator: z.string().optional(),
  /** 联系方式, as text. */
  contact: z.string().optional(),
  /** ICP备案号 */
  icp: z.string().optional(),
  /** What may be published of a case whose correction does not say. */
  publish: z.enum(['full', 'excerpt', 'link']).default('full'),
  /** Searches offered on the home page; each must find something. */
  examples: z.array(z.string().min(1)).default([]),
});
export type Settings = z.output<typeof settingsSchema>;
