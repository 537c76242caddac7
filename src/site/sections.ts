/** The columns of the site, by the names that readers see; in government sites' words its 栏目. */
export const sectionNames = {
  practices: '做法',
  cases: '案例',
  places: '地区',
  problems: '难题',
  methods: '工作法',
  matrix: '矩阵',
  search: '搜索',
  clips: '摘编夹',
} as const;

export type Section = keyof typeof sectionNames;
