import type { WorkView } from '@kepu/shared/contracts/work';
import { sentenceOf, type Reason } from '@kepu/shared/errors';
import { formReasons } from '@kepu/shared/forms/check-form';
import { isPersonal, textField, textsOf, type TextFieldName } from '@kepu/shared/forms/work-form';
import { signatureReasons } from '@kepu/shared/rules/submission';
import { countCharacters } from '@kepu/shared/text';
import { isDay, sayDay, sayFullMoment } from '@kepu/shared/time';
import type { ReactNode } from 'react';
import { Fact, Facts } from '../../ui/Facts';
import { Tick } from '../../ui/Tick';
import { useCampaign, useUnitName } from '../campaign/current';
import { ContactFacts } from './ContactFacts';
import styles from './Dossier.module.css';
import { shareLine } from './work-words';

/**
 * The recommendation form as it was handed in, each row with what the rules say about it now. A draft's gaps
 * are its creator's business: they are shown as empty, not as wrong.
 */
export function FormTab({ work }: { work: WorkView }) {
  const { config, units } = useCampaign();
  const unitName = useUnitName();
  const { form, film, signature } = work;
  const unit = units.find((candidate) => candidate.id === form.unitId);
  // What is masked here cannot be judged here.
  const reasons = work.version ? formReasons(form, { config, durationMs: film?.durationMs ?? null, listedAreas: unit?.listedAreas ?? [] }).filter(({ path = '' }) => !isPersonal(path)) : [];
  const of = (path: string) => reasons.filter((reason) => reason.path?.split('.')[0] === path);
  const unheld = signature ? signatureReasons(signature) : [];
  const isProduced = isDay(form.producedDay);
  return (
    <Facts>
      {textsOf('about').map((name) => <TextFact key={name} field={name} work={work} reasons={of(name)} />)}
      <Fact label="推荐单位">{unitName(form.unitId)}</Fact>
      <Fact label="制作完成" remark={isProduced && work.version && of('producedDay').length === 0 && <Tick>在期限内</Tick>} isMarked={of('producedDay').length > 0}>
        {isProduced ? sayDay(form.producedDay) : <Blank />}
        <Sentences of={of('producedDay')} />
      </Fact>
      <Fact label="主创人员" isMarked={of('creators').length > 0}>
        {form.creators.length === 0 && <Blank />}
        {form.creators.map((creator, index) => (
          <div key={creator.id}>
            {creator.name}（{[index === 0 && '第一作者', creator.organisation, creator.post].filter(Boolean).join('，')}）
          </div>
        ))}
        <Sentences of={of('creators')} />
      </Fact>
      <Fact label="制作单位" isMarked={of('producingUnits').length > 0}>
        {form.producingUnits.map((entry) => entry.name).join('；') || '个人作品'}
        <Sentences of={of('producingUnits')} />
      </Fact>
      <ContactFacts work={work} />
      {textsOf('texts').map((name) => <TextFact key={name} field={name} work={work} reasons={of(name)} />)}
      <Fact label="引用素材" isMarked={of('materials').length + of('allOriginal').length > 0}>
        {shareLine(form, film?.durationMs ?? null, config)}
        <Sentences of={[...of('materials'), ...of('allOriginal')]} />
      </Fact>
      <Fact label="承诺与签名" isMarked={unheld.length > 0} remark={signature && unheld.length === 0 && <Tick>与推荐表、承诺文字一致</Tick>}>
        {signature ? (
          <>
            <img className={styles.signature} src={signature.image} alt="第一作者的手写签名" /> {sayFullMoment(signature.signedAt)}
            <Sentences of={unheld} />
          </>
        ) : (
          '没有签名'
        )}
      </Fact>
    </Facts>
  );
}

function TextFact({ field, work, reasons }: { field: TextFieldName; work: WorkView; reasons: Reason[] }) {
  const { config } = useCampaign();
  const { label, text: { limit } } = textField(field);
  const text = work.form[field];
  return (
    <Fact label={label} isMarked={reasons.length > 0} remark={limit && `${countCharacters(text)}/${config.limits[limit]}`}>
      {text.trim() || <Blank />}
      <Sentences of={reasons} />
    </Fact>
  );
}

function Blank() {
  return <span className={styles.quiet}>没有填写</span>;
}

function Sentences({ of }: { of: Reason[] }): ReactNode {
  return of.map((reason) => (
    <span key={`${reason.path}${reason.code}`} className={styles.problem}>
      {sentenceOf(reason)}
    </span>
  ));
}
