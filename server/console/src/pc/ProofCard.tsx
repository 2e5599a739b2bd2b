import { useEffect, useState } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ComputerDeskReply, ProofPlace } from '@kepu/shared/contracts/computer';
import { sayBytes } from '@kepu/shared/errors';
import { kindsOf } from '@kepu/shared/upload/policy';
import { DropZone } from './DropZone';
import styles from './pc.module.css';
import { examineProof, sortFiles, type PickedProof } from './picked';
import { sayFailure, type Sender } from './sender';
import { useSent } from './use-sent';

interface ProofCardProps {
  desk: ComputerDeskReply;
  config: CampaignConfig;
  sender: Sender;
  onSent: () => void;
}

interface Waiting extends PickedProof {
  /** Index into the choices. */
  choice: number;
}

/** For proofs whose entry is not chosen, or not on the form yet. */
const UNASSIGNED: ProofPlace[] = [
  { id: 'unassigned', purpose: 'broadcast-proof', label: '播放证明，稍后在手机上归到一条' },
  { id: 'unassigned', purpose: 'licence-proof', label: '授权证明，稍后在手机上归到一条' },
];

/** 证明: files or a whole folder, each with the entry of the form it belongs to. */
export function ProofCard({ desk, config, sender, onSent }: ProofCardProps) {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [passedOver, setPassedOver] = useState<string[]>([]);
  const onWay = useSent(sender).filter(({ meta, progress }) => meta.purpose !== 'film' && !progress.uploadComplete);
  const choices = [...desk.places, ...UNASSIGNED];
  useEffect(() => {
    const done = () => onSent();
    sender.uppy.on('complete', done);
    return () => void sender.uppy.off('complete', done);
  }, [sender, onSent]);
  const take = async (files: File[]) => {
    const { proofs, films, others } = sortFiles(files);
    const examined = await Promise.all(proofs.map((file) => examineProof(file, config)));
    const isIn = (list: Waiting[], { file, fingerprint }: PickedProof) => list.some((proof) => proof.file.name === file.name && proof.fingerprint === fingerprint);
    // With one entry there is nothing to choose; otherwise nobody's guess.
    const choice = desk.places.length === 1 ? 0 : desk.places.length;
    // The same folder chosen again adds only what is new in it.
    setWaiting((list) => [...list, ...examined.filter((proof) => !isIn(list, proof)).map((proof) => ({ ...proof, choice }))]);
    setPassedOver([...films, ...others].map(({ name }) => name));
  };
  const change = (index: number, next: Partial<Waiting> | null) => setWaiting((list) => list.flatMap((proof, at) => (at !== index ? [proof] : next ? [{ ...proof, ...next }] : [])));
  const ready = waiting.filter(({ refusals }) => refusals.length === 0);
  const sendAll = () => {
    for (const { file, fingerprint, choice } of ready) {
      const place = choices[choice] ?? UNASSIGNED[0];
      if (place) sender.send({ file, fingerprint, purpose: place.purpose, place: place.id, uploadUrl: null });
    }
    setWaiting((list) => list.filter(({ refusals }) => refusals.length > 0));
  };
  return (
    <section className={styles.card} aria-label="证明材料">
      <h3>播放证明、授权证明</h3>
      <DropZone label="选证明文件" accept=".pdf,.jpg,.jpeg,.png" takesFolder onFiles={(files) => void take(files)}>
        <p className={styles.dropTitle}>把文件或整个文件夹拖到这里</p>
        <p className={styles.hint}>{kindsOf('broadcast-proof').said}，每份不超过 {sayBytes(config.proof.maxBytes)}</p>
      </DropZone>
      {passedOver.length > 0 && <p className={styles.notice} role="status">没有收：{passedOver.join('、')}</p>}
      {waiting.map((proof, index) => (
        <div key={`${proof.fingerprint}${index}`} className={styles.proof}>
          <p className={styles.name}>{proof.file.name}<span className={styles.hint}>{sayBytes(proof.file.size)}</span></p>
          {proof.refusals.map((sentence) => <p key={sentence} className={styles.bad}>{sentence}</p>)}
          <div className={styles.row}>
            <select aria-label={`${proof.file.name} 属于哪一条`} value={proof.choice} onChange={(event) => change(index, { choice: Number(event.currentTarget.value) })}>
              {choices.map((place, at) => <option key={`${place.purpose}${place.id}`} value={at}>{place.label}</option>)}
            </select>
            <button type="button" className={styles.plain} aria-label={`不传${proof.file.name}`} onClick={() => change(index, null)}>移除</button>
          </div>
        </div>
      ))}
      {ready.length > 0 && <div className={styles.row}><button type="button" className={styles.primary} onClick={sendAll}>上传 {ready.length} 份</button></div>}
      {onWay.map((file) => (
        <p key={file.id} className={styles.proof}>
          {file.name} <span className={styles.hint}>{file.error ? '' : `上传中 ${file.progress.percentage ?? 0}%`}</span>
          {file.error && <><span className={styles.bad}>{sayFailure(file)}</span><button type="button" className={styles.plain} onClick={() => sender.uppy.removeFile(file.id)}>知道了</button></>}
        </p>
      ))}
      <Stored desk={desk} />
    </section>
  );
}

function Stored({ desk }: { desk: ComputerDeskReply }) {
  if (desk.proofs.length === 0) return null;
  const labelOf = (place: string | null) => desk.places.find(({ id }) => id === place)?.label ?? '还没归到哪一条，在手机上选';
  return (
    <ul className={styles.stored} aria-label="已传的证明">
      {desk.proofs.map(({ id, name, bytes, place }) => <li key={id}><b>{name}</b> <span className={styles.hint}>{sayBytes(bytes)} · {labelOf(place)}</span></li>)}
    </ul>
  );
}
