import type { FileView, WorkView } from '@kepu/shared/contracts/work';
import { FileButton } from '../../ui/FileButton';
import styles from './Dossier.module.css';

interface Props {
  ids: readonly string[];
  files: WorkView['files'];
  missing: string;
}

/** The files of one record; says so where there is none. */
export function Proofs({ ids, files, missing }: Props) {
  const found = ids.flatMap((id): FileView[] => (files[id] ? [files[id]] : []));
  if (found.length === 0) return <p className={styles.quiet}>{missing}</p>;
  return (
    <div className={styles.files}>
      {found.map((file) => (
        <FileButton key={file.id} file={file} />
      ))}
    </div>
  );
}
