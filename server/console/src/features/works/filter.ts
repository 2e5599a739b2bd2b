import type { WorkFilter } from '@kepu/shared/contracts/endpoints';
import { STATUS_NAMES, WORK_STATUSES } from '@kepu/shared/domain/work-status';

/** What a list of works is narrowed by; lives in the page's address, so that it can be sent and gone back to. */
export type WorksFilter = Omit<WorkFilter, 'after' | 'limit'>;

export type Having = NonNullable<WorkFilter['having']>;

export const HAVING_NAMES: Record<Having, string> = {
  failing: '有不符合项',
  looking: '有提示',
  listed: '三区作品',
  'awaiting-scan': '已推荐，待扫描件',
  overdue: '退回后逾期未交',
  uninspected: '检测没有完成',
};

export const HAVINGS: readonly Having[] = ['failing', 'looking', 'listed', 'awaiting-scan', 'overdue', 'uninspected'];

const KEYS = ['status', 'unitId', 'having', 'rule', 'search'] as const satisfies readonly (keyof WorksFilter)[];

/** The filter an address asks for; what it does not know is left out. */
export function readFilter(params: URLSearchParams): WorksFilter {
  return {
    status: statusesOf(params.get('status')).join(',') || undefined,
    unitId: params.get('unitId') ?? undefined,
    having: HAVINGS.find((having) => having === params.get('having')),
    rule: /^[A-Z]\d{1,2}$/u.test(params.get('rule') ?? '') ? (params.get('rule') ?? undefined) : undefined,
    search: params.get('search')?.slice(0, 60) || undefined,
  };
}

export function statusesOf(text: string | null | undefined) {
  const wanted = text?.split(',') ?? [];
  return WORK_STATUSES.filter((status) => wanted.includes(status));
}

/** The address of a filter's first page. */
export function writeFilter(filter: WorksFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of KEYS) {
    const value = filter[key];
    if (value) params.set(key, value);
  }
  return params;
}

export interface Condition {
  key: keyof WorksFilter;
  words: string;
}

/** The conditions of a filter in words, in the order they are shown. */
export function conditionsOf(filter: WorksFilter, unitName: (id: string | null) => string): Condition[] {
  const conditions: Condition[] = [];
  if (filter.status) conditions.push({ key: 'status', words: `状态：${statusesOf(filter.status).map((status) => STATUS_NAMES[status]).join('或')}` });
  if (filter.unitId) conditions.push({ key: 'unitId', words: `推荐单位：${unitName(filter.unitId)}` });
  if (filter.having) conditions.push({ key: 'having', words: HAVING_NAMES[filter.having] });
  if (filter.rule) conditions.push({ key: 'rule', words: `规则 ${filter.rule}` });
  if (filter.search) conditions.push({ key: 'search', words: `含“${filter.search}”` });
  return conditions;
}

export function without(filter: WorksFilter, key: keyof WorksFilter): WorksFilter {
  return { ...filter, [key]: undefined };
}
