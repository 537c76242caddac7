/** The places of China by GB/T 2260 code and by name, today's and former ones. */
import type { FormerPlace } from '../knowledge.ts';
import type { Place } from '../schema.ts';
import { WordTable } from '../text/word-table.ts';
import { nameForms } from './names.ts';

/** The shape of npm's `@vant/area-data`: code to name, level by level. */
export interface AreaData {
  province_list: Readonly<Record<string, string>>;
  city_list: Readonly<Record<string, string>>;
  county_list: Readonly<Record<string, string>>;
}

/** One reading of a name: `沙县` as the former name of 沙县区. */
export interface NamedPlace {
  name: string;
  /** full: 大田县, 恩施州; bare: 大田. */
  form: 'full' | 'bare';
  place: Place;
  /** The place no longer bears this name. */
  former: boolean;
  /** Codes of the places that it lies in, and lay in under this name. */
  within: readonly string[];
}

export interface Gazetteer {
  /** Every place of today, in the order of codes. */
  places: readonly Place[];
  /** Today's place; a former code leads to its successor. */
  byCode(code: string): Place | undefined;
  /** The place that it lies in: 三明市 for 大田县, 湖北省 for 仙桃市. */
  parent(code: string): Place | undefined;
  /** Places directly under it, in the order of codes. */
  children(code: string): readonly Place[];
  /** Every reading of a name, full or bare; empty where there is none. */
  named(name: string): readonly NamedPlace[];
  /** Every place where a name stands in a text, in reading order; of those that begin together the longest first. */
  namesIn(text: string): readonly NamePlace[];
}

export interface NamePlace {
  name: string;
  start: number;
}

interface PseudoRule {
  reason: string;
  test: (code: string, name: string) => boolean;
}

/** Rows of the data that are no places of GB/T 2260. The source writes what it needs for postal addresses. */
const pseudoCities: readonly PseudoRule[] = [
  { reason: '港澳台只列省级', test: (code) => code >= '710000' },
  { reason: '直辖市的市级行', test: (code) => /^(11|12|31|50)0[12]00$/u.test(code) },
  { reason: '省、自治区直辖县级行政区划', test: (code) => /^\d{2}9000$/u.test(code) },
];
const pseudoCounties: readonly PseudoRule[] = [
  { reason: '港澳台只列省级', test: (code) => code >= '710000' },
  { reason: '不设县区的市（东莞、中山、儋州、嘉峪关）', test: (code) => /^(4419|4420|4604|6202)/u.test(code) },
  { reason: '市辖区、其它区', test: (_, name) => /^(市辖区|其它区|县)$/u.test(name) },
  { reason: '乡镇街道', test: (_, name) => /(镇|乡|街道|办事处)$/u.test(name) },
  // 71-79 and 90-99 are the numbers of the statistical office for development zones and the like; 2327 keeps its forest districts.
  { reason: '开发区等功能区', test: (code) => /^\d{4}(7\d|9\d)$/u.test(code) && !code.startsWith('65') },
  { reason: '未列入行政区划的新区、行政委员会', test: (code) => ['320112', '321150', '632857'].includes(code) },
];

export function buildGazetteer(areaData: AreaData, former: readonly FormerPlace[]): Gazetteer {
  const retired = retiredCodes(areaData, former);
  const places = todaysPlaces(areaData, retired);
  const byCode = new Map(places.map((place) => [place.code, place]));
  const successors = formerCodes(former, byCode);
  const above = (code: string) => byCode.get(parentCode(code, byCode) ?? '');
  const parents = new Map(places.map(({ code }) => [code, above(code)]));
  const children = groupByParent(places, byCode);
  const names = new NameTable();
  for (const place of places) names.addToday(place, ancestors(place.code, byCode));
  for (const entry of former) {
    const place = byCode.get(entry.successor);
    if (place) names.addFormer(entry, place, [...ancestors(place.code, byCode), ...pathCodes(entry, names)]);
  }
  const all = names.longestFirst();
  const table = new WordTable(all);
  return {
    places,
    byCode: (code) => byCode.get(code) ?? successors.get(code),
    parent: (code) => (parents.has(code) ? parents.get(code) : above(code)),
    children: (code) => children.get(code) ?? [],
    named: (name) => names.get(name),
    namesIn: (text) => {
      const found: NamePlace[] = [];
      table.walk(text, (number, start) => found.push({ name: all[number] ?? '', start }));
      return found;
    },
  };
}

/** Codes that the data still lists although the place went into another: 梅列区. */
function retiredCodes(areaData: AreaData, former: readonly FormerPlace[]): Set<string> {
  const gone = former.filter(({ code, name, successor }) => code && code !== successor && areaData.county_list[code] === name);
  return new Set(gone.flatMap(({ code }) => (code ? [code] : [])));
}

