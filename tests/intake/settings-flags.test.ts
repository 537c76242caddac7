import { describe, expect, it } from 'vitest';
import { settingsFlags } from '../../src/intake/settings-flags.ts';
import { settingsSchema } from '../../src/site/settings.ts';

const messagesOf = (settings: object) => settingsFlags(settingsSchema.parse(settings)).map(({ message }) => message);

describe('settingsFlags', () => {
  it.each([
    { siteIdCode: 'bm01000001' },
    { siteIdCode: '1101070001' },
    { siteIdCode: 3504250001 },
    { siteIdCode: '6600000008' },
    { icp: '京ICP备05070218号' },
    { icp: '闽ICP备12345678号-1' },
    { icp: '蜀ICP备2021012345号-12' },
    { policeRecord: '京公网安备11010202000001号' },
    { policeRecord: '闽公网安备 35042502000101号' },
    {},
  ])('has nothing to say of %j', (settings) => {
    expect(messagesOf(settings)).toEqual([]);
  });

  it.each([
    ['siteIdCode', '350425001', '一位不足'],
    ['siteIdCode', '35042500012', '多一位'],
    ['siteIdCode', 'BM01000001', '大写'],
    ['siteIdCode', 'bm0100001', '部委少一位'],
    ['siteIdCode', '9904250001', '没有这个省'],
    ['siteIdCode', '350425000l', '字母 l 当作 1'],
    ['icp', 'ICP备12345678号', '没有省份'],
    ['icp', '闽ICP备12345678', '没有“号”'],
    ['icp', '闽公网安备35042502000101号', '填成了公网安备'],
    ['policeRecord', '闽ICP备12345678号-1', '填成了 ICP'],
    ['policeRecord', '闽公网安备3504250200010号', '少一位'],
  ])('doubts %s: %s (%s)', (field, value) => {
    const [message = '', ...more] = messagesOf({ [field]: value });
    expect(message).toContain(field);
    expect(message).toContain(`“${value}”`);
    expect(more).toEqual([]);
  });

  it('says what was expected and what to do', () => {
    expect(settingsFlags(settingsSchema.parse({ siteIdCode: '350425001' }))).toMatchInlineSnapshot(`
      [
        {
          "hint": "应是10位：地方网站是6位行政区划代码加4位数字，如 3504250001；部委网站是 bm 加8位数字，如 bm01000001。请对照本单位领到的标识码核对。",
          "id": "siteIdCodeForm:88dd65",
          "message": "siteIdCode（网站标识码）“350425001”不像一个标识码。",
        },
      ]
    `);
  });
});
