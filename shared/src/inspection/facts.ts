import type { TimeRange } from '../forms/work-form.js';

/**
 * What is known about a film before anyone judges it. The server fills all of it from the real bytes;
 * the phone's check before the upload fills what it can read, and the same rules judge both.
 */
export interface FilmFacts {
  bytes: number;
  /** null: the file could not be opened as a container at all, or was not looked at. */
  container: ContainerFacts | null;
  durationMs: number | null;
  video: VideoFacts | null;
  /** null: no audio track. undefined: not looked at. */
  audio?: AudioFacts | null;
  /** Where and how decoding broke; undefined: not tried. */
  damage?: Damage[];
  /** What sampled pictures look like; undefined: not looked at. */
  picture?: PictureFacts;
  /** What is written on the screen, read by OCR; undefined: not read. */
  text?: TextFacts;
  /** Marks of generated material that the file itself carries; undefined: not looked for. */
  marks?: MarkFacts;
  /** A tool that could not do its work, in its own words, by stage. */
  toolFailures?: { stage: Stage; reason: string }[];
  /** Stages that say nothing of a film, or not all of it, because it is too broken for them. */
  skipped?: Stage[];
}

/** The stages of an inspection, in the order they run. */
export const STAGES = ['container', 'sound', 'decoding', 'marks', 'picture', 'text'] as const;
export type Stage = (typeof STAGES)[number];

/** The stages an inspection under way has behind it: all up to the last one that left a trace in the facts. */
export function stagesDone(facts: FilmFacts | null): Stage[] {
  if (facts === null) return [];
  const traces: Record<Stage, boolean> = {
    container: true,
    sound: typeof facts.audio?.peakDb === 'number',
    decoding: facts.damage !== undefined,
    marks: facts.marks !== undefined,
    picture: facts.picture !== undefined,
    text: facts.text !== undefined,
  };
  const isBehind = (stage: Stage) => traces[stage] || facts.toolFailures?.some((failure) => failure.stage === stage) || facts.skipped?.includes(stage);
  return STAGES.slice(0, Math.max(0, ...STAGES.map((stage, index) => (isBehind(stage) ? index + 1 : 0))));
}

export interface ContainerFacts {
  /** What the bytes are: mp4, quicktime, matroska, playlist, … never what the name says. */
  format: string;
  isMp4: boolean;
  majorBrand: string | null;
}

export interface VideoFacts {
  /** Coded size in pixels. */
  width: number;
  height: number;
  /** Size as shown: pixel aspect and rotation counted. */
  displayWidth: number;
  displayHeight: number;
  codec: string | null;
  durationMs: number | null;
}

export interface AudioFacts {
  codec: string | null;
  durationMs: number | null;
  /** Loudest level reached, in dB below full scale; null: not measured. */
  peakDb: number | null;
  /** Integrated loudness (EBU R128), LUFS; null: not measured. */
  loudnessLufs: number | null;
  /** Stretches without sound; undefined: not looked for. */
  silent?: TimeRange[];
}

/** Hints from sampled pictures. None of them is a measurement that may block. */
export interface PictureFacts {
  /** The part of the shown picture that is ever lit, as shares of its width and height (0 to 1); null: never anything lit. */
  lit: { left: number; top: number; right: number; bottom: number } | null;
  /** Moments at which the sides are only a blurred copy of the middle. */
  blurredSidesAtMs: number[];
  black: TimeRange[];
  frozen: TimeRange[];
  /** Height in lines whose detail the picture really has, when that is clearly less than its own; null: no sign of it. */
  detailHeight: number | null;
  /** A moment whose picture shows `lit` best. */
  sampleAtMs: number | null;
}

/** Text on one picture, line by line, from top to bottom. */
export interface TextFrame {
  atMs: number;
  lines: string[];
}

export interface TextFacts {
  /** Parts of which reading stopped where everything the form said was found: more pictures may say more. */
  partlyRead?: ('opening' | 'closing')[];
  /** Pictures of the opening, in order; every one that was read. */
  opening: TextFrame[];
  /** Pictures of the closing, in order. */
  closing: TextFrame[];
  /** The subtitle band of the body; `lines` is empty where nothing was found. */
  body: TextFrame[];
  /** Characters that only traditional script has, of any picture above; undefined: not looked for. */
  traditional?: { atMs: number; text: string; characters: string[] }[];
  /** Pictures inside the declared ranges of quoted material, by the material's id. */
  quoted: { materialId: string; frames: TextFrame[] }[];
}

export interface MarkFacts {
  /** Fields of GB 45438-2025: where in the file, and the text as it stands there. */
  aigc: { where: string; text: string }[];
  /** A C2PA manifest is in the file. */
  hasC2pa: boolean;
}

export interface Damage {
  /** Position in the film, null when the container itself is broken. */
  atMs: number | null;
  kind: 'truncated' | 'broken-container' | 'no-video' | 'decode-error' | 'duration-mismatch';
  note: string;
}
