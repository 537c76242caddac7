/** The contents mark the section that is being read: the last heading at or above the upper third of the window. */
const links = new Map<string, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')) links.set(link.hash.slice(1), link);
const sections = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

const mark = () => {
  const line = window.innerHeight / 3;
  const above = sections.filter((section) => section.getBoundingClientRect().top <= line);
  const current = above[above.length - 1];
  for (const [id, link] of links) {
    if (id === current?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
};

if (sections.length > 0 && 'IntersectionObserver' in window) {
  // A heading that crosses the line changes the section; what lies above the window counts as crossed, so that jumps are seen too.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66% 0px' });
  for (const section of sections) observer.observe(section);
}
