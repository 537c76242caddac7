/** Hands the reader a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the content after the click.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Characters that no system allows in a name are left out. */
export function fileName(title: string, ending: string): string {
  const name = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .trim()
    .slice(0, 60);
  return `${name || '摘编'}.${ending}`;
}

export function textFile(text: string, type: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` });
}
