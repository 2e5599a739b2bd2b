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
  /** A tool that could not do its work, in its own words, by stage. */
  toolFailures?: { stage: 'container' | 'sound' | 'decoding'; reason: string }[];
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
}

export interface Damage {
  /** Position in the film, null when the container itself is broken. */
  atMs: number | null;
  kind: 'truncated' | 'broken-container' | 'no-video' | 'decode-error' | 'duration-mismatch';
  note: string;
}
