import { textField } from '@kepu/shared/forms/work-form';
import { TextField } from '../../ui/TextField';
import type { Problems } from './form-problems';
import type { OpenDraft } from './use-draft';

/** 文字介绍: three texts with their limits counted as a person counts. */
export function TextsSection({ draft, problems }: { draft: OpenDraft; problems: Problems }) {
  const { campaign: { config }, state: { form }, edit } = draft;
  return (
    <>
      {(['summary', 'innovations', 'reach'] as const).map((name) => {
        const { label, hint, limit } = textField(name);
        return (
          <TextField
            key={name}
            id={name}
            label={label}
            isLong
            value={form[name]}
            limit={config.limits[limit]}
            placeholder={name === 'reach' ? `例：截至${config.year}年10月，在某平台播放12万次，进校园放映6场` : undefined}
            hint={hint}
            problem={problems.at(name)}
            onInput={(text) => edit(name, text)}
          />
        );
      })}
    </>
  );
}
