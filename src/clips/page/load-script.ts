/**
 * Loads a classic script as an element rather than as an import, which pages read from a disk may not do. Rejects with its
 * address where it does not come.
 */
export function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  // While developing it is a module.
  if (import.meta.env.DEV) script.type = 'module';
  script.src = address;
  return arrival(script, address);
}

export function loadStyle(address: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return arrival(link, address);
}

function arrival(element: HTMLElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(address));
    document.head.append(element);
  });
}
