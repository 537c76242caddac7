/** The contents mark the section that is being read: the last heading at or above the upper third of the window. */
export function followReading(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const sections = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
  if (sections.length < links.length) return;
  const mark = () => {
    const above = sections.filter((section) => section.getBoundingClientRect().top <= window.innerHeight / 3);
    for (const link of links) link.removeAttribute('aria-current');
    links[above.length - 1]?.setAttribute('aria-current', 'true');
  };
  // A heading that crosses the line changes the section; what lies above the window counts as crossed, so that jumps are seen too.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66% 0px' });
  for (const section of sections) observer.observe(section);
}
