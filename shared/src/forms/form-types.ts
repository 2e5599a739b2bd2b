import type { Day } from '../time.js';

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

/** Fields with a shape of their own. */
type OwnField = 'unitId' | 'producedDay' | 'madeByUnit' | 'listedAreaCode' | 'creators' | 'producingUnits' | 'broadcasts' | 'allOriginal' | 'materials' | 'commitmentAccepted';

/** The fields that are plain texts. */
export type TextFieldName = Exclude<FormField, OwnField>;

export type SectionId = 'about' | 'creators' | 'broadcasts' | 'texts' | 'materials' | 'film' | 'commitment';
