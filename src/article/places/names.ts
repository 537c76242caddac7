/** The forms in which articles write the name of a place: 恩施土家族苗族自治州, 恩施州, 恩施. */

export interface NameForms {
  /** `大田县`, `恩施土家族苗族自治州` */
  full: string;
  /** With the suffix but without the peoples: `恩施州`, `长阳县`. */
  short: readonly string[];
  /** Without a suffix: `大田`, `恩施`; absent for names of one character (磁县). */
  bare?: string;
}

const peoples = [
  ...['蒙古', '回', '藏', '维吾尔', '苗', '彝', '壮', '布依', '朝鲜', '满', '侗', '瑶', '白', '土家', '哈尼', '哈萨克', '傣', '黎', '傈僳'],
  ...['佤', '畲', '拉祜', '水', '东乡', '纳西', '景颇', '柯尔克孜', '土', '达斡尔', '仫佬', '羌', '布朗', '撒拉', '毛南', '仡佬', '锡伯'],
  ...['塔吉克', '怒', '鄂温克', '保安', '裕固', '鄂伦春', '独龙', '普米', '各'],
];
const ofPeoples = new RegExp(`^(.{2,}?)(?:(?:${peoples.join('|')})族|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)+(自治州|自治县|自治旗|区)$`, 'u');
const autonomous = /^(.+?)族?(自治州|自治县|自治旗)$/u;
const regions: Record<string, string> = {
  内蒙古自治区: '内蒙古',
  广西壮族自治区: '广西',
  西藏自治区: '西藏',
  宁夏回族自治区: '宁夏',
  新疆维吾尔自治区: '新疆',
  香港特别行政区: '香港',
  澳门特别行政区: '澳门',
};
const suffix = /(?:地区|特区|新区|省|市|县|区|盟|旗)$/u;
/** What is left of 阿拉善左旗 and 井陉矿区 is no name. */
const unfinished = /(?:[左右前中后]旗|矿区)$/u;

/** Names in common use that no rule gives. */
const nicknames: Record<string, readonly string[]> = {
  锡林郭勒盟: ['锡盟'],
  前郭尔罗斯蒙古族自治县: ['前郭县'],
  喀喇沁左翼蒙古族自治县: ['喀左县', '喀左'],
  阜新蒙古族自治县: ['阜蒙县'],
  杜尔伯特蒙古族自治县: ['杜蒙县'],
  围场满族蒙古族自治县: ['围场县'],
  博尔塔拉蒙古自治州: ['博州'],
  克孜勒苏柯尔克孜自治州: ['克州'],
  塔什库尔干塔吉克自治县: ['塔县'],
  察布查尔锡伯自治县: ['察县'],
  和布克赛尔蒙古自治县: ['和丰县'],
  张家川回族自治县: ['张川县'],
  大柴旦行政委员会: ['大柴旦'],
  神农架林区: ['神农架'],
  峰峰矿区: ['峰峰'],
  香港特别行政区: ['香港特区'],
  澳门特别行政区: ['澳门特区'],
  内蒙古自治区: ['内蒙'],
};

export function nameForms(full: string): NameForms {
  const region = regions[full];
  const extra = nicknames[full] ?? [];
  if (region) return { full, short: extra, bare: region };
  const named = ofPeoples.exec(full) ?? autonomous.exec(full);
  if (named?.[1] && named[2]) {
    const stem = named[1];
    return { full, short: [`${stem}${named[2].slice(-1)}`, ...extra], bare: stem };
  }
  const stem = full.replace(suffix, '');
  return stem.length >= 2 && stem !== full && !unfinished.test(full) ? { full, short: extra, bare: stem } : { full, short: extra };
}
