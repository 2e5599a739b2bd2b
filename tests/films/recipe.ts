/** A film as data: the same recipe always makes the same film, so a film is kept under the hash of its recipe. */
export interface FilmRecipe {
  /** Length of picture and sound in seconds, at least that of opening and closing together. */
  seconds: number;
  picture: PictureRecipe;
  /** A piece put into the middle, of this length: nothing but black, or one picture that stands still. */
  interlude: { kind: 'black' | 'still'; seconds: number } | null;
  /** What the display matrix says: degrees a player turns the picture clockwise. */
  rotation: 0 | 90 | 180 | 270;
  sound: SoundRecipe;
  /** How many sound tracks: each further one is a copy of the first. */
  tracks: number;
  /** How many picture tracks: each further one is a copy of the first. */
  pictures: number;
  /** editing: what editing programs add, a subtitle track, a time code track, chapters, a cover picture. camera: measurements in a track no player knows. */
  extras: 'editing' | 'camera' | null;
  /** Seconds an edit list leaves out at the beginning of picture and sound, which are in the file; and by how much sound begins later. */
  edit: { trimmed: number } | { soundAfter: number } | null;
  container: 'mp4' | 'mov' | 'matroska';
  /** Where the index (moov) stands, or none at all but one per fragment. */
  index: 'front' | 'end' | 'fragments';
  /** Exact size of the finished file, reached by one empty box; null: as large as it comes out. */
  bytes: number | null;
  /** Bytes of the empty box: behind everything, or between index and picture. It takes no room on disk. */
  padding: 'behind' | 'before-picture';
  flaw: Flaw | null;
}

export interface PictureRecipe {
  width: number;
  height: number;
  framesPerSecond: number;
  /** Width of a pixel by its height: `4:3`. */
  pixelAspect: string;
  codec: 'h264' | 'hevc' | 'av1' | 'mpeg4';
  pixelFormat: 'yuv420p' | 'yuv422p' | 'yuv444p' | 'yuv420p10le';
  /** varying: every other second, four of five pictures are left out. */
  timing: 'even' | 'varying';
  /** plain: flat surfaces, a few hundred kbit/s. rich: film grain at this many kbit/s. */
  detail: 'plain' | { kilobits: number };
  /** What is behind the words: flat skies, or shapes that fill the whole picture. */
  backdrop: 'skies' | 'shapes';
  /** How the shot picture sits in the frame. Shares are of the frame's width and height. */
  frame: 'full' | { black: { width: number; height: number } } | { blurredSides: { width: number } };
  /** Height it was made at before it was enlarged; null: its own. */
  enlargedFrom: number | null;
  /** Further settings of the encoder, in its own words. */
  encoder: string;
  captions: Captions;
}

/** What is burnt into the picture. */
export interface Captions {
  title: string;
  subtitles: string[];
  credits: string[];
  /** A small caption in the upper left corner, scene by scene; none where there is no entry. */
  corner?: string[];
}

/** voice: syllables of a changing tone. `levelDb` is the loudest sample; null: zeros only. `silent`: seconds without any. */
export type SoundRecipe = 'none' | { levelDb: number | null; silent?: { from: number; to: number }; codec?: 'aac' | 'mp3' | 'ac3'; channels?: number };

/** What goes wrong after the export. Shares are of the picture-and-sound bytes. */
export type Flaw =
  | { kind: 'cut'; atShare: number }
  | { kind: 'flipped'; fromShare: number; toShare: number; everyBytes: number }
  | { kind: 'zeroed'; fromShare: number; toShare: number }
  | { kind: 'claims'; seconds: number };

/** A film that keeps every rule of the 2025 call: 2:10, 1920 × 1080, 110 MB. */
export const compliant: FilmRecipe = {
  seconds: 130,
  picture: {
    width: 1920,
    height: 1080,
    framesPerSecond: 25,
    pixelAspect: '1:1',
    codec: 'h264',
    pixelFormat: 'yuv420p',
    timing: 'even',
    detail: 'plain',
    backdrop: 'skies',
    frame: 'full',
    enlargedFrom: null,
    encoder: '',
    captions: {
      title: '风从草原来',
      subtitles: ['草原上的风，一年吹三千个小时。', '叶片转一圈，大约要五秒钟。', '齿轮箱让发电机转得更快。', '一度电就这样出发了。'],
      credits: ['主创人员：张某某 李某某', '制作单位：某某融媒体中心', '版权单位：某某融媒体中心', '录制时间：2024年8月'],
    },
  },
  interlude: null,
  rotation: 0,
  sound: { levelDb: -6 },
  tracks: 1,
  pictures: 1,
  extras: null,
  edit: null,
  container: 'mp4',
  index: 'front',
  bytes: 110_000_000,
  padding: 'behind',
  flaw: null,
};

/** The compliant film with a few things changed. */
export function but(change: Partial<Omit<FilmRecipe, 'picture'>> & { picture?: Partial<PictureRecipe> }): FilmRecipe {
  return { ...compliant, ...change, picture: { ...compliant.picture, ...change.picture } };
}
