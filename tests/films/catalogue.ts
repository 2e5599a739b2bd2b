import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { writeFile } from 'node:fs/promises';
import { defaultFfmpeg } from './ffmpeg.js';
import { kept } from './film-cache.js';
import { makeFilm } from './make-film.js';
import type { CatalogueFilm } from './catalogue-film.js';
import { combined, kinds } from './catalogue-kinds.js';
import { but, compliant, type FilmRecipe } from './recipe.js';

export type { CatalogueFilm };

/** Few frames and a coarse picture are enough where only the shape of the picture counts. */
const sized = (width: number, height: number, change: Partial<FilmRecipe['picture']> = {}): Pick<FilmRecipe, 'picture'> => ({
  picture: { ...compliant.picture, width, height, framesPerSecond: 10, ...change },
});
/** Where the picture is not the point: fewer frames, so that many films are measured in a short time. */
const coarse = sized(1920, 1080);
/** Lengths to a twenty-fifth of a second. */
const fine = sized(1920, 1080, { framesPerSecond: 25 });
const rareKeys = { encoder: 'keyint=1000:scenecut=0' };
const beyondContainer: RuleId[] = ['V2', 'V3', 'V4', 'V9', 'V11'];
const unopened: RuleId[] = ['V2', 'V3', 'V4', 'V9'];
const lostInMid = { fromShare: 0.5, toShare: 0.53 };

const sound: CatalogueFilm[] = [
  { name: 'compliant', file: compliant, breaks: [] },
  { name: 'compliant at an honest bit rate', file: but({ bytes: null, picture: { detail: { kilobits: 7500 } } }), breaks: [] },
  { name: 'index at the end', file: but({ index: 'end' }), breaks: [] },
  { name: 'in fragments', file: but({ index: 'fragments' }), breaks: [] },
  { name: 'padding before the picture', file: but({ padding: 'before-picture' }), breaks: [] },
  { name: 'HEVC', file: but({ ...sized(1920, 1080, { codec: 'hevc' }) }), breaks: [] },
  { name: 'two sound tracks', file: but({ tracks: 2 }), breaks: [] },
  { name: 'subtitle track, time code, chapters, cover', file: but({ ...coarse, extras: 'editing' }), breaks: [] },
  { name: 'pictures refreshed piece by piece', file: but({ ...sized(1920, 1080, { encoder: 'intra-refresh=1' }) }), breaks: [] },
];

const v1: CatalogueFilm[] = [
  { name: 'QuickTime renamed', file: but({ container: 'mov' }), breaks: ['V1'], measured: { V1: 'QuickTime（MOV）' } },
  { name: 'MKV renamed', file: but({ container: 'matroska', bytes: null }), breaks: ['V1', 'V5'], measured: { V1: 'MKV' }, silent: beyondContainer },
  { name: 'HLS playlist renamed', file: { text: '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/film.ts\n#EXT-X-ENDLIST\n' }, breaks: ['V1', 'V5'], measured: { V1: '播放列表' }, silent: beyondContainer },
  { name: 'text renamed', file: { text: '本片请到网盘下载。\n' }, breaks: ['V1', 'V5'], measured: { V1: '无法识别的文件' }, silent: beyondContainer },
];

const v2: CatalogueFilm[] = [
  { name: '4:3', file: but(sized(1920, 1440)), breaks: ['V2'] },
  { name: 'upright', file: but(sized(1080, 1920)), breaks: ['V2', 'V3'] },
  { name: 'phone held upright', file: but({ rotation: 90 }), breaks: ['V2', 'V3'], measured: { V3: '1080×1920' } },
  { name: 'stored upright, turned on its side', file: but({ ...sized(1080, 1920), rotation: 270 }), breaks: [], measured: { V3: '1920×1080' } },
  { name: 'turned upside down', file: but({ rotation: 180 }), breaks: [] },
  { name: 'wide pixels that make 16:9', file: but(sized(1440, 1080, { pixelAspect: '4:3' })), breaks: [], measured: { V3: '1920×1080' } },
  { name: 'wide pixels that break 16:9', file: but(sized(1920, 1080, { pixelAspect: '4:3' })), breaks: ['V2'], measured: { V3: '2560×1080' } },
  { name: 'narrow pixels that break 16:9', file: but(sized(1920, 1080, { pixelAspect: '8:9' })), breaks: ['V2', 'V3'] },
  { name: '0.4 percent too tall', file: but(sized(1920, 1084)), breaks: [] },
  { name: '0.7 percent too tall', file: but(sized(1920, 1088)), breaks: ['V2'] },
  { name: '0.46 percent too tall', file: but(sized(1920, 1085, { pixelFormat: 'yuv444p' })), breaks: [] },
  { name: '0.55 percent too tall', file: but(sized(1920, 1086)), breaks: ['V2'] },
  { name: '0.52 percent too wide', file: but(sized(1930, 1080)), breaks: ['V2'] },
  { name: '0.4 percent too wide', file: but(sized(1928, 1080)), breaks: [] },
  { name: '0.6 percent too wide', file: but(sized(1932, 1080)), breaks: ['V2'] },
];

