/** What the page's address asks to be set side by side. */
export interface Choice {
  /** Id of the only practice; empty for all. */
  practice: string;
  /** Codes, four at most, each once. */
  places: string[];
}

const most = 4;

/** `?practice=ID&places=CODE,CODE`, or `places=CODE&places=CODE` as a form sends it; what is no id or code is passed over. */
export function readChoice(): Choice {
  const query = new URLSearchParams(location.search);
  const practice = query.get('practice') ?? '';
  const codes = query.getAll('places').flatMap((value) => value.split(','));
  return {
    practice: /^[a-z0-9-]+$/.test(practice) ? practice : '',
    places: [...new Set(codes.filter((code) => /^\d{6}$/.test(code)))].slice(0, most),
  };
}
