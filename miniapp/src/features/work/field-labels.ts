import { pathWords } from '@kepu/shared/forms/path-words';
import { fieldRow, FORM_FIELDS, type FormField } from '@kepu/shared/forms/work-form';

/** What a field of the form is called on the screens. */
export const labelOf = (field: FormField): string => fieldRow(field).label;

/** Where a path lies, for people: `推荐表 · 传播效果`, `引用素材 · 第 2 条`, `成片`. */
export function sayPath(path: string): string {
  const [head = '', index] = path.split('.');
  const field = FORM_FIELDS.find((candidate) => candidate === head);
  if (!field) return head === 'film' || head === 'signature' ? pathWords({ path }) : '推荐表';
  return index === undefined ? `推荐表 · ${labelOf(field)}` : `${labelOf(field)} · 第 ${Number(index) + 1} 条`;
}
