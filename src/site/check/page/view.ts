import { element } from '../../../search/page/elements.ts';
import { type Finding, type FindingId, findingKinds, kindOf, servers } from './findings.ts';

/** Details shown of one kind; of a broken server there may be thousands. */
const shown = 30;

const levels = { error: '要改', advice: '建议' } as const;

/** One entry a kind, in the order of the catalogue: what was found, where, and what to change. */
export function findingsView(findings: readonly Finding[]): HTMLElement[] {
  return (Object.keys(findingKinds) as FindingId[]).flatMap((id) => {
    const details = findings.filter((finding) => finding.id === id).map(({ detail }) => detail);
    return details.length > 0 ? [kindView(id, details)] : [];
  });
}

function kindView(id: FindingId, details: readonly string[]): HTMLElement {
  const { level, title, remedy } = kindOf(id);
  const list = element('ul', {}, ...details.slice(0, shown).map((detail) => element('li', {}, detail)));
  if (details.length > shown) list.append(element('li', {}, `……共 ${details.length} 处`));
  const remedies =
    typeof remedy === 'string'
      ? [element('p', {}, remedy)]
      : [
          element(
            'dl',
            { class: 'check-remedies' },
            ...servers.flatMap((server) => [element('dt', {}, server), element('dd', {}, remedy[server])]),
          ),
        ];
  return element(
    'section',
    { class: 'check-finding', 'data-finding': id, 'data-level': level },
    element('h2', {}, `${levels[level]}：${title}`),
    list,
    ...remedies,
  );
}

/** `检查完毕：要改 1 项，建议 2 项。` */
export function summary(findings: readonly Finding[]): string {
  const count = (level: 'error' | 'advice') => new Set(findings.filter(({ id }) => kindOf(id).level === level).map(({ id }) => id)).size;
  const [errors, advice] = [count('error'), count('advice')];
  if (errors + advice === 0) return '检查完毕：一切正常。';
  return `检查完毕：要改 ${errors} 项，建议 ${advice} 项。`;
}
