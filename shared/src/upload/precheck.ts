import type { CampaignConfig } from '../campaign/config.js';
import type { ContainerFacts, FilmFacts } from '../inspection/facts.js';
import type { ShownFinding } from '../inspection/finding.js';
import { filmFindings, shownVerdict } from '../inspection/judge.js';

/** What a phone or browser can read of a picked file before the first byte is sent. */
export interface PickedFilm {
  bytes: number;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  /** The first bytes of the file, at least 12, if they could be read. */
  head: Uint8Array | null;
}

/** The same rules the server applies, on what is known so far, as this call shows them. Advice: the server decides. */
export function precheck(film: PickedFilm, config: CampaignConfig): ShownFinding[] {
  const facts: FilmFacts = {
    bytes: film.bytes,
    container: film.head ? sniffContainer(film.head) : null,
    durationMs: film.durationMs,
    video: film.width && film.height
      ? { width: film.width, height: film.height, displayWidth: film.width, displayHeight: film.height, codec: null, durationMs: film.durationMs }
      : null,
  };
  return filmFindings(facts, config).map((finding) => ({ ...finding, verdict: shownVerdict(finding, config) }));
}

/** What MP4 files call themselves: the standard's own names, then those of Apple, DASH and CMAF, Sony, Adobe and Nero. */
const BRANDS_OF_MP4 = /^(?:isom|iso[2-9a-c]|mp4[12]|mp71|avc1|M4V[ HP]|dash|msdh|cmf[2cs]|MSNV|XAVC|f4v |F4V |nd[sx][chmps]|ND[SX][CHMPS])$/u;

/** Relatives of MP4 that are none, though they name it among what they are compatible with: phone clips, sound alone, stills, raw photographs. */
const BRANDS_OF_OTHERS = /^(?:qt {2}|3g..|M4[ABP] |hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fos]|crx |jp[2mx] |mjp2)$/u;

/** What a file is by its first bytes; the name and its extension prove nothing (V1). */
export function sniffContainer(head: Uint8Array): ContainerFacts {
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const box = ascii(4, 8);
  if (box === 'ftyp') {
    const majorBrand = ascii(8, 12);
    const isMp4 = BRANDS_OF_MP4.test(majorBrand) || (!BRANDS_OF_OTHERS.test(majorBrand) && compatibleBrands(head).some((brand) => BRANDS_OF_MP4.test(brand)));
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

/** The brands a `ftyp` box lists after its own: a reader that knows one of them can read the file (ISO/IEC 14496-12). */
function compatibleBrands(head: Uint8Array): string[] {
  const end = Math.min(head.length, new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0));
  const brands: string[] = [];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(String.fromCharCode(...head.subarray(at, at + 4)));
  return brands;
}
