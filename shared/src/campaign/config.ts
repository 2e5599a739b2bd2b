import type { TextLimits } from '../forms/limits.js';
import type { CheckId } from '../rules/rule-ids.js';
import type { Day, Instant } from '../time.js';
import type { FormDesign } from './form-design.js';
import type { PaperTexts } from './paper-texts.js';

/**
 * Everything a notice can change, as data. One campaign has one configuration at a time; each change
 * is a new version with a reason. `null` means the notice sets no such bound, never "unknown".
 */
export interface CampaignConfig {
  year: number;
  title: string;
  /** The notice's own number: 内科政字〔2025〕39号. */
  documentNumber: string;
  theme: string;
  organiser: Organiser;
  /** The work must be finished and first shown within these days, both included (O1, O2). */
  workWindow: { fromDay: Day; toDay: Day };
  opensAt: Instant;
  /** Recommendation closes here (P4). A unit may have been given another instant: see `Unit.recommendBy`. */
  recommendBy: Instant;
  /** By when the sealed scan of a recommended work must be there; null: the unit's recommendation deadline. */
  scanBy: Instant | null;
  /** Paper and discs arrive until here. */
  arriveBy: Instant | null;
  /** A film whose upload was registered before the closing may finish within this many minutes. */
  uploadGraceMinutes: number;
  film: FilmPolicy;
  proof: FilePolicy;
  /** Limits in characters (F2, F3, F4 and the lengths a cell of the form can hold). */
  limits: TextLimits;
  /** Largest share of the duration that may be non-original (O3); null: not limited. */
  nonOriginalShare: number | null;
  broadcast: BroadcastPolicy;
  unitTypes: UnitTypePolicy[];
  bonus: BonusPolicy | null;
  /** What the unit attests, each signed off by a named person, before it recommends (P6). */
  duties: Duty[];
  /** O7: what a second work of the same author or producing unit does. */
  identity: { author: IdentityPolicy; producingUnit: IdentityPolicy };
  materialKinds: MaterialKind[];
  awards: { count: number };
  handOver: { formCopies: number; discs: number; email: string };
  /** Whether the signature drawn on the phone stands on the electronic form. The paper is signed by pen either way. */
  drawnSignature: boolean;
  /** Legal text, to the letter (Annex 2). */
  wording: FormWording;
  /** How each check acts. Unless it is named, what is measured blocks and what is inferred points (inspection/rule-modes). */
  ruleModes: Partial<Record<CheckId, RuleMode>>;
  /** From where on what is inferred is worth a look. */
  hints: HintPolicy;
  overrides: OverridePolicy;
  /** Rows, labels, hints and places of the official form. */
  form: FormDesign;
  /** Words of the papers beside it. */
  papers: PaperTexts;
}

export const placesDrawnSignature = ({ drawnSignature }: CampaignConfig): boolean => drawnSignature;

export type RuleMode = 'block' | 'warn' | 'off';
export type IdentityPolicy = RuleMode;

/** None of these is in the notice: they decide what people are asked to look at, and nothing else. */
export interface HintPolicy {
  /** Bars that take less of the width or height are how encoders round (V2). */
  barsShare: number;
  /** From here on what was read in the opening is taken for the title (V6, V10). */
  titleLikeness: number;
  /** Part of the sampled pictures that carry a subtitle (V8): some eight of ten in films with subtitles throughout, half of them when half of the film has none. */
  subtitleShare: number;
  /** Loudness of the whole film between which nobody reaches for the volume, LUFS (V9). */
  quietLufs: number;
  loudLufs: number;
  /** Shorter stretches are how films are made; at either end of the film twice as long (V11). */
  blackMs: number;
  frozenMs: number;
  silentMs: number;
  /** Part of the shorter film that is in the other one (O8). */
  likenessShare: number;
}

export interface OverridePolicy {
  /** Which findings a recommending unit may set aside for its own works: none, hints and what could not be checked, or failed ones too. The department may set aside any. */
  unit: 'none' | 'hints' | 'all';
}

export interface Organiser {
  name: string;
  office: string;
  phone: string;
  email: string;
}

export interface FilmPolicy {
  minBytes: number | null;
  maxBytes: number | null;
  /** How the notice says it: 100-300兆. */
  sizeWording: string;
  minWidth: number | null;
  minHeight: number | null;
  /** Display aspect and the relative tolerance around it (V2); null: not asked. */
  aspect: { width: number; height: number; tolerance: number } | null;
  minMs: number | null;
  maxMs: number | null;
  /** Leniency at both ends of the length, in milliseconds. */
  lengthToleranceMs: number;
  /** Below this level (dB) the whole sound track counts as silent (V9). */
  silenceDb: number;
}

export interface FilePolicy {
  maxBytes: number;
  /** Most files one place of the form takes. */
  maxFiles: number;
}

export interface BroadcastPolicy {
  required: boolean;
  proofRequired: boolean;
  categories: BroadcastCategory[];
}

export interface BroadcastCategory {
  id: string;
  label: string;
  /** An online platform's record needs its address. */
  online: boolean;
}

export type UnitType = 'league' | 'plannedCity' | 'department' | 'university' | 'institute';

export interface UnitTypePolicy {
  type: UnitType;
  label: string;
  quota: number;
}

export interface BonusPolicy {
  slots: number;
  label: string;
  /** reserved: the slot takes only works from a listed area (P2, the default); open: any work of the unit. */
  mode: 'reserved' | 'open';
}

export interface Duty {
  id: string;
  label: string;
  /** Two to four characters for the sticky bar. */
  short: string;
  statement: string;
  hint: string;
}

export interface MaterialKind {
  id: string;
  label: string;
  /** Counted into the share by its time ranges; otherwise declared and judged by a person. */
  timed: boolean;
  /** Needs a licence proof file (O4). */
  proofRequired: boolean;
}

/** The form's legal text. `{author}` and `{title}` in the opinion are filled from the work. */
export interface FormWording {
  /** Above the title: 附件2. */
  annex: string;
  title: string;
  commitment: string[];
  opinionBefore: string;
  opinionAfter: string[];
  /** Version of the commitment, recorded with each signature (P12): taken from the text on every read, whatever was stored. */
  commitmentVersion: string;
}
