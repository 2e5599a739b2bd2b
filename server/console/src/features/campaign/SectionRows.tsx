import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { sayValue, type Setting } from '@kepu/shared/campaign/setting';
import { Fragment } from 'react';
import { Icon } from '../../ui/Icon';
import { Quote } from './Quote';
import styles from './CampaignPage.module.css';
import { useCampaign } from './current';
import { rowId } from './row-id';
import { SettingControl } from './SettingControl';
import type { SettingRow, SettingSection } from './setting-rows';
import type { ConfigDraft } from './use-config-draft';

interface Props {
  section: SettingSection;
  draft: ConfigDraft;
  isDisabled: boolean;
  isFirst: boolean;
}

/** One part of the page: settings at the left, the notice's own words at the right. */
export function SectionRows({ section, draft, isDisabled, isFirst }: Props) {
  const { config } = useCampaign();
  return (
    <section aria-labelledby={section.id}>
      <header className={styles.sectionHead}>
        <h2 id={section.id}>{section.label}</h2>
        {section.id === 'wording' && <BlankForm />}
        {section.note && <span>{section.note}</span>}
        {isFirst && <span className={styles.source}>通知原文 {config.documentNumber}</span>}
      </header>
      {section.rows.map((row) => (
        <Row key={row.label} row={row} draft={draft} isDisabled={isDisabled} />
      ))}
    </section>
  );
}

function Row({ row, draft, isDisabled }: { row: SettingRow } & Pick<Props, 'draft' | 'isDisabled'>) {
  const paths = new Set(row.settings.map(({ path }) => path));
  const problems = draft.problems.filter(({ path }) => paths.has(path));
  const isBroken = (path: string) => problems.some((problem) => problem.path === path);
  const changed = row.settings.some(({ path }) => draft.changedPaths.has(path));
  const tone = problems.length > 0 ? styles.broken : changed ? styles.changed : undefined;
  return (
    <div className={`${styles.row} ${tone ?? ''}`}>
      {[...paths].map((path) => (
        <span key={path} id={rowId(path)} className={styles.anchor} />
      ))}
      <h3>{row.label}</h3>
      <div className={styles.controls}>
        {row.settings.map((setting, index) => (
          <Fragment key={setting.label}>
            {index === 1 && row.joint && <span>{row.joint}</span>}
            {isDisabled ? <ReadOnly setting={setting} config={draft.config} /> : <SettingControl setting={setting} config={draft.config} onChange={draft.change} isWrong={isBroken(setting.path)} isAlone={row.settings.length === 1} />}
          </Fragment>
        ))}
        {problems.map(({ message }) => (
          <p key={message} className={styles.problem}>
            <Icon name="octagon" size={14} />
            <b>矛盾：</b>
            {message}
          </p>
        ))}
        {row.silence && (
          <p className={styles.silence}>
            <Icon name="info" size={14} />
            {row.silence}
          </p>
        )}
      </div>
      <div className={styles.words}>{row.clause && <Quote of={row.clause} rules={row.rules} mark={row.mark} />}</div>
    </div>
  );
}

/** The form as it is printed now, to be held against the words below. */
function BlankForm() {
  return (
    <span>
      {'花括号里的内容由系统填入；现行空白表：'}
      <a href="/media/blank-form" target="_blank" rel="noreferrer">PDF</a> · <a href="/media/blank-form?format=docx">Word</a>
    </span>
  );
}

/** For those who may look but not change. */
function ReadOnly({ setting, config }: { setting: Setting; config: CampaignConfig }) {
  const isNamed = setting.control.kind === 'number' || setting.control.kind === 'choice';
  return (
    <span className={styles.value}>
      {isNamed && <span>{setting.label}</span>}
      {sayValue(setting, config)}
    </span>
  );
}
