export type LimitName = 'summary' | 'innovations' | 'reach' | 'title' | 'field' | 'name' | 'organisation' | 'post' | 'address' | 'materialNote' | 'licence' | 'opinion';

export type TextLimits = Record<LimitName, number>;

/**
 * How many characters each text may hold unless a call says otherwise (F1-F4, and what a cell of the form can take). `most`
 * is the largest number that may be set. Names of the call's own limits, the settings and what a stored call lacks come from here.
 */
export const TEXT_LIMITS: Readonly<Record<LimitName, { label: string; usual: number; most: number }>> = {
  title: { label: '作品名称', usual: 40, most: 300 },
  field: { label: '领域', usual: 20, most: 300 },
  name: { label: '姓名', usual: 30, most: 300 },
  organisation: { label: '单位名称', usual: 60, most: 300 },
  post: { label: '职务职称', usual: 40, most: 300 },
  address: { label: '联系地址', usual: 80, most: 300 },
  summary: { label: '内容简介', usual: 300, most: 2000 },
  innovations: { label: '主要创新点', usual: 100, most: 2000 },
  reach: { label: '传播效果', usual: 100, most: 2000 },
  materialNote: { label: '素材说明', usual: 60, most: 300 },
  licence: { label: '授权说明', usual: 40, most: 300 },
  opinion: { label: '审核意见', usual: 200, most: 2000 },
};

// Every name of the table is there: it is made from the table.
export const LIMIT_NAMES = Object.keys(TEXT_LIMITS) as LimitName[];

export function eachLimit<T>(of: (name: LimitName) => T): Record<LimitName, T> {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, of(name)])) as Record<LimitName, T>;
}

export const USUAL_LIMITS: TextLimits = eachLimit((name) => TEXT_LIMITS[name].usual);
