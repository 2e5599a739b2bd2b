import { failedStage, type FilmRule } from '../rule.js';

/** The measured half of V9: there is sound. That it is Mandarin is attested by the unit's reviewer. */
export const v9: FilmRule = {
  id: 'V9',
  subject: '声音',
  clause: '附件1 一（三）4',
  judge(facts, { film }) {
    const { audio } = facts;
    if (audio === undefined) return null;
    const required = '有配音或解说（普通话由推荐单位审核人认定）';
    if (audio === null) return { verdict: 'fail', measured: '没有音轨', required, advice: '影片里没有声音轨道。导出时请勾选音频，再完整听一遍。' };
    const failed = failedStage(facts, 'sound');
    if (failed) return { ...failed, required };
    if (audio.peakDb === null) return facts.damage === undefined ? null : { verdict: 'unchecked', required, advice: '没能测出声音的大小，请点“重新检测”；若仍不行，由审核人听。' };
    const measured = audio.loudnessLufs !== null && audio.loudnessLufs > -70 ? `${audio.loudnessLufs.toFixed(1)} LUFS` : `最响 ${audio.peakDb.toFixed(0)} dB`;
    if (audio.peakDb <= film.silenceDb) return { verdict: 'fail', measured, required, advice: '有音轨，但从头到尾没有声音。请检查导出设置，再完整听一遍。' };
    return { verdict: 'pass', measured, required, advice: '有声音。是不是普通话，机器不判断，由推荐单位审核人听。' };
  },
};
