/** The least and the most a number, or the length of a list, of a configuration may be. Both belong to it. */
export type Bounds = readonly [least: number, most: number];

const MB = 1_000_000;
const MIB = 1_048_576;
const DAY_MS = 86_400_000;

/** Instants between the beginning of 2000 and of 2100 in UTC: nothing else can be meant by a notice. */
const INSTANT: Bounds = [946_684_800_000, 4_102_444_800_000];

/** Said once for the door of the configuration, for what the settings allow, and for what is told beside them. */
export const BOUNDS = {
  year: [2000, 2100],
  instant: INSTANT,
  uploadGraceMinutes: [0, 24 * 60],
  filmMinBytes: [0, 4_000 * MB],
  filmMaxBytes: [MIB, 4_000 * MIB],
  pixels: [0, 8_000],
  aspectSide: [0.1, 100],
  aspectTolerance: [0, 0.5],
  filmMinMs: [0, DAY_MS],
  filmMaxMs: [1_000, DAY_MS],
  lengthToleranceMs: [0, 5_000],
  silenceDb: [-120, 0],
  proofBytes: [1_000, 200 * MIB],
  /** No more than one place of a form keeps (forms/shape). */
  proofFiles: [1, 12],
  /** No more than a draft keeps of such a field (forms/shape). */
  shortText: [1, 300],
  longText: [1, 2_000],
  share: [0, 1],
  quota: [0, 100],
  bonusSlots: [0, 20],
  awards: [1, 500],
  copies: [0, 20],
  barsShare: [0.01, 0.2],
  titleLikeness: [0.3, 1],
  subtitleShare: [0, 1],
  quietLufs: [-60, -16],
  loudLufs: [-16, 0],
  /** Shorter stretches are not kept by the inspection: a threshold below could not be carried out. */
  blackMs: [5_000, 120_000],
  frozenMs: [10_000, 120_000],
  silentMs: [5_000, 120_000],
  /** Films that have less in common are not kept as alike. */
  likenessShare: [0.5, 1],
  /** Millimetres on paper: a column, a row, and where a line begins; A4 lies at most on its side. */
  widthMm: [1, 297],
  heightMm: [1, 240],
  placeMm: [0, 297],
  columns: [1, 12],
  points: [0, 100],
  seats: [0, 200],
} as const satisfies Record<string, Bounds>;

/** Longest texts of a configuration, in the units an input field counts. A duty's id and the commitment's version stand in columns of this width. */
export const CONFIG_TEXTS = { dutyId: 20, version: 20, id: 40, code: 40, phone: 40, short: 60, email: 80, long: 600 } as const;
