import type { RuleId } from '../rules/rule-ids.js';
import { isContactNumber, isEmail, maskEmail, maskPhone, normaliseMobile } from '../text.js';
import { sayDay, sayTimecode } from '../time.js';
import { flag, later, listOf, millis, orNull, record, text, type Shape } from './field-shapes.js';
import type { BroadcastRecord, Creator, FormField, ProducingUnit, QuotedMaterial, SectionId, TextFieldName, TimeRange, WorkForm } from './form-types.js';
import type { LimitName } from './limits.js';

const LONGEST_TEXT = 3_000;
const LONGEST_SHORT = 300;

/** Names a form refers to by id. */
export interface FormWords {
  unitName: (unitId: string | null) => string;
  broadcastCategory: (categoryId: string) => string;
  materialKind: (kindId: string) => string;
}

/** A field of the form: everything that lists, reads, compares, shows or masks fields takes it from its row. */
export interface Field<T> {
  label: string;
  section: SectionId;
  shape: Shape<T>;
  /** Clause of the notice it comes from. */
  clause: string;
  hint: string | null;
  /** In words, to be compared and shown. */
  say(value: T, words: FormWords): string;
  /** For a list whose entries are long: a changed one is compared and shown by itself. */
  sayEntry?(entry: unknown, words: FormWords): string;
}

/** A plain text: written, checked, compared and shown without anything of its own. */
export interface TextField extends Field<string> {
  text: {
    kind: 'line' | 'long' | 'tel' | 'email';
    /** Whose limit of the call holds for it; null: its form is checked instead. */
    limit: LimitName | null;
    required: boolean;
    rule: RuleId;
    /** What it has to look like. */
    format: { code: 'NOT_A_MOBILE' | 'NOT_A_PHONE' | 'NOT_AN_EMAIL'; isKept: (text: string) => boolean } | null;
    placeholder: string | null;
  };
  /** Personal: shown like this to whoever may not read it, and never written to the log. */
  mask: ((text: string) => string) | null;
}

type TextRow = Pick<TextField, 'label' | 'section' | 'hint'> & Partial<TextField['text']> & { rule: RuleId; since?: number; longest?: number; mask?: TextField['mask'] };

function words({ label, section, hint, since = 1, longest = LONGEST_SHORT, mask = null, kind = 'line', limit = null, required = true, rule, format = null, placeholder = null }: TextRow): TextField {
  const shape = later(since, text(kind === 'long' ? LONGEST_TEXT : longest));
  return { label, section, hint, mask, clause: '附件2', shape, say: (value) => value, text: { kind, limit, required, rule, format, placeholder } };
}

type ListRow<T> = Pick<Field<T>, 'label' | 'section' | 'clause'> & { entry: Shape<T>; most: number };

const names = <T>({ entry, most, ...row }: ListRow<T>, sayOne: (entry: T) => string): Field<T[]> => ({ ...row, hint: null, shape: listOf(entry, most), say: (entries) => entries.map(sayOne).join('；') });

const entries = <T>({ entry, most, ...row }: ListRow<T>, sayOne: (entry: T, words: FormWords) => string): Field<T[]> => ({
  ...row, hint: null, shape: listOf(entry, most), say: (all, said) => all.map((one) => sayOne(one, said)).join('；'), sayEntry: (one, said) => sayOne(entry.complete(one), said),
});

const id = text(40);
const short = text(LONGEST_SHORT);
const yesOrNo = (value: boolean) => (value ? '是' : '否');
const partsOf = (...parts: string[]) => parts.filter(Boolean);
const proofs = (ids: readonly string[]) => (ids.length > 0 ? `证明 ${ids.length} 份` : '');

const creator = record<Creator>({ id, name: short, organisation: short, post: short });
const producingUnit = record<ProducingUnit>({ id, name: short, creditCode: short });
const broadcast = record<BroadcastRecord>({ id, day: text(10), platform: short, categoryId: id, url: text(500), proofIds: listOf(id, 12) });
const range = record<TimeRange>({ fromMs: millis, toMs: millis });
const material = record<QuotedMaterial>({
  id, kindId: id, note: short, ranges: listOf(range, 20), licenceWay: short, licenceTerritory: short, licenceTerm: short, proofIds: listOf(id, 12),
});

export function sayBroadcastWith({ day, platform, categoryId, url, proofIds }: BroadcastRecord, { broadcastCategory }: Pick<FormWords, 'broadcastCategory'>): string {
  return partsOf(day === '' ? '' : sayDay(day), platform, broadcastCategory(categoryId), url, proofs(proofIds)).join('，');
}

