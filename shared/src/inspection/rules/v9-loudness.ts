import type { FilmRule } from '../rule.js';

/** How loud the film is as a whole, by EBU R128. The notice sets no limit, so this never fails. */
export const v9Loudness: FilmRule = {
  id: 'V9',
  part: 'loudness',
  subject: '音量',
  clause: '附件1 一（三）4',
  judge({ audio }, { film, hints }) {
    if (!audio || audio.loudnessLufs === null || audio.peakDb === null || audio.peakDb <= film.silenceDb) return null;
    const { loudnessLufs } = audio;
    if (loudnessLufs >= hints.quietLufs && loudnessLufs <= hints.loudLufs) return null;
    const isQuiet = loudnessLufs < hints.quietLufs;
    return {
      verdict: 'look',
      measured: `${loudnessLufs.toFixed(1)} LUFS，${isQuiet ? '声音很小' : '声音很大'}`,
      required: `听得清，在 ${hints.quietLufs} 到 ${hints.loudLufs} LUFS 之间`,
      advice: isQuiet ? '声音很小，评委可能听不清解说。请把整体音量调大后重新导出。' : '声音很大，可能刺耳或破音。请把整体音量调小后重新导出。',
    };
  },
};
