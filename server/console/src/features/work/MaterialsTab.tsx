import type { WorkView } from '@kepu/shared/contracts/work';
import { materialKind } from '@kepu/shared/forms/work-form';
import { asksLicenceProof } from '@kepu/shared/rules/proofs';
import { sayTimecode } from '@kepu/shared/time';
import { Button } from 'antd';
import { Empty } from '../../ui/Empty';
import { useCampaign } from '../campaign/current';
import { Quote } from '../campaign/Quote';
import styles from './Dossier.module.css';
import { Proofs } from './Proofs';
import { shareLine } from './work-words';

interface Props {
  work: WorkView;
  onSeek: (ms: number) => void;
}

/** What the film quotes, where, and by which licence; a range is a jump. */
export function MaterialsTab({ work, onSeek }: Props) {
  const { config } = useCampaign();
  const { form, film } = work;
  if (form.materials.length === 0) {
    return (
      <Empty icon="ticked" title={form.allOriginal ? '作者确认全片原创' : '还没有填写'}>
        {form.allOriginal ? '没有引用任何素材，也没有使用人工智能生成的内容。' : null}
      </Empty>
    );
  }
  return (
    <>
      {form.materials.map((material) => {
        const kind = materialKind(config, material.kindId);
        return (
          <div key={material.id} className={styles.item}>
            <p className={styles.line}>
              <b>{kind?.label ?? '没有选择类型'}</b>
              <span>{material.note}</span>
              <span className={styles.time}>
                {material.ranges.map((range) => (
                  <Button key={`${range.fromMs}-${range.toMs}`} size="small" type="link" onClick={() => onSeek(range.fromMs)}>
                    {sayTimecode(range.fromMs, true)}–{sayTimecode(range.toMs, true)}
                  </Button>
                ))}
              </span>
            </p>
            <p className={styles.quiet}>
              {[material.licenceWay, material.licenceTerritory, material.licenceTerm].filter(Boolean).join(' · ') || '没有填写授权'}
              {kind?.timed === false && ' · 由人判断，不按时长计入'}
            </p>
            <Proofs ids={material.proofIds} files={work.files} missing={asksLicenceProof(material, config) ? '没有授权证明' : '不要求证明文件'} />
          </div>
        );
      })}
      <p className={styles.item}>非原创合计 {shareLine(form, film?.durationMs ?? null, config)}</p>
      <div className={styles.note}>
        <Quote of="nonOriginal" rules="O3" mark="不得超过视频总时长的10%" />
      </div>
    </>
  );
}
