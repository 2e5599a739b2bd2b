import type { CampaignConfig } from '../campaign/config.js';
import type { ContainerFacts, FilmFacts } from '../inspection/facts.js';
import type { Finding } from '../inspection/finding.js';
import { filmFindings } from '../inspection/judge.js';

/** What a phone or browser can read of a picked file before the first byte is sent. */
export interface PickedFilm {
  bytes: number;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  /** The first bytes of the file, at least 12, if they could be read. */
  head: Uint8Array | null;
}

/** The same rules the server applies, on what is known so far. Advice: the server decides. */
export function precheck(film: PickedFilm, config: CampaignConfig): Finding[] {
  const facts: FilmFacts = {
    bytes: film.bytes,
    container: film.head ? sniffContainer(film.head) : null,
    durationMs: film.durationMs,
    video: film.width && film.height
      ? { width: film.width, height: film.height, displayWidth: film.width, displayHeight: film.height, codec: null, durationMs: film.durationMs }
      : null,
  };
  return filmFindings(facts, config);
}

const BRANDS_OF_MP4 = /^(?:isom|iso[2-9a-c]|mp4[12]|avc1|M4V |M4VH|M4VP|dash|MSNV|f4v |ndsc|ndsm|ndxs|XAVC)$/u;

/** What a file is by its first bytes; the name and its extension prove nothing (V1). */
export function sniffContainer(head: Uint8Array): ContainerFacts {
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const box = ascii(4, 8);
  if (box === 'ftyp') {
    const majorBrand = ascii(8, 12);
    const isMp4 = BRANDS_OF_MP4.test(majorBrand);
    return { format: isMp4 ? 'mp4' : majorBrand === 'qt  ' ? 'quicktime' : 'unknown', isMp4, majorBrand };
  }
  const other = (format: string): ContainerFacts => ({ format, isMp4: false, majorBrand: null });
  if (box === 'moov' || box === 'mdat' || box === 'wide' || box === 'free' || box === 'skip') return other('quicktime');
  if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3) return other('matroska');
  const start = ascii(0, 4);
  if (start === 'RIFF') return other('avi');
  if (start.startsWith('FLV')) return other('flv');
  if (head[0] === 0x47 && (head.length <= 188 || head[188] === 0x47)) return other('mpeg-ts');
  if (head[0] === 0 && head[1] === 0 && head[2] === 1 && head[3] === 0xba) return other('mpeg-ps');
  if (start === '#EXT' || ascii(0, 6) === 'ffconc') return other('playlist');
  if (start === '\x89PNG' || start.startsWith('\xff\xd8') || start.startsWith('GIF8')) return other('image');
  if (start.startsWith('<')) return other('text');
  return other('unknown');
}
