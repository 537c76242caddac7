import { areaList } from '@vant/area-data';
import { describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../../src/article/places/gazetteer.ts';
import { placeSchema } from '../../../src/article/schema.ts';
import { formerPlaces, gazetteer } from './gazetteer-of-china.ts';

const pathOf = (code: string) => gazetteer.byCode(code)?.path.join('/');
const namesOf = (code: string) => gazetteer.children(code).map(({ name }) => name);
const readings = (name: string) => gazetteer.named(name).map(({ place }) => place.path.join('/'));

describe('places by code', () => {
  it.each([
    ['350000', 'province', '福建省'],
    ['350425', 'county', '福建省/三明市/大田县'],
    ['110107', 'county', '北京市/石景山区'],
    ['500237', 'county', '重庆市/巫山县'],
    ['429004', 'county', '湖北省/仙桃市'],
    ['469007', 'county', '海南省/东方市'],
    ['659001', 'county', '新疆维吾尔自治区/石河子市'],
    ['441900', 'city', '广东省/东莞市'],
    ['422800', 'city', '湖北省/恩施土家族苗族自治州'],
    ['620200', 'city', '甘肃省/嘉峪关市'],
    ['710000', 'province', '台湾省'],
  ])('%s is the %s %s', (code, level, path) => {
    expect(pathOf(code)).toBe(path);
    expect(gazetteer.byCode(code)?.level).toBe(level);
  });

  it.each([
    ['110100', 'a municipality has no city of its own name below it'],
    ['429000', '省直辖县级行政区划'],
    ['500200', '县 of Chongqing'],
    ['441904', '长安镇 is no county'],
    ['620201', '市辖区'],
    ['130171', 'a development zone'],
    ['320112', 'a new area that is no division'],
    ['710100', 'below the province of Taiwan'],
    ['810101', 'below Hong Kong'],
    ['999999', 'no code'],
  ])('%s is no place: %s', (code) => {
    expect(gazetteer.byCode(code)).toBeUndefined();
  });

  it('lists every place once, in the order of codes, in the published shape', () => {
    const codes = gazetteer.places.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const place of gazetteer.places) expect(placeSchema.safeParse(place).success, place.code).toBe(true);
    expect(gazetteer.places.filter(({ level }) => level === 'province')).toHaveLength(34);
    expect(gazetteer.places.filter(({ level }) => level === 'city')).toHaveLength(333);
  });

  it('gives every place below a province a parent whose path is the beginning of its own', () => {
    for (const place of gazetteer.places.filter(({ level }) => level !== 'province')) {
      expect(gazetteer.parent(place.code)?.path, place.name).toEqual(place.path.slice(0, -1));
    }
  });
});

describe('children', () => {
  it('of a city are its counties, retired ones left out', () => {
    expect(namesOf('350400')).toEqual([...'三元区 沙县区 明溪县 清流县 宁化县 大田县 尤溪县 将乐县 泰宁县 建宁县 永安市'.split(' ')]);
  });

  it('of a municipality are its districts', () => {
    expect(namesOf('110000')).toHaveLength(16);
  });

  it('of a province are its cities and the counties that hang on it', () => {
    expect(namesOf('420000')).toEqual(expect.arrayContaining(['黄冈市', '恩施土家族苗族自治州', '仙桃市', '神农架林区']));
    expect(namesOf('441900')).toEqual([]);
  });
});

describe('former places', () => {
  it.each([
    ['350427', '福建省/三明市/沙县区'],
    ['350784', '福建省/南平市/建阳区'],
    ['350402', '福建省/三明市/三元区'],
    ['420600', '湖北省/襄阳市'],
    ['341400', '安徽省/合肥市/巢湖市'],
    ['110103', '北京市/东城区'],
    ['310108', '上海市/静安区'],
    ['371200', '山东省/济南市/莱芜区'],
    ['430124', '湖南省/长沙市/宁乡市'],
    ['610125', '陕西省/西安市/鄠邑区'],
    ['230710', '黑龙江省/伊春市/丰林县'],
    ['140211', '山西省/大同市/云冈区'],
    ['370802', '山东省/济宁市/任城区'],
    ['341521', '安徽省/淮南市/寿县'],
    ['320721', '江苏省/连云港市/赣榆区'],
  ])('the code %s leads to %s', (code, path) => {
    expect(pathOf(code)).toBe(path);
  });

  it.each([
    ['沙县', ['福建省/三明市/沙县区']],
    ['建阳市', ['福建省/南平市/建阳区']],
    ['鹿泉市', ['河北省/石家庄市/鹿泉区']],
    ['襄樊市', ['湖北省/襄阳市']],
    ['襄樊', ['湖北省/襄阳市']],
    ['思茅市', ['云南省/普洱市']],
    ['崇文区', ['北京市/东城区']],
    ['上甘岭区', ['黑龙江省/伊春市/友好区']],
    ['东山区', ['黑龙江省/鹤岗市/东山区', '广东省/广州市/越秀区']],
    ['毕节市', ['贵州省/毕节市']],
    ['清河区', ['辽宁省/铁岭市/清河区', '江苏省/淮安市/清江浦区']],
  ])('the name %s leads to %j', (name, paths) => {
    expect([...new Set(readings(name))]).toEqual(paths);
  });

  it('all lead to a place of today, and no code leads to two', () => {
    const lost = formerPlaces.filter(({ successor }) => gazetteer.places.every(({ code }) => code !== successor));
    expect(lost).toEqual([]);
    const codes = formerPlaces.flatMap(({ code }) => (code ? [code] : []));
    expect(codes).toEqual([...new Set(codes)]);
    expect(formerPlaces.filter(({ code, successor }) => code && gazetteer.byCode(code)?.code !== successor)).toEqual([]);
  });

  it('whose successor is unknown are left out', () => {
    const small = buildGazetteer(areaList, [{ name: '某县', code: '990101', successor: '990102' }]);
    expect(small.byCode('990101')).toBeUndefined();
    expect(small.named('某县')).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['恩施州', ['湖北省/恩施土家族苗族自治州']],
    ['长阳县', ['湖北省/宜昌市/长阳土家族自治县']],
    ['积石山', ['甘肃省/临夏回族自治州/积石山保安族东乡族撒拉族自治县']],
    ['莫力达瓦旗', ['内蒙古自治区/呼伦贝尔市/莫力达瓦达斡尔族自治旗']],
    ['管城区', ['河南省/郑州市/管城回族区']],
    ['前郭县', ['吉林省/松原市/前郭尔罗斯蒙古族自治县']],
    ['宁夏', ['宁夏回族自治区']],
    ['内蒙古', ['内蒙古自治区']],
    ['神农架', ['湖北省/神农架林区']],
    ['磁', []],
    ['阿拉善左', []],
    ['长安镇', []],
  ])('%s means %j', (name, paths) => {
    expect(readings(name)).toEqual(paths);
  });

  it('of several places have a reading each', () => {
    expect(readings('鼓楼区')).toEqual(['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区']);
  });

  it('are found wherever they stand, of those that begin together the longest first', () => {
    const namesIn = (text: string) => gazetteer.namesIn(text).map(({ name, start }) => `${start} ${name}`);
    expect(namesIn('在恩施土家族苗族自治州')).toEqual(['1 恩施土家族苗族自治州', '1 恩施']);
    expect(namesIn('东西湖区')).toEqual(['0 东西湖区', '0 东西湖', '1 西湖区', '1 西湖']);
    expect(namesIn('南平')).toEqual(['0 南平']);
  });
});
