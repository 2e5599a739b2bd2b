import { getDroppedFiles } from '@uppy/core/utils';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import styles from './pc.module.css';

interface DropZoneProps {
  label: string;
  accept: string;
  /** Whether a whole folder can be chosen, too. */
  takesFolder: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** Files by dragging, by clicking or by the keyboard; of a folder everything that is in it. */
export function DropZone({ label, accept, takesFolder, onFiles, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void getDroppedFiles(event.dataTransfer).then((files) => onFiles(files));
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const take = (element: HTMLInputElement) => {
    onFiles([...(element.files ?? [])]);
    element.value = '';
  };
  return (
    <div className={`${styles.drop} ${isOver ? styles.over : ''}`} onDrop={drop} onDragOver={over} onDragLeave={() => setOver(false)}>
      {children}
      <div className={styles.row}>
        <button type="button" className={styles.primary} onClick={() => input.current?.click()}>{label}</button>
        {takesFolder && <button type="button" className={styles.plain} onClick={() => folder.current?.click()}>选文件夹</button>}
      </div>
      <input ref={input} type="file" hidden multiple={takesFolder} accept={accept} aria-label={label} onChange={(event) => take(event.currentTarget)} />
      {takesFolder && <input ref={folder} type="file" hidden {...{ webkitdirectory: '' }} aria-label="选文件夹" onChange={(event) => take(event.currentTarget)} />}
    </div>
  );
}
