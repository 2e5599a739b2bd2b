import type { Role } from '@kepu/shared/domain/roles';

export interface DemoPerson {
  key: string;
  phone: string;
  name: string;
  role: Role;
  /** Code of the recommending unit; null for others. */
  unit: string | null;
  subtitle: string;
}

/** The people of the demonstration. Their numbers belong to nobody. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: 'creator', phone: '13800000001', name: '张某某', role: 'creator', unit: null, subtitle: '作者 · 兴安盟融媒体中心' },
  { key: 'creator-2', phone: '13800000002', name: '李某某', role: 'creator', unit: null, subtitle: '作者 · 科尔沁右翼前旗治沙站' },
  { key: 'creator-3', phone: '13800000003', name: '王某某', role: 'creator', unit: null, subtitle: '作者 · 还没有作品' },
  { key: 'recommender', phone: '13800000011', name: '赵某某', role: 'recommender', unit: 'XA', subtitle: '推荐单位 · 兴安盟科技局' },
  { key: 'recommender-2', phone: '13800000012', name: '钱某某', role: 'recommender', unit: 'XA', subtitle: '推荐单位 · 兴安盟科技局（审核人）' },
  { key: 'recommender-3', phone: '13800000013', name: '孙某某', role: 'recommender', unit: 'MZ', subtitle: '推荐单位 · 满洲里市工信和科技局' },
  { key: 'staff', phone: '13800000021', name: '周某某', role: 'staff', unit: null, subtitle: '科技厅政策法规处' },
  { key: 'admin', phone: '13800000022', name: '吴某某', role: 'admin', unit: null, subtitle: '系统管理员' },
];
