import type { CampaignConfig } from '../campaign/config.js';
import { FIELDS, FORM_FIELDS, TEXT_FIELDS, type Field, type TextField } from './fields.js';
import type { FormField, SectionId, TextFieldName, WorkForm } from './form-types.js';

export type * from './form-types.js';

export { FORM_FIELDS, TEXT_FIELDS } from './fields.js';

/** The row of a field, whatever its value is. */
export const fieldRow = (field: FormField): Field<unknown> => FIELDS[field];

export const textField = (field: TextFieldName): TextField => FIELDS[field];

/** The plain texts of a section: short ones are one line, long ones a field of their own. */
export function textsOf(section: SectionId, length: 'short' | 'long' | 'all' = 'all'): TextFieldName[] {
  return TEXT_FIELDS.filter((field) => FIELDS[field].section === section && (length === 'all' || (FIELDS[field].text.kind === 'long') === (length === 'long')));
}

export function emptyForm(): WorkForm {
  return mapForm((field) => FIELDS[field].shape.complete(undefined));
}

/** A form made field by field; `of` answers a value of the field's own type. */
export function mapForm(of: (field: FormField) => unknown): WorkForm {
  return Object.fromEntries(FORM_FIELDS.map((field) => [field, of(field)])) as unknown as WorkForm;
}

/** Texts that tell how to reach a person: masked for whoever need not know, and kept out of the log. */
export const PERSONAL_FIELDS = TEXT_FIELDS.filter((field) => FIELDS[field].mask !== null);

export const isPersonal = (path: string): boolean => PERSONAL_FIELDS.some((field) => field === path);

/** A form without what tells how to reach a person. What is not filled in hides nothing. */
export function maskPersonal(form: WorkForm): WorkForm {
  const masked = PERSONAL_FIELDS.map((field) => [field, form[field] === '' ? '' : (FIELDS[field].mask?.(form[field]) ?? '')]);
  return { ...form, ...(Object.fromEntries(masked) as Partial<WorkForm>) };
}

export interface Section {
  id: SectionId;
  label: string;
  contents: string;
  fields: FormField[];
}

const section = (id: SectionId, label: string, contents: string): Section => ({
  id, label, contents, fields: FORM_FIELDS.filter((field) => FIELDS[field].section === id),
});

/** The form in seven short sections, in the order they are filled. */
export const SECTIONS: readonly Section[] = [
  section('about', '作品信息', '推荐单位、名称、领域、制作时间'),
  section('creators', '主创人员和单位', '署名顺序、制作单位、联系方式'),
  section('broadcasts', '播出记录', '播出时间、平台、播放证明'),
  section('texts', '文字介绍', '简介、创新点、传播效果'),
  section('materials', '引用素材', '类型、位置时长、授权'),
  section('film', '成片', 'MP4 原片和自动检测'),
  section('commitment', '承诺和签名', '由第一作者手写签名'),
];

/** The section a path such as `broadcasts.0.proofIds` belongs to. `film` and `signature` are paths without a field. */
export function sectionOf(path: string): Section {
  const head = path.split('.')[0] ?? '';
  return SECTIONS.find((section) => section.fields.some((field) => field === head)) ?? sectionById(head === 'film' ? 'film' : 'commitment');
}

export function sectionById(id: SectionId): Section {
  const found = SECTIONS.find((section) => section.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
}

export function broadcastCategory(config: CampaignConfig, id: string) {
  return config.broadcast.categories.find((category) => category.id === id);
}

export function materialKind(config: CampaignConfig, id: string) {
  return config.materialKinds.find((kind) => kind.id === id);
}
