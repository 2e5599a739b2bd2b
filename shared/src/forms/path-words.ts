import { sayTimecode } from '../time.js';
import { SECTIONS, TEXT_FIELDS } from './work-form.js';

/** A place of the form in words: `reach` → 传播效果, `materials.1` → 引用素材第 2 条, `film` + 1:04 → 成片 1:04. */
export function pathWords({ path, atMs = null }: { path: string; atMs?: number | null }): string {
  const [head = '', index] = path.split('.');
  const name = head === 'film' ? '成片' : (TEXT_FIELDS.find((entry) => entry.field === head)?.label ?? SECTIONS.find((section) => section.fields.some((field) => field === head))?.label ?? path);
  const row = index !== undefined && /^\d+$/u.test(index) ? `第 ${Number(index) + 1} 条` : '';
  return `${name}${row}${atMs === null ? '' : ` ${sayTimecode(atMs)}`}`;
}
