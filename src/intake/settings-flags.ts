/** What content/site.yaml says that looks wrong. Never stops publishing: registers change, and their forms with them. */
import { type Problem, type ProblemName, problem } from '../article/catalogue.ts';
import type { Settings } from '../site/settings.ts';

interface Form {
  field: 'siteIdCode' | 'icp' | 'policeRecord';
  test: RegExp;
  name: ProblemName;
}

/** The one character by which a province is named in a record's number. */
const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼蜀黔滇陇]';

/** GB/T 2260: the first two digits are the province's, 66 is used for 新疆生产建设兵团. */
const region = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6])\\d{4}';

const forms: readonly Form[] = [
  { field: 'siteIdCode', test: new RegExp(`^(?:bm\\d{8}|${region}\\d{4})$`, 'u'), name: 'siteIdCodeForm' },
  { field: 'icp', test: new RegExp(`^${province}ICP[备证]\\d{6,10}号(?:-\\d{1,4})?$`, 'u'), name: 'icpForm' },
  { field: 'policeRecord', test: new RegExp(`^${province}公网安备\\s?\\d{14}号$`, 'u'), name: 'policeRecordForm' },
];

export function settingsFlags(settings: Settings): Problem[] {
  return forms.flatMap(({ field, test, name }) => {
    const value = settings[field];
    return value !== undefined && !test.test(value) ? [problem(name, { value })] : [];
  });
}
