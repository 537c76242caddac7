import { parseXml } from '../../src/article/formats/xml.ts';
import { type IisAttribute, type IisElement, iisSections } from './iis-schema.ts';

/** What IIS would answer 500.19 for: each line names the element and the rule. */
export function iisFaults(webConfig: string): string[] {
  const { documentElement: root } = parseXml(webConfig);
  if (root.tagName !== 'configuration') return ['the root is not <configuration>'];
  const places = [...root.children];
  const locations = places.filter(({ tagName }) => tagName === 'location');
  const paths = locations.map((location) => location.getAttribute('path') ?? '');
  return [
    ...places.filter(({ tagName }) => !['location', 'system.webServer'].includes(tagName)).map(({ tagName }) => `<${tagName}> is unknown`),
    ...paths.filter((path) => path === '' || /^\/|\\|[?:*"<>|]/.test(path)).map((path) => `location path="${path}"`),
    ...paths.filter((path, i) => paths.indexOf(path) !== i).map((path) => `location path="${path}" stands twice`),
    ...[root, ...locations].flatMap((place) => {
      const servers = [...place.children].filter(({ tagName }) => tagName === 'system.webServer');
      return servers.length > 1
        ? ['<system.webServer> stands twice']
        : servers.flatMap(({ children }) => [...children].flatMap(sectionFaults));
    }),
  ];
}

function sectionFaults(section: Element): string[] {
  const rules = iisSections[section.tagName];
  return rules ? elementFaults(section, rules) : [`<${section.tagName}> may not be set by a site`];
}

function elementFaults(element: Element, rules: IisElement): string[] {
  const { elements = {}, collection } = rules;
  const children = [...element.children];
  const entries = children.filter(({ tagName }) => !(tagName in elements));
  return [
    ...attributeFaults(element, rules.attributes ?? {}, true),
    ...children.flatMap((child) => elements[child.tagName] && elementFaults(child, elements[child.tagName] as IisElement)).filter(isText),
    ...Object.keys(elements).flatMap((name) => (children.filter(({ tagName }) => tagName === name).length > 1 ? [`<${name}> twice`] : [])),
    ...(collection ? collectionFaults(element, entries, collection) : entries.map(({ tagName }) => `<${tagName}> in <${element.tagName}>`)),
  ];
}

const isText = (fault: string | undefined): fault is string => fault !== undefined;

/** An entry whose key is there already, from this file or from the server, is an error unless it was removed before. */
function collectionFaults(parent: Element, entries: readonly Element[], rules: NonNullable<IisElement['collection']>): string[] {
  const keys = Object.entries(rules.attributes).filter(([, { key }]) => key);
  const keyOf = (entry: Element) => keys.map(([name]) => (entry.getAttribute(name) ?? '-1').toLowerCase()).join(' ');
  const removed = new Set<string>();
  const added = new Set<string>();
  let isCleared = rules.inherited !== true;
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    if (entry.tagName === 'clear') {
      isCleared = true;
      return entry.attributes.length > 0 ? ['<clear> has an attribute'] : [];
    }
    if (entry.tagName === 'remove') {
      removed.add(key);
      added.delete(key);
      return attributeFaults(entry, Object.fromEntries(keys), true);
    }
    if (entry.tagName !== rules.add) return [`<${entry.tagName}> in <${parent.tagName}>`];
    const isThere = added.has(key) || (!isCleared && !removed.has(key));
    added.add(key);
    return [...attributeFaults(entry, rules.attributes, false), ...(isThere ? [`<${rules.add}> ${key} may be there already`] : [])];
  });
}

function attributeFaults(element: Element, rules: Record<string, IisAttribute>, partly: boolean): string[] {
  const name = element.tagName;
  const missing = partly ? [] : Object.entries(rules).filter(([each, { required }]) => required && !element.hasAttribute(each));
  return [
    ...missing.map(([each]) => `<${name}> lacks ${each}`),
    ...[...element.attributes].flatMap((attribute) => {
      const rule = rules[attribute.name];
      if (!rule) return [`<${name}> has ${attribute.name}`];
      return isValid(attribute.value, rule) ? [] : [`<${name} ${attribute.name}="${attribute.value}">`];
    }),
  ];
}

function isValid(value: string, { type, values, range, nonEmpty }: IisAttribute): boolean {
  if (nonEmpty && value === '') return false;
  if (type === 'enum') return values?.includes(value) ?? false;
  if (type === 'bool') return /^(?:true|false)$/.test(value);
  if (type === 'timeSpan') return /^(?:\d+\.)?\d{2}:\d{2}:\d{2}$/.test(value);
  if (type === 'string') return true;
  const isNumber = type === 'int' ? /^-?\d+$/.test(value) : /^\d+$/.test(value);
  return isNumber && (!range || (Number(value) >= range[0] && Number(value) <= range[1]));
}
