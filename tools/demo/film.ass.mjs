/** The pictures of the sample film as an ASS script: every shape is drawn here, nothing is taken from elsewhere. */

const SECONDS = 132;

const clock = (s) => `${Math.floor(s / 3600)}:${String(Math.floor((s % 3600) / 60)).padStart(2, '0')}:${(s % 60).toFixed(2).padStart(5, '0')}`;
const line = (layer, from, to, style, text) => `Dialogue: ${layer},${clock(from)},${clock(to)},${style},,0,0,0,,${text}`;
const shape = (layer, from, to, colour, path, more = '') => line(layer, from, to, 'Shape', `{\\an7\\pos(0,0)\\1c&H${colour}&${more}\\p1}${path}`);

/** A scene: sky, sun, three hills, and turbines whose blades turn. Colours are BGR. */
function landscape(from, to, { sky, sun, hills, turbines }) {
  const lines = [shape(0, from, to, sky, 'm 0 0 l 1920 0 1920 1080 0 1080')];
  lines.push(line(1, from, to, 'Shape', `{\\an5\\move(1450,330,1560,250)\\1c&H${sun}&\\p1}m 0 -90 b 50 -90 90 -50 90 0 90 50 50 90 0 90 -50 90 -90 50 -90 0 -90 -50 -50 -90 0 -90`));
  hills.forEach((colour, index) => {
    const y = 620 + index * 110;
    lines.push(shape(2 + index, from, to, colour, `m 0 ${y} b 400 ${y - 120} 700 ${y + 60} 1000 ${y - 40} b 1350 ${y - 150} 1600 ${y + 40} 1920 ${y - 60} l 1920 1080 0 1080`));
  });
  for (const [x, y, size] of turbines) {
    lines.push(line(6, from, to, 'Shape', `{\\an7\\pos(${x},${y})\\1c&HFFFFFF&\\p1}m -5 0 l 5 0 9 ${size * 2} -9 ${size * 2}`));
    const blade = `m 0 0 l 7 -${size / 3} 0 -${size} -7 -${size / 3}`;
    const turn = (to - from) * 60;
    for (const angle of [0, 120, 240]) lines.push(line(7, from, to, 'Shape', `{\\an7\\pos(${x},${y})\\org(${x},${y})\\frz${angle}\\t(\\frz${angle - turn})\\1c&HFFFFFF&\\p1}${blade}`));
  }
  return lines;
}

const SUBTITLES = [
  '草原上的风，一年能吹三百多天。', '风推动叶片，叶片带动转轴。', '转轴穿过齿轮箱，转得越来越快。', '磁铁在线圈旁转动，电流就产生了。',
  '风速翻一倍，发电量并不是翻一倍。', '叶片越长，转得反而越慢。', '叶尖的速度却可以超过每小时两百公里。', '风停了怎么办？要靠储能来帮忙。',
  '电网像一张大网，把各地的电连在一起。', '牧民家的冰柜和灯，用的就是这度电。', '一度电，可以让一盏灯亮一百个小时。', '下次起风的时候，抬头看看它们吧。',
];

export function filmScript() {
  const events = [
    shape(0, 0, 7, '4a3f0a', 'm 0 0 l 1920 0 1920 1080 0 1080'),
    line(9, 0.4, 7, 'Title', '{\\fad(500,400)\\pos(960,470)}科普微视频演示片'),
    line(9, 1, 7, 'Small', '{\\fad(500,400)\\pos(960,600)}一度绿电的旅程'),
    ...landscape(7, 48, { sky: 'd6cba9', sun: 'c8e8ff', hills: ['8bae8f', '6f936d', '52724f'], turbines: [[520, 430, 150], [1180, 480, 110], [820, 520, 80]] }),
    ...landscape(48, 88, { sky: '7aa5e8', sun: 'b4e1ff', hills: ['5c7d9c', '46617a', '2f4557'], turbines: [[420, 470, 130], [960, 400, 180], [1500, 520, 90]] }),
    ...landscape(88, 120, { sky: '3a2a17', sun: 'f0f4f6', hills: ['4a3d25', '3a2f1b', '271f10'], turbines: [[640, 450, 150], [1320, 500, 100]] }),
    shape(0, 120, SECONDS, '1a160c', 'm 0 0 l 1920 0 1920 1080 0 1080'),
    line(9, 120.5, SECONDS, 'Credit', '{\\fad(400,0)\\pos(960,540)}主创人员  张某某  李某某\\N制作单位  兴安盟融媒体中心\\N版权单位  兴安盟融媒体中心\\N录制时间  2024年8月'),
    ...SUBTITLES.map((text, index) => line(8, 9 + index * 9.2, 16.6 + index * 9.2, 'Sub', text)),
  ];
  return `[Script Info]
ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080
WrapStyle: 2

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Shape,Noto Sans CJK SC,20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1
Style: Title,Noto Sans CJK SC,112,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,1,0,0,0,100,100,6,0,1,0,0,5,0,0,0,1
Style: Small,Noto Sans CJK SC,60,&H00E3E0C9,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,4,0,1,0,0,5,0,0,0,1
Style: Sub,Noto Sans CJK SC,56,&H00FFFFFF,&H00FFFFFF,&H00202020,&H00000000,1,0,0,0,100,100,2,0,1,3,0,2,60,60,64,1
Style: Credit,Noto Sans CJK SC,52,&H00E8E7DF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,2,0,1,0,0,5,0,0,0,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
${events.join('\n')}
`;
}

export const FILM_SECONDS = SECONDS;
