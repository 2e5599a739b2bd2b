import { SECTIONS, TEXT_FIELDS, type FormField } from '@kepu/shared/forms/work-form';

const LABELS: Partial<Record<FormField, string>> = {
  unitId: '推荐单位', producedDay: '制作完成日期', listedAreaCode: '革命老区、边远贫困地区', creators: '主创人员', madeByUnit: '单位组织创作', producingUnits: '制作单位',
  authorMobile: '第一作者手机号', phone: '联系电话', email: '电子邮箱', broadcasts: '播出记录', materials: '引用素材', allOriginal: '全片原创', commitmentAccepted: '作者承诺及授权',
};

/** What a field of the form is called on the screens. */
export function labelOf(field: FormField): string {
  const text = TEXT_FIELDS.find((entry) => entry.field === field);
  return text?.label ?? LABELS[field] ?? field;
}

/** Where a path lies, for people: `推荐表 · 传播效果`, `引用素材 · 第 2 条`, `成片`. */
export function sayPath(path: string): string {
  const [head = '', index] = path.split('.');
  if (head === 'film') return '成片';
  if (head === 'signature') return '承诺和签名';
  const field = SECTIONS.flatMap((section) => section.fields).find((candidate) => candidate === head);
  if (!field) return '推荐表';
  return index === undefined ? `推荐表 · ${labelOf(field)}` : `${labelOf(field)} · 第 ${Number(index) + 1} 条`;
}
