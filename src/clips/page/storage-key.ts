/** What every key of a folder begins with. */
export const folderPrefix = 'casebook-clips';

/** Libraries in several folders of one server have folders of their own. From a disk the site has no place that stays. */
export function storageKey(root: string): string {
  const { protocol, pathname } = new URL(root);
  return `${folderPrefix}:${protocol === 'file:' ? 'disk' : pathname}`;
}

/** Undefined where the browser forbids it: private windows, blocked cookies, some readings from a disk. */
export function localStore(): Storage | undefined {
  try {
    const store = window.localStorage;
    store.getItem(folderPrefix);
    return store;
  } catch (error) {
    console.info('The browser keeps nothing for this page:', String(error));
    return undefined;
  }
}
