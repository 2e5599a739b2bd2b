import type { PaperLine } from './form-design.js';

/**
 * Words of the papers beside the official form, each call's own. Places in braces as in the form; every paper may
 * use `{campaign} {year} {theme} {documentNumber} {organiser} {office} {phone} {unit} {count} {copies} {discs}`.
 */
export interface PaperTexts {
  /** 推荐汇总表: a unit's works in the order of their slots. */
  summary: { title: string; lead: string; columns: ListColumn[]; notes: string[]; closing: PaperLine[] };
  /** 推荐函: the letter that is sealed. `{works}` names the works, `{duties}` what the unit attests. */
  letter: { title: string; addressee: string; body: string[]; columns: ListColumn[]; closing: PaperLine[] };
  /** 装箱清单: what is in the parcel. */
  packing: { title: string; lead: string; columns: ListColumn[]; items: PackedItem[]; closing: PaperLine[] };
  /** The parcel's address. */
  parcel: { title: string; lines: string[] };
  /** On every disc: above its hole and below. `{disc}` of `{discs}`. */
  disc: { above: string[]; below: string[] };
  /** 获奖证书. `{authors} {units} {title} {grade} {number} {day}`. */
  certificate: { title: string; number: string; body: string[]; closing: PaperLine[] };
  /** 评分表, one for each work and expert. */
  score: { title: string; lead: string[]; criteria: Criterion[]; closing: PaperLine[] };
  /** 会议签到和评议: who was there, what was said of each work. */
  meeting: { title: string; lead: string; works: ListColumn[]; people: { label: string; widthMm: number }[]; places: number; closing: PaperLine[] };
}

export const LIST_VALUES = ['slot', 'unit', 'title', 'field', 'authors', 'creators', 'producingUnits', 'platforms', 'broadcastTime', 'length', 'phone', 'email', 'area', 'version', 'blank'] as const;

/** A column of a list of works. */
export interface ListColumn {
  value: (typeof LIST_VALUES)[number];
  label: string;
  widthMm: number;
}

/** A line of the packing list: its texts may say `{copies}`, `{discs}` and `{count}`. */
export interface PackedItem {
  name: string;
  count: string;
  note: string;
}

/** One thing experts judge, with its share of the whole. */
export interface Criterion {
  id: string;
  label: string;
  points: number;
  hint: string;
}
