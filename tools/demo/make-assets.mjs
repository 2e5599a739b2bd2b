import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FILM_SECONDS, filmScript } from './film.ass.mjs';

/**
 * Makes the files the demonstration ships: a small film, a proof, a signature, a scan. Run by hand when
 * they should look different: needs ffmpeg, ImageMagick and Noto Sans CJK.
 *   node tools/demo/make-assets.mjs
 */
const TARGET = fileURLToPath(new URL('../../server/assets/demo/', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'kepu-demo-'));
const run = (tool, ...args) => execFileSync(tool, args, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });

writeFileSync(join(work, 'film.ass'), filmScript());
run(
  'ffmpeg', '-y', '-loglevel', 'error', '-f', 'lavfi', '-i', `color=black:s=1920x1080:r=5:d=${FILM_SECONDS}`,
  '-f', 'lavfi', '-i', `aevalsrc=0.08*sin(2*PI*220*t)*(0.6+0.4*sin(2*PI*0.25*t))+0.05*sin(2*PI*330*t)*(0.5+0.5*sin(2*PI*0.1*t)):s=44100:d=${FILM_SECONDS}`,
  '-vf', 'ass=film.ass,format=yuv420p', '-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', '30', '-g', '150', '-bf', '2',
  '-c:a', 'aac', '-b:a', '40k', '-ac', '1', '-movflags', '+faststart', '-map_metadata', '-1', join(TARGET, 'film.mp4'),
);

const FONT = ['-font', 'Noto-Sans-CJK-SC'];
run('convert', '-size', '900x560', 'xc:#f1f4f3', '-fill', '#ffffff', '-draw', 'rectangle 0,0 900,64', '-fill', '#14252b', ...FONT, '-pointsize', '24', '-draw', 'text 28,42 "某视频平台 · 播放页"',
  '-fill', '#0a3f4a', '-draw', 'rectangle 28,92 560,392', '-fill', '#ffffff', '-pointsize', '30', '-draw', 'text 150,252 "一度绿电的旅程"',
  '-fill', '#14252b', '-pointsize', '22', '-draw', 'text 28,440 "发布时间：2024-08-16 10:02"', '-draw', 'text 28,480 "播放 86,214 次 · 点赞 3,201"', '-fill', '#5b6b71', '-pointsize', '18', '-draw', 'text 28,524 "演示用的播放证明，不是真实页面"',
  '-depth', '8', 'PNG32:proof.png');
run('convert', 'proof.png', '-define', 'png:color-type=6', join(TARGET, 'proof.png'));
run('convert', '-size', '720x320', 'xc:none', '-fill', 'none', '-stroke', '#14252b', '-strokewidth', '7', '-draw', "path 'M 90,90 C 150,80 190,70 230,92 M 150,60 C 146,140 130,210 84,250 M 150,150 C 190,180 210,220 250,236'",
  '-draw', "path 'M 300,120 C 380,104 420,104 450,116 M 372,70 C 376,150 372,210 352,256 M 310,180 C 360,170 410,168 448,176'", '-draw', "path 'M 500,100 C 560,92 620,90 664,104 M 576,64 C 580,150 570,230 520,262 M 584,160 C 616,190 640,220 672,250'",
  '-depth', '8', '-define', 'png:color-type=6', `PNG32:${join(TARGET, 'signature.png')}`);
run('convert', '-size', '1240x1754', 'xc:#fdfdfb', '-fill', '#14252b', ...FONT, '-pointsize', '44', '-gravity', 'north', '-draw', 'text 0,140 "推荐表（盖章扫描件 · 演示）"', '-gravity', 'none', '-pointsize', '30',
  '-draw', 'text 140,360 "演示用的扫描件，不是真实文件。"', '-fill', 'none', '-stroke', '#c0392b', '-strokewidth', '8', '-draw', 'circle 900,1300 1020,1300', '-colors', '64', `PNG8:${join(TARGET, 'scan.png')}`);

for (const name of ['film.mp4', 'proof.png', 'signature.png', 'scan.png']) process.stdout.write(`${name} ${Math.round(statSync(join(TARGET, name)).size / 1024)} KB\n`);
