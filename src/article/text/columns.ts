/** Names of a paper's or a site's columns. */
const columnName =
  /^[【[]?(?:(?:党建|党务|组工|组织|基层|工作|乡镇|镇街|部门|县区|市县|各地|媒体|本地|今日|先进|特别|重要|图片)?(?:要闻|动态|园地|天地|视窗|聚焦|头条|新闻|快讯|信息|资讯|传真|播报|风采|之窗|关注|报道|看台|论坛|在线)|党建|基层党建|组织工作|组织建设|典型经验|经验交流|经验做法|典型案例|案例选编|先锋|深度|观察|调研|调研报告|理论|专题|首页|正文|详情|内容详情|详细内容|新闻中心|通知公告|要闻导读|乡村振兴|两学一做|党史学习教育|主题教育|\p{Script=Han}{2,12}(?:简报|专报|快报|工作信息|情况通报))[】\]]?$/u;

/** A name of a column, which stands where a title should. */
export function isColumnName(text: string): boolean {
  return columnName.test(text);
}
