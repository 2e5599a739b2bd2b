import { textField, type TextFieldName } from '@kepu/shared/forms/work-form';
import { TextField } from '../../ui/TextField';
import type { Problems } from './form-problems';
import type { OpenDraft } from './use-draft';

interface TextFieldsProps {
  names: readonly TextFieldName[];
  draft: OpenDraft;
  problems: Problems;
}

/** Plain texts of the form, each as its row says: label, hint, limit counted as a person counts. */
export function TextFields({ names, draft, problems }: TextFieldsProps) {
  const { campaign: { config }, state: { form }, edit } = draft;
  return (
    <>
      {names.map((name) => {
        const { label, hint, text: { kind, limit, placeholder } } = textField(name);
        return (
          <TextField
            key={name}
            id={name}
            label={label}
            isLong={kind === 'long'}
            kind={kind === 'tel' || kind === 'email' ? kind : undefined}
            value={form[name]}
            limit={limit === null ? undefined : config.limits[limit]}
            placeholder={placeholder?.replace('{year}', String(config.year))}
            hint={hint ?? undefined}
            problem={problems.at(name)}
            onInput={(text) => edit(name, text)}
          />
        );
      })}
    </>
  );
}
