import type { Page } from '@kepu/shared/contracts/work';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Refusal } from '../../platform/refusal.js';

/** More rows than this are counted as this many: a list answers equally fast at any size. */
export const COUNTED = 10_000;
const PAGE = 30;
const LARGEST_PAGE = 100;

/** Where a page ended: the value it is ordered by, and the id that settles ties. */
interface Key {
  value: number;
  id: string;
}

export interface KeysetOrder {
  /** Column of the query, `work.updatedAt`. */
  column: string;
  id: string;
  direction: 'ASC' | 'DESC';
}

/**
 * One page by key: rows after the last one seen, in an order no new row can shift. The builder brings the
 * filters; `total` is exact up to 10,000.
 */
export async function keysetPage<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, order: KeysetOrder, request: { after?: string; limit?: string }, keyOf: (row: E) => Key): Promise<Page<E>> {
  const limit = Math.min(Math.max(Number(request.limit) || PAGE, 1), LARGEST_PAGE);
  const total = await countUpTo(query);
  const page = query.clone().orderBy(order.column, order.direction).addOrderBy(order.id, order.direction).take(limit + 1);
  if (request.after) {
    const key = readKey(request.after);
    const sign = order.direction === 'ASC' ? '>' : '<';
    page.andWhere(`(${order.column} ${sign} :value OR (${order.column} = :value AND ${order.id} ${sign} :id))`, key);
  }
  const rows = await page.getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? writeKey(keyOf(last)) : null, total };
}

async function countUpTo<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): Promise<number> {
  const [sql, parameters] = query.clone().select('1', 'one').limit(COUNTED).getQueryAndParameters();
  const [row] = await query.connection.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM (${sql}) counted`, parameters);
  return Number(row?.n ?? 0);
}

const writeKey = ({ value, id }: Key) => Buffer.from(`${value}|${id}`).toString('base64url');

function readKey(text: string): Key {
  const [value = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  if (!/^\d+$/u.test(value) || id === '') throw new Refusal({ code: 'INVALID_INPUT', path: 'after' });
  return { value: Number(value), id };
}
