import type { Captions } from './recipe.js';

/** Parts of the clip a film is put together from, in seconds. */
export const OPENING = 4;
export const CLOSING = 5;
export const SCENE = 3;

const NIGHT = '0x24384f';
const SKIES = ['0x3f7fb5', '0x5b86a8', '0x7a6f9b', '0x4a7f86'];

/** What is behind the words: a colour and how long it lasts, in order. */
export function backgrounds({ subtitles }: Captions): { colour: string; seconds: number }[] {
  const skies = subtitles.map((_, i) => ({ colour: SKIES[i % SKIES.length] ?? NIGHT, seconds: SCENE }));
  return [{ colour: NIGHT, seconds: OPENING }, ...skies, { colour: NIGHT, seconds: CLOSING }];
}

/** Length of the body's scenes together. */
export const bodySeconds = ({ subtitles }: Captions): number => subtitles.length * SCENE;

/** Opening, one scene per subtitle with a sun that moves, closing, as an ASS script. */
export function captionScript(captions: Captions): string {
  const body = bodySeconds(captions);
  const events = [
    line(0, OPENING, 'title', captions.title),
    ...captions.subtitles.flatMap((text, i) => scene(OPENING + i * SCENE, text)),
    ...(captions.corner ?? []).flatMap((text, i) => (text === '' ? [] : [line(OPENING + i * SCENE, OPENING + (i + 1) * SCENE, 'corner', text, 1)])),
    line(OPENING + body, OPENING + body + CLOSING, 'credits', captions.credits.join('\\N')),
  ];
  return [
    '[Script Info]', 'ScriptType: v4.00+', 'PlayResX: 1920', 'PlayResY: 1080', 'WrapStyle: 2',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV',
    'Style: title,Noto Sans SC,150,&H00FFFFFF,&H00000000,1,4,0,5,60,60,60',
    'Style: credits,Noto Sans SC,64,&H00FFFFFF,&H00000000,1,0,0,5,60,60,60',
    'Style: subtitle,Noto Sans SC,60,&H00FFFFFF,&H00000000,1,4,0,2,60,60,60',
    ...(captions.corner ? ['Style: corner,Noto Sans SC,48,&H00FFFFFF,&H00000000,1,3,0,7,60,60,60'] : []),
    'Style: sun,Noto Sans SC,20,&H0060D8FF,&H00000000,1,0,0,7,0,0,0',
    '[Events]', 'Format: Layer, Start, End, Style, Text',
    ...events, '',
  ].join('\n');
}

function scene(start: number, text: string): string[] {
  const end = start + SCENE;
  return [
    line(start, end, 'sun', '{\\p1\\move(300,300,1600,220)}m 0 -90 b 120 -90 120 90 0 90 b -120 90 -120 -90 0 -90'),
    line(start, end, 'subtitle', text, 1),
  ];
}

function line(start: number, end: number, style: string, text: string, layer = 0): string {
  return `Dialogue: ${layer},${clock(start)},${clock(end)},${style},${text}`;
}

/** 75 → 0:01:15.00 */
function clock(seconds: number): string {
  return `0:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(2).padStart(5, '0')}`;
}
