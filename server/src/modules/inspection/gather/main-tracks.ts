import { readHeader, type StreamHeader } from './ffprobe.js';
import type { FilmSource } from './film-source.js';

/** The tracks people see and hear, as ffmpeg's `-map` names them. */
export interface MainTracks {
  picture: string;
  sound: string;
}

/** Where nothing is known of a film's tracks: the first of each. */
const FIRST: MainTracks = { picture: '0:v:0', sound: '0:a:0' };

const known = new WeakMap<FilmSource, Promise<MainTracks>>();

/** The track a player takes by itself. */
export function mainStream(streams: readonly StreamHeader[], kind: 'video' | 'audio'): StreamHeader | undefined {
  const candidates = streams.filter((stream) => stream.kind === kind);
  return candidates.find((stream) => stream.isDefault) ?? candidates[0];
}

/** The tracks that are measured are the tracks that are drawn, copied and compared. Looked up once a film; throws a StageFailure. */
export function mainTracks(film: FilmSource): Promise<MainTracks> {
  const tracks = known.get(film) ?? look(film);
  known.set(film, tracks);
  return tracks;
}

async function look(film: FilmSource): Promise<MainTracks> {
  const header = await readHeader(film);
  if ('unreadable' in header) return FIRST;
  const nameOf = (kind: 'video' | 'audio', otherwise: string) => {
    const stream = mainStream(header.streams, kind);
    return stream ? `0:${stream.index}` : otherwise;
  };
  return { picture: nameOf('video', FIRST.picture), sound: nameOf('audio', FIRST.sound) };
}