export function sayMaterialWith(quoted: QuotedMaterial, { materialKind }: Pick<FormWords, 'materialKind'>): string {
  const ranges = quoted.ranges.map(({ fromMs, toMs }) => `${sayTimecode(fromMs, true)}–${sayTimecode(toMs, true)}`).join('、');
  const licence = partsOf(quoted.licenceWay, quoted.licenceTerritory, quoted.licenceTerm).join('、');
  return partsOf(materialKind(quoted.kindId), quoted.note, ranges, licence, proofs(quoted.proofIds)).join('，');
}

/** Every field of the form, in the order it is filled in. */
export const FIELDS = {
  unitId: { label: '推荐单位', section: 'about', shape: orNull(40), clause: '附件2', hint: null, say: (value, { unitName }) => unitName(value) },
  title: words({ label: '作品名称', section: 'about', limit: 'title', rule: 'F1', hint: '与片头上的名称一字不差' }),
  field: words({ label: '领域', section: 'about', limit: 'field', rule: 'F1', hint: '例：生态环境、能源、生命科学' }),
  producedDay: { label: '制作完成日期', section: 'about', shape: text(10), clause: '附件1 一（一）', hint: null, say: (value) => (value === '' ? '' : sayDay(value)) },
  listedAreaCode: { label: '革命老区、边远贫困地区', section: 'about', shape: orNull(6), clause: '附件1 二', hint: null, say: (value) => value ?? '不是' },
  creators: names({ label: '主创人员', section: 'creators', clause: '附件2', entry: creator, most: 30 }, ({ name, organisation, post }) => partsOf(name, organisation, post).join(' ')),
  madeByUnit: { label: '单位组织创作', section: 'creators', shape: flag, clause: '附件2', hint: null, say: yesOrNo },
  producingUnits: names({ label: '制作单位', section: 'creators', clause: '附件2', entry: producingUnit, most: 10 }, ({ name }) => name),
  authorMobile: words({ label: '第一作者手机号', section: 'creators', kind: 'tel', longest: 40, rule: 'P5', hint: '全区按这个号码核对“同一作者一部”', mask: maskPhone, format: { code: 'NOT_A_MOBILE', isKept: (value) => normaliseMobile(value) !== null } }),
  phone: words({ label: '联系电话', section: 'creators', kind: 'tel', longest: 40, rule: 'F1', hint: '印在推荐表上，可以是座机', mask: maskPhone, format: { code: 'NOT_A_PHONE', isKept: isContactNumber } }),
  email: words({ label: '电子邮箱', section: 'creators', kind: 'email', longest: 254, rule: 'F1', hint: null, mask: maskEmail, format: { code: 'NOT_AN_EMAIL', isKept: isEmail } }),
  address: words({ label: '联系地址', section: 'creators', limit: 'address', rule: 'F1', hint: '写到门牌号，寄送证书用', mask: (value) => `${value.slice(0, 6)}****` }),
  broadcasts: entries({ label: '播出记录', section: 'broadcasts', clause: '附件1 一（一）', entry: broadcast, most: 20 }, sayBroadcastWith),
  summary: words({ label: '内容简介', section: 'texts', kind: 'long', limit: 'summary', rule: 'F2', hint: '讲了什么科学问题、怎么讲的' }),
  innovations: words({ label: '主要创新点', section: 'texts', kind: 'long', limit: 'innovations', rule: 'F3', hint: '内容、构思、表达等' }),
  reach: words({ label: '传播效果', section: 'texts', kind: 'long', limit: 'reach', rule: 'F4', hint: '写明平台、数字和截止日期', placeholder: '例：截至{year}年10月，在某平台播放12万次，进校园放映6场' }),
  allOriginal: { label: '全片原创', section: 'materials', shape: flag, clause: '附件1 一（四）2', hint: null, say: yesOrNo },
  materials: entries({ label: '引用素材', section: 'materials', clause: '附件1 一（四）2', entry: material, most: 40 }, sayMaterialWith),
  commitmentAccepted: { label: '作者承诺及授权', section: 'commitment', shape: flag, clause: '附件2', hint: null, say: yesOrNo },
} as const satisfies { [F in FormField]: F extends TextFieldName ? TextField : Field<WorkForm[F]> };

// Every field of the form is in the table, and nothing else.
export const FORM_FIELDS = Object.keys(FIELDS) as FormField[];

export const isTextField = (field: FormField): field is TextFieldName => 'text' in FIELDS[field];

export const TEXT_FIELDS: readonly TextFieldName[] = FORM_FIELDS.filter(isTextField);
