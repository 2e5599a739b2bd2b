import { sayTimecode } from '../time.js';
import { isFormField } from './shape.js';
import { fieldRow } from './work-form.js';

/** Places that a reason can name beside the fields of the form. */
const BESIDE: Readonly<Record<string, string>> = { film: '成片', signature: '承诺和签名' };

/** A place of the form in words: `reach` → 传播效果, `materials.1` → 引用素材第 2 条, `film` + 1:04 → 成片 1:04. */
export function pathWords({ path, atMs = null }: { path: string; atMs?: number | null }): string {
  const [head = '', index] = path.split('.');
  const name = BESIDE[head] ?? (isFormField(head) ? fieldRow(head).label : path);
  const row = index !== undefined && /^\d+$/u.test(index) ? `第 ${Number(index) + 1} 条` : '';
  return `${name}${row}${atMs === null ? '' : ` ${sayTimecode(atMs)}`}`;
}