const v3: CatalogueFilm[] = [
  { name: '720p', file: but(sized(1280, 720)), breaks: ['V3'], measured: { V3: '1280×720' } },
  { name: 'one column short', file: but(sized(1919, 1080, { pixelFormat: 'yuv444p' })), breaks: ['V3'], measured: { V3: '1919×1080' } },
  { name: 'one line short', file: but(sized(1920, 1079, { pixelFormat: 'yuv444p' })), breaks: ['V3'], measured: { V3: '1920×1079' } },
  { name: '2K of the cinema', file: but(sized(2048, 1152)), breaks: [] },
  { name: '8K', file: but(sized(7680, 4320, { framesPerSecond: 1 })), breaks: [], unchecked: ['V11'] },
  { name: '4K', file: but(sized(3840, 2160, { framesPerSecond: 4 })), breaks: [] },
];

const v4: CatalogueFilm[] = [
  { name: '100 seconds', file: but({ ...coarse, seconds: 100 }), breaks: ['V4'] },
  { name: '119.4 seconds', file: but({ ...coarse, seconds: 119.4 }), breaks: ['V4'] },
  { name: '119.6 seconds', file: but({ ...coarse, seconds: 119.6 }), breaks: [] },
  { name: '300.4 seconds', file: but({ ...coarse, seconds: 300.4 }), breaks: [] },
  { name: '300.6 seconds', file: but({ ...coarse, seconds: 300.6 }), breaks: ['V4'] },
  { name: '119.48 seconds', file: but({ ...fine, seconds: 119.48 }), breaks: ['V4'] },
  { name: '119.52 seconds', file: but({ ...fine, seconds: 119.52 }), breaks: [] },
  { name: '300.48 seconds', file: but({ ...fine, seconds: 300.48 }), breaks: [] },
  { name: '300.52 seconds', file: but({ ...fine, seconds: 300.52 }), breaks: ['V4'] },
  { name: '330 seconds', file: but({ ...coarse, seconds: 330 }), breaks: ['V4'] },
];

const v5: CatalogueFilm[] = [
  { name: '40 MB', file: but({ ...coarse, bytes: 40_000_000 }), breaks: ['V5'] },
  { name: 'one byte short of 100 MB', file: but({ ...coarse, bytes: 99_999_999 }), breaks: ['V5'] },
  { name: 'exactly 100 MB', file: but({ ...coarse, bytes: 100_000_000 }), breaks: [] },
  { name: 'exactly 300 MiB', file: but({ ...coarse, bytes: 314_572_800 }), breaks: [] },
  { name: 'one byte over 300 MiB', file: but({ ...coarse, bytes: 314_572_801 }), breaks: ['V5'] },
];

const v9: CatalogueFilm[] = [
  { name: 'no sound track', file: but({ ...coarse, sound: 'none' }), breaks: ['V9'], measured: { V9: '没有音轨' } },
  { name: 'silent sound track', file: but({ ...coarse, sound: { levelDb: null } }), breaks: ['V9'] },
  { name: 'nothing above -70 dB', file: but({ ...coarse, sound: { levelDb: -70 } }), breaks: ['V9'] },
  { name: 'just below -60 dB', file: but({ ...coarse, sound: { levelDb: -63 } }), breaks: ['V9'] },
  { name: 'just above -60 dB', file: but({ ...coarse, sound: { levelDb: -60 } }), breaks: [], looks: ['V9.loudness', 'V11.still'] },
  { name: 'quiet, but to be heard', file: but({ ...coarse, sound: { levelDb: -50 } }), breaks: [], looks: ['V9.loudness'] },
];

const v11: CatalogueFilm[] = [
  { name: 'cut off, index in front', file: but({ padding: 'before-picture', flaw: { kind: 'cut', atShare: 0.6 } }), breaks: ['V11'], measured: { V11: '1:18 处中断' } },
  { name: 'cut off, index lost', file: but({ index: 'end', padding: 'before-picture', flaw: { kind: 'cut', atShare: 0.6 } }), breaks: ['V11'], measured: { V11: '文件不完整' }, silent: unopened },
  { name: 'cut off in a fragment', file: but({ index: 'fragments', bytes: null, flaw: { kind: 'cut', atShare: 0.6 } }), breaks: ['V4', 'V5', 'V11'] },
  { name: 'bytes flipped in the middle', file: but({ flaw: { kind: 'flipped', ...lostInMid, everyBytes: 97 } }), breaks: ['V11'] },
  { name: 'bytes lost in the middle', file: but({ flaw: { kind: 'zeroed', ...lostInMid } }), breaks: ['V11'] },
  { name: 'header claims 50 seconds more', file: but({ seconds: 130, flaw: { kind: 'claims', seconds: 180 } }), breaks: ['V11'], measured: { V11: '2:10 处中断' } },
];

