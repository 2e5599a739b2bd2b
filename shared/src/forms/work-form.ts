import type { CampaignConfig, TextLimits } from '../campaign/config.js';
import type { Day } from '../time.js';
import type { RuleId } from '../rules/rule-ids.js';

/** The recommendation form (Annex 2) as the creator drafts it. */
export interface WorkForm {
  unitId: string | null;
  title: string;
  field: string;
  /** Empty until it is chosen. */
  producedDay: Day;
  /** Organised by a unit: that unit's seal goes on the form (F6). */
  madeByUnit: boolean;
  /** County of a 革命老区 / 边远贫困地区 work; null for all others. */
  listedAreaCode: string | null;
  /** In the order of the credits; the first one submits (P5). */
  creators: Creator[];
  /** The first one submits (P5); empty for a work of individuals. */
  producingUnits: ProducingUnit[];
  authorMobile: string;
  address: string;
  phone: string;
  email: string;
  broadcasts: BroadcastRecord[];
  summary: string;
  innovations: string;
  reach: string;
  /** 全片原创: said on purpose, so that an empty ledger is never an oversight. */
  allOriginal: boolean;
  materials: QuotedMaterial[];
  commitmentAccepted: boolean;
}

export interface Creator {
  id: string;
  name: string;
  organisation: string;
  post: string;
}

export interface ProducingUnit {
  id: string;
  name: string;
  /** Unified social credit code, optional: settles two spellings of one unit. */
  creditCode: string;
}

export interface BroadcastRecord {
  id: string;
  /** Empty until it is chosen. */
  day: Day;
  platform: string;
  categoryId: string;
  url: string;
  proofIds: string[];
}

export interface QuotedMaterial {
  id: string;
  kindId: string;
  note: string;
  ranges: TimeRange[];
  licenceWay: string;
  licenceTerritory: string;
  licenceTerm: string;
  proofIds: string[];
}

/** Half-open range on the film, in milliseconds. */
export interface TimeRange {
  fromMs: number;
  toMs: number;
}

export type FormField = keyof WorkForm;

export function emptyForm(): WorkForm {
  return {
    unitId: null, title: '', field: '', producedDay: '', madeByUnit: false, listedAreaCode: null,
    creators: [], producingUnits: [], authorMobile: '', address: '', phone: '', email: '',
    broadcasts: [], summary: '', innovations: '', reach: '',
    allOriginal: false, materials: [], commitmentAccepted: false,
  };
}

export const FORM_FIELDS = Object.keys(emptyForm()) as FormField[];

export type SectionId = 'about' | 'creators' | 'broadcasts' | 'texts' | 'materials' | 'film' | 'commitment';

export interface Section {
  id: SectionId;
  label: string;
  contents: string;
  fields: FormField[];
}

/** The form in seven short sections, in the order they are filled. */
export const SECTIONS: readonly Section[] = [
  { id: 'about', label: '作品信息', contents: '推荐单位、名称、领域、制作时间', fields: ['unitId', 'title', 'field', 'producedDay', 'listedAreaCode'] },
  { id: 'creators', label: '主创人员和单位', contents: '署名顺序、制作单位、联系方式', fields: ['creators', 'madeByUnit', 'producingUnits', 'authorMobile', 'address', 'phone', 'email'] },
  { id: 'broadcasts', label: '播出记录', contents: '播出时间、平台、播放证明', fields: ['broadcasts'] },
  { id: 'texts', label: '文字介绍', contents: '简介、创新点、传播效果', fields: ['summary', 'innovations', 'reach'] },
  { id: 'materials', label: '引用素材', contents: '类型、位置时长、授权', fields: ['allOriginal', 'materials'] },
  { id: 'film', label: '成片', contents: 'MP4 原片和自动检测', fields: [] },
  { id: 'commitment', label: '承诺和签名', contents: '由第一作者手写签名', fields: ['commitmentAccepted'] },
];

export interface TextField {
  field: 'title' | 'field' | 'summary' | 'innovations' | 'reach' | 'address';
  label: string;
  limit: keyof TextLimits;
  rule: RuleId;
  /** Clause of the notice this field comes from. */
  clause: string;
  hint: string;
  multiline: boolean;
}

/** The free texts of the form: label, limit, rule and hint, once for phone, server and paper. */
export const TEXT_FIELDS: readonly TextField[] = [
  { field: 'title', label: '作品名称', limit: 'title', rule: 'F1', clause: '附件2', hint: '与片头上的名称一字不差', multiline: false },
  { field: 'field', label: '领域', limit: 'field', rule: 'F1', clause: '附件2', hint: '例：生态环境、能源、生命科学', multiline: false },
  { field: 'address', label: '联系地址', limit: 'address', rule: 'F1', clause: '附件2', hint: '写到门牌号，寄送证书用', multiline: false },
  { field: 'summary', label: '内容简介', limit: 'summary', rule: 'F2', clause: '附件2', hint: '讲了什么科学问题、怎么讲的', multiline: true },
  { field: 'innovations', label: '主要创新点', limit: 'innovations', rule: 'F3', clause: '附件2', hint: '内容、构思、表达等', multiline: true },
  { field: 'reach', label: '传播效果', limit: 'reach', rule: 'F4', clause: '附件2', hint: '写明平台、数字和截止日期', multiline: true },
];

export function textField(field: TextField['field']): TextField {
  const found = TEXT_FIELDS.find((entry) => entry.field === field);
  if (!found) throw new Error(`no text field ${field}`);
  return found;
}

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
