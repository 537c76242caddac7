import type { AstroIntegration } from 'astro';

/** Tells how many of the pages Astro has rendered: it says so itself only among much else. */
export function countPages(onRendered: (done: number, of: number) => void): AstroIntegration {
  let [done, of] = [0, 0];
  return {
    name: 'casebook:count-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          ...usual,
          async getStaticPaths() {
            const paths = await usual.getStaticPaths();
            of = paths.length;
            return paths;
          },
          async render(request, options) {
            const page = await usual.render(request, options);
            done += 1;
            onRendered(done, of);
            return page;
          },
        }));
      },
    },
  };
}