/** Films a machine cannot judge, but can point at. */
const hints: CatalogueFilm[] = [
  { name: 'bars above and below', file: but(sized(1920, 1080, { frame: { black: { width: 1, height: 0.744 } } })), breaks: [], looks: ['V2.bars'] },
  { name: 'bars on both sides', file: but(sized(1920, 1080, { frame: { black: { width: 0.75, height: 1 } } })), breaks: [], looks: ['V2.bars'] },
  { name: 'bars on all four sides', file: but(sized(1920, 1080, { frame: { black: { width: 0.8, height: 0.8 } } })), breaks: [], looks: ['V2.bars'] },
  { name: 'a black line of 0.5 percent', file: but(sized(1920, 1080, { frame: { black: { width: 1, height: 0.99 } } })), breaks: [] },
  { name: 'blurred sides', file: but({ bytes: null, ...sized(1920, 1080, { backdrop: 'shapes', frame: { blurredSides: { width: 0.5625 } } }) }), breaks: [], looks: ['V2.bars'] },
  { name: 'shapes all over', file: but({ bytes: null, ...sized(1920, 1080, { backdrop: 'shapes' }) }), breaks: [] },
  { name: 'upright, with blurred sides', file: but(sized(1920, 1080, { backdrop: 'shapes', frame: { blurredSides: { width: 0.316 } } })), breaks: [], looks: ['V2.bars'] },
  { name: 'bars, key frames 12 seconds apart', file: but(sized(1920, 1080, { ...rareKeys, frame: { black: { width: 1, height: 0.744 } } })), breaks: [], looks: ['V2.bars'] },
  { name: 'black for 12 seconds', file: but({ ...coarse, interlude: { kind: 'black', seconds: 12 } }), breaks: [], looks: ['V11.still'], seen: { 'V11.still': '0:52–1:04 黑屏 12秒' } },
  { name: 'black for 3 seconds', file: but({ ...coarse, interlude: { kind: 'black', seconds: 3 } }), breaks: [] },
  { name: 'frozen for 20 seconds', file: but({ ...coarse, interlude: { kind: 'still', seconds: 20 } }), breaks: [], looks: ['V11.still'], seen: { 'V11.still': '0:52–1:12 画面不动 20秒' } },
  { name: 'frozen, key frames 12 seconds apart', file: but({ ...sized(1920, 1080, rareKeys), interlude: { kind: 'still', seconds: 20 } }), breaks: [], looks: ['V11.still'] },
  { name: 'a still of 7 seconds', file: but({ ...coarse, interlude: { kind: 'still', seconds: 7 } }), breaks: [] },
  { name: 'silent for 20 seconds', file: but({ ...coarse, sound: { levelDb: -6, silent: { from: 60, to: 80 } } }), breaks: [], looks: ['V11.still'], seen: { 'V11.still': '1:00–1:20 没有声音 20秒' } },
  { name: 'silent for 6 seconds', file: but({ ...coarse, sound: { levelDb: -6, silent: { from: 60, to: 66 } } }), breaks: [] },
  { name: 'enlarged from 540 lines', file: but(sized(1920, 1080, { enlargedFrom: 540 })), breaks: [], looks: ['V3.detail'] },
  { name: 'enlarged from 720 lines', file: but(sized(1920, 1080, { enlargedFrom: 720 })), breaks: [], missed: ['V3.detail'] },
  { name: 'quiet', file: but({ ...coarse, sound: { levelDb: -34 } }), breaks: [], looks: ['V9.loudness'] },
];

/** One film for each way to keep or break a rule about the file, borderline values on both sides. */
export const CATALOGUE: readonly CatalogueFilm[] = [...sound, ...v1, ...v2, ...v3, ...v4, ...v5, ...v9, ...v11, ...hints, ...kinds, ...combined];

/** The film of an entry, from the cache or made now. Nobody may change the file. */
export function fileOf({ file }: CatalogueFilm, tool = defaultFfmpeg): Promise<string> {
  return 'text' in file ? kept('text', file, (path) => writeFile(path, file.text)) : kept('film', file, (path) => makeFilm(file, path, tool));
}

/** The entry of this name; throws with the names there are. */
export function catalogued(name: string): CatalogueFilm {
  const film = CATALOGUE.find((entry) => entry.name === name);
  if (!film) throw new Error(`no film is called ${name}; there are: ${CATALOGUE.map((entry) => entry.name).join(', ')}`);
  return film;
}
