/** The contents mark the section that is being read: the last heading at or above the upper third of the window. */
export function followReading(): void {
  const sections = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => ({
    link,
    head: document.getElementById(link.hash.slice(1)) as HTMLElement,
  }));
  // A heading that crosses the line changes the section; what lies above the window counts as crossed, so that jumps are seen too.
  const observer = new IntersectionObserver(
    () => {
      const above = sections.filter(({ head }) => head.getBoundingClientRect().top <= innerHeight / 3);
      for (const { link } of sections) link.removeAttribute('aria-current');
      above.pop()?.link.setAttribute('aria-current', 'true');
    },
    { rootMargin: '999999px 0px -66%' },
  );
  for (const { head } of sections) observer.observe(head);
}