function todaysPlaces(areaData: AreaData, retired: ReadonlySet<string>): Place[] {
  const keep = (rules: readonly PseudoRule[], code: string, name: string) =>
    !retired.has(code) && !rules.some((rule) => rule.test(code, name));
  const cities = Object.entries(areaData.city_list).filter(([code, name]) => keep(pseudoCities, code, name));
  const counties = Object.entries(areaData.county_list).filter(([code, name]) => keep(pseudoCounties, code, name));
  const names = new Map([...Object.entries(areaData.province_list), ...cities, ...counties]);
  const place = ([code, name]: [string, string], level: Place['level']): Place => {
    const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((higher) => higher < code && names.has(higher));
    return { code, name, level, path: [...new Set(above)].map((higher) => names.get(higher) ?? '').concat(name) };
  };
  return [
    ...Object.entries(areaData.province_list).map((row) => place(row, 'province')),
    ...cities.map((row) => place(row, 'city')),
    ...counties.map((row) => place(row, 'county')),
  ].sort(byCodeOrder);
}

function byCodeOrder(a: Place, b: Place): number {
  return a.code < b.code ? -1 : Number(a.code > b.code);
}

/** A former code that another place bears today means today's place. */
function formerCodes(former: readonly FormerPlace[], byCode: ReadonlyMap<string, Place>): Map<string, Place> {
  const map = new Map<string, Place>();
  for (const { code, successor } of former) {
    const place = byCode.get(successor);
    if (code && place && !map.has(code)) map.set(code, place);
  }
  return map;
}

function parentCode(code: string, byCode: ReadonlyMap<string, Place>): string | undefined {
  const higher = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return higher.find((candidate) => candidate !== code && byCode.has(candidate));
}

function ancestors(code: string, byCode: ReadonlyMap<string, Place>): string[] {
  const above = parentCode(code, byCode);
  return above ? [above, ...ancestors(above, byCode)] : [];
}

function groupByParent(places: readonly Place[], byCode: ReadonlyMap<string, Place>): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const above = parentCode(place.code, byCode);
    if (above) groups.set(above, [...(groups.get(above) ?? []), place]);
  }
  return groups;
}

/** Codes of the places that a former place lay in: 六安市 for 寿县. */
function pathCodes({ path = [] }: FormerPlace, names: NameTable): string[] {
  return path.flatMap((name) => names.get(name).map(({ place }) => place.code));
}

class NameTable {
  private readonly readings = new Map<string, NamedPlace[]>();

  get(name: string): readonly NamedPlace[] {
    return this.readings.get(name) ?? [];
  }

  addToday(place: Place, within: readonly string[]): void {
    const forms = nameForms(place.name);
    for (const name of [forms.full, ...forms.short]) this.add({ name, form: 'full', place, former: false, within });
    if (forms.bare) this.add({ name: forms.bare, form: 'bare', place, former: false, within });
  }

  /**
   * A name that the place itself bears today only tells where it lay before (寿县 in 六安市); one that a superior of it
   * bears today says nothing new (毕节市).
   */
  addFormer({ name, code }: FormerPlace, place: Place, within: readonly string[]): void {
    const same = this.get(name).filter(({ form }) => form === 'full');
    const own = same.find((reading) => reading.place.code === place.code);
    if (own) this.replace(own, { ...own, within: [...new Set([...own.within, ...within])] });
    if (own || same.some((reading) => within.includes(reading.place.code))) return;
    const forms = nameForms(name);
    this.add({ name, form: 'full', place, former: true, within });
    this.readings.set(
      name,
      this.get(name).filter(({ form, place: { code: of } }) => form === 'full' || of !== place.code),
    );
    const divided = place.level !== 'county' && !code?.endsWith('00');
    if (forms.bare && !divided && this.get(forms.bare).length === 0)
      this.add({ name: forms.bare, form: 'bare', place, former: true, within });
  }

  longestFirst(): string[] {
    return [...this.readings.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  }

  private replace(reading: NamedPlace, better: NamedPlace): void {
    const list = this.readings.get(reading.name) ?? [];
    this.readings.set(
      reading.name,
      list.map((other) => (other === reading ? better : other)),
    );
  }

  private add(reading: NamedPlace): void {
    const same = this.readings.get(reading.name);
    if (!same) this.readings.set(reading.name, [reading]);
    else if (!same.some(({ place, form }) => place.code === reading.place.code && form === reading.form)) same.push(reading);
  }
}
