import type { AstroIntegration } from 'astro';
import { takingParts } from './parts.ts';

/** Who takes what Astro renders. */
export interface PageTaker {
  /** Before Astro asks its routes for their paths; all that pages load has been written. */
  onAssets(): Promise<void>;
  /** All paths are known. */
  onPaths(): void;
  /** A file that has been rendered, relative to the site's root, without its large parts; Astro waits, and writes nothing. */
  onFile(file: string, made: ArrayBuffer, parts: readonly string[]): Promise<void>;
  /** How far it is; told with each file. */
  onProgress(done: number, of: number): void;
}

/** Hands each file over as soon as Astro has rendered it: what is left to do for it is done beside the rendering of others. */
export function takePages({ onAssets, onPaths, onFile, onProgress }: PageTaker): AstroIntegration {
  let [done, of] = [0, 0];
  return {
    name: 'casebook:take-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          ...usual,
          async getStaticPaths() {
            await onAssets();
            const paths = await usual.getStaticPaths();
            of = paths.length;
            onPaths();
            return paths;
          },
          async render(request, options) {
            const parts: string[] = [];
            const rendered = await usual.render(takingParts(request, parts), options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            if (response.body) await onFile(fileOf(request.url), await response.arrayBuffer(), parts);
            done += 1;
            onProgress(done, of);
            return new Response(null, { status: response.status, headers: response.headers });
          },
        }));
      },
    },
  };
}

/** Pages are named in requests as they are in the site, a folder's page by the folder. */
function fileOf(url: string): string {
  return decodeURI(new URL(url).pathname).replace(/\/$/u, '/index.html').slice(1);
}
