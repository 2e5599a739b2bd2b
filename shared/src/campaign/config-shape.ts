import { SWITCHABLE_CHECKS } from '../inspection/rule-modes.js';
import type { CheckId } from '../rules/rule-ids.js';
import { flag, integer, listOf, misshapen, number, oneOf, orNull, partialRecord, record, text, type Reader } from '../shape.js';
import { isDay, type Day } from '../time.js';
import { BOUNDS, CONFIG_TEXTS, type Bounds } from './bounds.js';
import type { BonusPolicy, BroadcastCategory, BroadcastPolicy, CampaignConfig, Duty, FilePolicy, FilmPolicy, FormWording, HintPolicy, MaterialKind, Organiser, OverridePolicy, RuleMode, UnitType, UnitTypePolicy } from './config.js';
import { eachLimit, TEXT_LIMITS, type TextLimits } from '../forms/limits.js';
import { readFormDesign } from './form-design-shape.js';
import { readPaperTexts } from './paper-texts-shape.js';

const bounded = ([least, most]: Bounds): Reader<number> => number(least, most);
const count = ([least, most]: Bounds): Reader<number> => integer(least, most);
const entries = <T>(read: Reader<T>, least = 0): Reader<T[]> => listOf(read, 30, least);

const short = text(CONFIG_TEXTS.short);
const named = text(CONFIG_TEXTS.short, 1);
const long = text(CONFIG_TEXTS.long);
const instant = count(BOUNDS.instant);
const day: Reader<Day> = (value) => (typeof value === 'string' && isDay(value) ? value : misshapen({ what: 'type' }));
/** Stands in addresses and in stored forms. */
const idOf = (most: number): Reader<string> => {
  const read = text(most, 1);
  return (value) => (/^[\w-]+$/u.test(read(value)) ? read(value) : misshapen({ what: 'type' }));
};
const id = idOf(CONFIG_TEXTS.id);

const organiser = record<Organiser>({ name: named, office: short, phone: text(CONFIG_TEXTS.phone), email: text(CONFIG_TEXTS.email) });

const film = record<FilmPolicy>({
  minBytes: orNull(count(BOUNDS.filmMinBytes)),
  maxBytes: orNull(count(BOUNDS.filmMaxBytes)),
  sizeWording: short,
  minWidth: orNull(count(BOUNDS.pixels)),
  minHeight: orNull(count(BOUNDS.pixels)),
  aspect: orNull(record<NonNullable<FilmPolicy['aspect']>>({ width: bounded(BOUNDS.aspectSide), height: bounded(BOUNDS.aspectSide), tolerance: bounded(BOUNDS.aspectTolerance) })),
  minMs: orNull(count(BOUNDS.filmMinMs)),
  maxMs: orNull(count(BOUNDS.filmMaxMs)),
  lengthToleranceMs: count(BOUNDS.lengthToleranceMs),
  silenceDb: bounded(BOUNDS.silenceDb),
});

const limits = record<TextLimits>(eachLimit((name) => integer(1, TEXT_LIMITS[name].most)));

const broadcast = record<BroadcastPolicy>({
  required: flag, proofRequired: flag,
  categories: entries(record<BroadcastCategory>({ id, label: named, online: flag })),
});

const unitType = oneOf<UnitType>('league', 'plannedCity', 'department', 'university', 'institute');
const mode = oneOf<RuleMode>('block', 'warn', 'off');
const switches: readonly CheckId[] = [...SWITCHABLE_CHECKS.map(({ check }) => check), 'O7'];

const wording = record<FormWording>({ annex: short, title: named, commitment: entries(text(CONFIG_TEXTS.long, 1), 1), opinionBefore: long, opinionAfter: entries(long), commitmentVersion: text(CONFIG_TEXTS.version) });

const hints = record<HintPolicy>({
  barsShare: bounded(BOUNDS.barsShare), titleLikeness: bounded(BOUNDS.titleLikeness), subtitleShare: bounded(BOUNDS.subtitleShare),
  quietLufs: bounded(BOUNDS.quietLufs), loudLufs: bounded(BOUNDS.loudLufs),
  blackMs: count(BOUNDS.blackMs), frozenMs: count(BOUNDS.frozenMs), silentMs: count(BOUNDS.silentMs), likenessShare: bounded(BOUNDS.likenessShare),
});

/**
 * Reads a configuration that comes from outside: whole, nothing in it that nobody knows, every number within its bounds.
 * What is stored is completed instead (complete-config); what contradicts itself is told by `configProblems`.
 */
export const readConfig: Reader<CampaignConfig> = record<CampaignConfig>({
  year: count(BOUNDS.year),
  title: named,
  documentNumber: text(CONFIG_TEXTS.code),
  theme: short,
  organiser,
  workWindow: record<CampaignConfig['workWindow']>({ fromDay: day, toDay: day }),
  opensAt: instant,
  recommendBy: instant,
  scanBy: orNull(instant),
  arriveBy: orNull(instant),
  uploadGraceMinutes: count(BOUNDS.uploadGraceMinutes),
  film,
  proof: record<FilePolicy>({ maxBytes: count(BOUNDS.proofBytes), maxFiles: count(BOUNDS.proofFiles) }),
  limits,
  nonOriginalShare: orNull(bounded(BOUNDS.share)),
  broadcast,
  unitTypes: entries(record<UnitTypePolicy>({ type: unitType, label: named, quota: count(BOUNDS.quota) }), 1),
  bonus: orNull(record<BonusPolicy>({ slots: count(BOUNDS.bonusSlots), label: named, mode: oneOf('reserved', 'open') })),
  duties: entries(record<Duty>({ id: idOf(CONFIG_TEXTS.dutyId), label: named, short: text(CONFIG_TEXTS.short, 1), statement: text(CONFIG_TEXTS.long, 1), hint: long })),
  identity: record<CampaignConfig['identity']>({ author: mode, producingUnit: mode }),
  materialKinds: entries(record<MaterialKind>({ id, label: named, timed: flag, proofRequired: flag })),
  awards: record<CampaignConfig['awards']>({ count: count(BOUNDS.awards) }),
  handOver: record<CampaignConfig['handOver']>({ formCopies: count(BOUNDS.copies), discs: count(BOUNDS.copies), email: text(CONFIG_TEXTS.email) }),
  drawnSignature: flag,
  wording,
  ruleModes: partialRecord(switches, mode),
  hints,
  overrides: record<OverridePolicy>({ unit: oneOf('none', 'hints', 'all') }),
  form: readFormDesign,
  papers: readPaperTexts,
});
