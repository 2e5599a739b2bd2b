import { useEffect, useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ComputerDeskReply } from '@kepu/shared/contracts/computer';
import { sayBytes } from '@kepu/shared/errors';
import { ORIGINAL_ADVICE } from '@kepu/shared/upload/compression';
import { DropZone } from './DropZone';
import { Findings } from './Findings';
import styles from './pc.module.css';
import { examineFilm, sayUnreadable, sortFiles, type PickedFilm } from './picked';
import { Progress } from './Progress';
import type { Sender } from './sender';
import { useSent } from './use-sent';

interface FilmCardProps {
  desk: ComputerDeskReply;
  config: CampaignConfig;
  sender: Sender;
  onSent: () => void;
}

/** 成片: dropped, checked here, sent, inspected there. An upload the phone began goes on from where it stands. */
export function FilmCard({ desk, config, sender, onSent }: FilmCardProps) {
  const [picked, setPicked] = useState<PickedFilm | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sent = useSent(sender).find(({ meta, progress }) => meta.purpose === 'film' && !progress.uploadComplete);
  useEffect(() => {
    const done = (file: { id: string; meta: { purpose: string } } | undefined) => {
      if (file?.meta.purpose === 'film') onSent();
    };
    sender.uppy.on('upload-success', done);
    return () => void sender.uppy.off('upload-success', done);
  }, [sender, onSent]);
  const take = async (files: File[]) => {
    const { films } = sortFiles(files);
    setProblem(films.length === 1 ? null : films.length > 1 ? '一部作品只有一个成片，请只拖一个 MP4。' : '这里放成片，要 MP4 文件；证明放右边。');
    const [film] = films;
    setPicked(null);
    if (!film || films.length > 1) return;
    try {
      setPicked(await examineFilm(film, config));
    } catch {
      setProblem(sayUnreadable(film));
    }
  };
  const send = (film: PickedFilm) => {
    sender.send({ file: film.file, fingerprint: film.fingerprint, purpose: 'film', place: '', uploadUrl: isSame(film, desk) ? (desk.upload?.url ?? null) : null });
    setPicked(null);
  };
  return (
    <section className={styles.card} aria-label="成片">
      <h3>成片</h3>
      {sent ? <Progress sender={sender} file={sent} /> : (
        <>
          {desk.film && !picked && <Stored film={desk.film} />}
          {picked ? <Check film={picked} desk={desk} onSend={() => send(picked)} onOther={() => setPicked(null)} /> : (
            <>
              {desk.upload && <p className={styles.notice}>{desk.upload.name} 传到 {percentOf(desk.upload.offset, desk.upload.bytes)}（{desk.upload.device ?? '另一台设备'}）。选同一个文件，从这里接着传。</p>}
              <DropZone label={desk.film ? '选文件，换成片' : '选成片文件'} accept=".mp4,.m4v" takesFolder={false} onFiles={(files) => void take(files)}>
                <p className={styles.dropTitle}>{desk.film ? '要换成片，把新的 MP4 拖到这里' : '把成片 MP4 拖到这里'}</p>
                <p className={styles.hint}>选导出的原片，先在这台电脑上核对，再上传</p>
              </DropZone>
            </>
          )}
          {problem !== null && <p className={styles.bad} role="alert">{problem}</p>}
        </>
      )}
    </section>
  );
}

const percentOf = (part: number, whole: number) => `${Math.floor((part / whole) * 100)}%`;

const isSame = ({ file, fingerprint }: PickedFilm, { upload }: ComputerDeskReply) => upload !== null && upload.bytes === file.size && (upload.fingerprint === null || upload.fingerprint === fingerprint);

function Check({ film, desk, onSend, onOther }: { film: PickedFilm; desk: ComputerDeskReply; onSend: () => void; onOther: () => void }) {
  const fails = film.findings.filter(({ verdict }) => verdict === 'fail');
  const goesOn = isSame(film, desk) && desk.upload !== null;
  return (
    <>
      <p className={styles.name}>{film.file.name}<span className={styles.hint}>{sayBytes(film.file.size)} · 还没有上传</span></p>
      {film.refusals.map((sentence) => <p key={sentence} className={styles.bad} role="alert">{sentence}</p>)}
      {film.isCompressed && (
        <div className={styles.notice} role="alert">
          <b>{ORIGINAL_ADVICE.computer.title}</b>
          <p>{ORIGINAL_ADVICE.computer.text}</p>
          <ol>{ORIGINAL_ADVICE.computer.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        </div>
      )}
      <Findings findings={film.findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'look' || verdict === 'pass')} />
      {!goesOn && desk.upload && <p className={styles.notice}>另一个文件 {desk.upload.name} 传到了 {percentOf(desk.upload.offset, desk.upload.bytes)}，上传这个会替换它。</p>}
      {fails.length > 0 && <p className={styles.hint}>有 {fails.length} 项不合要求，传上去多半也通不过；以服务器检测为准。</p>}
      <div className={styles.row}>
        <button type="button" className={styles.primary} disabled={film.refusals.length > 0} onClick={onSend}>{goesOn && desk.upload ? `从 ${percentOf(desk.upload.offset, desk.upload.bytes)} 接着传` : fails.length > 0 ? '仍然上传' : '开始上传'}</button>
        <button type="button" className={styles.plain} onClick={onOther}>重新选</button>
      </div>
    </>
  );
}

function Stored({ film }: { film: NonNullable<ComputerDeskReply['film']> }) {
  const fails = film.findings.filter(({ verdict }) => verdict === 'fail').length;
  const looks = film.findings.filter(({ verdict }) => verdict === 'look').length;
  const unchecked = film.findings.filter(({ verdict, isMoot }) => verdict === 'unchecked' && !isMoot).length;
  const result = [fails > 0 ? `${fails} 项不通过` : '', looks > 0 ? `${looks} 项要人看` : '', unchecked > 0 ? `${unchecked} 项没能检测` : ''].filter(Boolean).join('，');
  return (
    <>
      <p className={styles.name}>{film.name}<span className={styles.hint}>{sayBytes(film.bytes)} · 已传完</span></p>
      {(film.state === 'queued' || film.state === 'running') && <p className={styles.notice} role="status">正在自动检测，约 1 分钟。可以关掉这个页面，手机上看结果。</p>}
      {film.state === 'failed' && <p className={styles.notice} role="status">自动检测暂时没有完成，请在手机上点“重新检测”。</p>}
      {film.state === 'done' && <p className={fails > 0 ? styles.bad : unchecked > 0 ? styles.notice : styles.good} role="status">检测完成：{result || '没有发现问题'}。细节在手机上看。</p>}
      <Findings findings={film.findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'look')} />
    </>
  );
}
