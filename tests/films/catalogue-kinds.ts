import type { CatalogueFilm } from './catalogue-film.js';
import { but, compliant, type FilmRecipe, type PictureRecipe } from './recipe.js';

const picture = (change: Partial<PictureRecipe>): Pick<FilmRecipe, 'picture'> => ({ picture: { ...compliant.picture, framesPerSecond: 10, ...change } });
const coarse = picture({});
const sound = (change: object) => ({ ...coarse, sound: { levelDb: -6, ...change } });
const AV1 = picture({ codec: 'av1' });
const HEVC = picture({ codec: 'hevc' });
const lost = { kind: 'zeroed', fromShare: 0.5, toShare: 0.53 } as const;

/** What cameras, phones and editing programs make: other encoders, timings, tracks and edit lists. All of it is allowed. */
export const kinds: CatalogueFilm[] = [
  { name: 'AV1', file: but(AV1), breaks: [] },
  { name: 'AV1 in fragments', file: but({ ...AV1, index: 'fragments' }), breaks: [] },
  { name: 'HEVC in 10 bits', file: but(picture({ codec: 'hevc', pixelFormat: 'yuv420p10le' })), breaks: [] },
  { name: 'H.264 in 10 bits', file: but(picture({ pixelFormat: 'yuv420p10le' })), breaks: [] },
  { name: 'H.264 with half the colours', file: but(picture({ pixelFormat: 'yuv422p' })), breaks: [] },
  { name: 'H.264 with all colours', file: but(picture({ pixelFormat: 'yuv444p' })), breaks: [] },
  { name: 'MPEG-4 part 2', file: but(picture({ codec: 'mpeg4' })), breaks: [] },
  { name: 'interlaced', file: but(picture({ encoder: 'tff=1' })), breaks: [] },
  { name: '50 pictures a second', file: but(picture({ framesPerSecond: 50 })), breaks: [] },
  { name: '60 pictures a second', file: but(picture({ framesPerSecond: 60 })), breaks: [] },
  { name: '23.976 pictures a second', file: but(picture({ framesPerSecond: 24_000 / 1_001 })), breaks: [] },
  { name: 'pictures at varying distances', file: but(picture({ framesPerSecond: 25, timing: 'varying' })), breaks: [] },
  { name: 'every picture a key frame', file: but(picture({ framesPerSecond: 25, encoder: 'keyint=1' })), breaks: [] },
  { name: 'a key frame every 300 pictures', file: but(picture({ framesPerSecond: 25, encoder: 'keyint=300:scenecut=0' })), breaks: [] },
  { name: 'sound in MP3', file: but(sound({ codec: 'mp3' })), breaks: [] },
  { name: 'sound in AC-3', file: but(sound({ codec: 'ac3', channels: 2 })), breaks: [] },
  { name: 'stereo', file: but(sound({ channels: 2 })), breaks: [] },
  { name: 'sound in 5.1', file: but(sound({ channels: 6 })), breaks: [] },
  { name: 'two picture tracks', file: but({ ...coarse, pictures: 2 }), breaks: [] },
  { name: 'measurements of a camera', file: but({ ...coarse, extras: 'camera' }), breaks: [] },
  { name: 'ten seconds left out by the edit list', file: but({ ...coarse, seconds: 140, edit: { trimmed: 10 } }), breaks: [], measured: { V4: '2分10秒' } },
  { name: 'sound begins a second and a half late', file: but({ ...coarse, edit: { soundAfter: 1.5 } }), breaks: [] },
];

/** Several things at once, and breaks that show only where something else is unusual. */
export const combined: CatalogueFilm[] = [
  { name: 'too short by its edit list', file: but({ ...coarse, seconds: 125, edit: { trimmed: 10 } }), breaks: ['V4'] },
  { name: 'short enough by its edit list', file: but({ ...coarse, seconds: 305, edit: { trimmed: 10 } }), breaks: [] },
  { name: 'too long at varying distances', file: but({ ...picture({ framesPerSecond: 25, timing: 'varying' }), seconds: 310 }), breaks: ['V4'] },
  { name: '720p, silent, 40 MB', file: but({ ...picture({ width: 1280, height: 720 }), bytes: 40_000_000, sound: { levelDb: null } }), breaks: ['V3', 'V5', 'V9'] },
  { name: 'phone held upright, too short, no sound', file: but({ ...coarse, rotation: 90, seconds: 60, sound: 'none' }), breaks: ['V2', 'V3', 'V4', 'V9'] },
  { name: 'QuickTime, 4:3, too long', file: but({ ...picture({ width: 1440, height: 1080 }), container: 'mov', seconds: 310 }), breaks: ['V1', 'V2', 'V3', 'V4'] },
  { name: 'everything wrong at once', file: but({ ...picture({ width: 640, height: 480 }), container: 'mov', seconds: 60, bytes: 20_000_000, sound: 'none', flaw: lost }), breaks: ['V1', 'V2', 'V3', 'V4', 'V5', 'V9', 'V11'] },
  { name: 'AV1, bytes lost', file: but({ ...AV1, flaw: lost }), breaks: ['V11'] },
  { name: 'AV1, cut off', file: but({ ...AV1, padding: 'before-picture', flaw: { kind: 'cut', atShare: 0.6 } }), breaks: ['V11'] },
  { name: 'HEVC, bytes lost', file: but({ ...HEVC, flaw: lost }), breaks: ['V11'] },
  { name: 'HEVC, bytes flipped', file: but({ ...HEVC, flaw: { kind: 'flipped', fromShare: 0.3, toShare: 0.33, everyBytes: 61 } }), breaks: ['V11'] },
  { name: 'MPEG-4 part 2, bytes lost', file: but({ ...picture({ codec: 'mpeg4' }), flaw: lost }), breaks: ['V11'] },
  { name: 'bytes lost at the very beginning', file: but({ ...coarse, flaw: { kind: 'zeroed', fromShare: 0.001, toShare: 0.02 } }), breaks: ['V11'] },
  { name: 'bytes lost at the very end', file: but({ ...coarse, flaw: { kind: 'zeroed', fromShare: 0.98, toShare: 1 } }), breaks: ['V11'] },
  { name: 'cut off in the last second', file: but({ ...coarse, padding: 'before-picture', flaw: { kind: 'cut', atShare: 0.995 } }), breaks: ['V11'] },
];
